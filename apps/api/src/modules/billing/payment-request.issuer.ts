import { Injectable } from '@nestjs/common';
import {
  agreedBase,
  type AgreedBase,
  baseDateOf,
  dueOf,
  lineAmount,
  localDateOf,
  paymentReference,
  quantity,
  type TermBase,
  yearOf,
} from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { type BillableReceipt, ReceiptBook } from '../fulfillment/index.js';
import { documentNumber } from '../ordering/index.js';
import { LegalBook } from '../registry/index.js';
import { LedgerBook } from './ledger-book.js';
import { billingRules } from './billing-rules.js';
import { PaymentRequest } from './payment-request.entity.js';
import { PaymentRequestLine } from './payment-request-line.entity.js';
import { vatCodesOn } from './tax-point.js';
import { paymentRequestIssued } from './payment.notices.js';

type Bank = Pick<PaymentRequest, 'bankBin' | 'bankName' | 'bankAccountNo' | 'bankAccountName'>;

/** Accepted goods become due: one request for each receipt, however often the job runs. */
@Injectable()
export class PaymentRequestIssuer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly receipts: ReceiptBook,
    private readonly ledger: LedgerBook,
    private readonly legal: LegalBook,
  ) {}

  @JobHandler('billing.receipt-posted')
  async onReceiptPosted({ receiptId }: { receiptId: string }): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => this.ensure(tx, receiptId));
  }

  /** The request of a receipt is there after this, whichever job runs first; not for a voided receipt, nor for one that owes nothing. */
  async ensure(tx: Tx, receiptId: string): Promise<void> {
    // The receipt's lock makes a repeated job wait for the first one and then find its request.
    const [held] = await tx.query(`select id from goods_receipt where id = $1 and status = 'POSTED' for update`, [receiptId]);
    // Voided before anything was asked for.
    if (!held) return;
    const [issued] = await tx.query('select id from payment_request where receipt_id = $1', [receiptId]);
    if (!issued) await this.issue(tx, await this.receipts.forBilling(tx, receiptId));
  }

  private async issue(tx: Tx, receipt: BillableReceipt): Promise<void> {
    const receivedOn = localDateOf(receipt.receivedAt);
    const vatCodes = await vatCodesOn(
      tx,
      this.legal,
      receipt.lines.map(({ orderLineId }) => orderLineId),
      receivedOn,
    );
    const lines = receipt.lines.map((line) => ({
      ...line,
      accepted: quantity(line.acceptedQty),
      vatCode: vatCodes.get(line.orderLineId)!,
    }));
    const termsBase = await termBaseOf(tx, receipt);
    const baseDate = baseDateOf({ base: termsBase, receivedOn, invoicedOn: null });
    const due = dueOf(lines, { baseDate, termDays: receipt.paymentTermDays });
    if (due.total === 0n) return;
    const bank = await tx.one<Bank>(
      `select bank_bin as "bankBin", bank_name as "bankName", bank_account_no as "bankAccountNo", bank_account_name as "bankAccountName"
       from organization where id = $1`,
      [receipt.sellerOrgId],
    );
    const id = newId();
    const number = documentNumber('DNTT', tx.today, await tx.nextNumber('DNTT'));
    await tx.insert(PaymentRequest, {
      ...bank,
      id,
      number,
      reference: paymentReference(id, yearOf(tx.today)),
      orderId: receipt.orderId,
      receiptId: receipt.id,
      sellerOrgId: receipt.sellerOrgId,
      buyerOrgId: receipt.buyerOrgId,
      status: 'DUE',
      netAmount: due.net,
      vatAmount: due.vat,
      total: due.total,
      termsBase,
      termDays: receipt.paymentTermDays,
      baseDate,
      dueOn: due.dueOn,
      issuedAt: tx.now,
    });
    await tx.insert(
      PaymentRequestLine,
      lines.map(({ accepted, ...line }, index) => ({
        id: newId(),
        paymentRequestId: id,
        sellerOrgId: receipt.sellerOrgId,
        buyerOrgId: receipt.buyerOrgId,
        orderLineId: line.orderLineId,
        lineNo: index + 1,
        description: line.description,
        baseUnit: line.baseUnit,
        acceptedQty: line.acceptedQty,
        unitPrice: line.unitPrice,
        amount: lineAmount(accepted, line.unitPrice),
        vatCode: line.vatCode,
      })),
    );
    await this.ledger.book(
      tx,
      { kind: 'BILLED', net: due.net, vat: due.vat },
      { factId: id, paymentRequestId: id, sellerOrgId: receipt.sellerOrgId, buyerOrgId: receipt.buyerOrgId, bookedOn: tx.today },
    );
    // No amounts here: the order's diary is also read by the Alliance.
    await tx.audit('payment-request.issue', 'order', receipt.orderId, { number, receipt: receipt.number });
    const facts = { paymentRequestId: id, number };
    await sendNotice(tx, paymentRequestIssued, { orgId: receipt.buyerOrgId, fromOrgId: receipt.sellerOrgId, facts, key: id });
  }
}

/** The latest word of both for goods received today: the contract's as the order took it over, or one for all their trade; else the rule. */
async function termBaseOf(tx: Tx, { sellerOrgId, buyerOrgId, agreedBase: ofOrder }: BillableReceipt): Promise<TermBase> {
  const [between] = await tx.query<AgreedBase>(
    `select base, valid_from as since from payment_term where seller_org_id = $1 and buyer_org_id = $2 and state = 'AGREED' and valid_from <= $3
     order by valid_from desc, id desc limit 1`,
    [sellerOrgId, buyerOrgId, tx.today],
  );
  return agreedBase(ofOrder, between ?? null, (await billingRules(tx)).defaultTermBase);
}
