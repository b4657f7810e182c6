import { Injectable } from '@nestjs/common';
import { dueOf, localDateOf, paymentReference, quantity, type VatCode, yearOf } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { type BillableReceipt, ReceiptBook } from '../fulfillment/index.js';
import { documentNumber } from '../ordering/index.js';
import { LedgerBook } from './ledger-book.js';
import { PaymentRequest } from './payment-request.entity.js';
import { paymentRequestIssued } from './payment.notices.js';

type Bank = Pick<PaymentRequest, 'bankBin' | 'bankName' | 'bankAccountNo' | 'bankAccountName'>;

/** Accepted goods become due: one request for each receipt, however often the job runs. */
@Injectable()
export class PaymentRequestIssuer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly receipts: ReceiptBook,
    private readonly ledger: LedgerBook,
  ) {}

  @JobHandler('billing.receipt-posted')
  async onReceiptPosted({ receiptId }: { receiptId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      // The receipt's lock makes a repeated job wait for the first one and then find its request.
      const [held] = await tx.query(`select id from goods_receipt where id = $1 and status = 'POSTED' for update`, [receiptId]);
      // Voided before anything was asked for.
      if (!held) return;
      const [issued] = await tx.query('select id from payment_request where receipt_id = $1', [receiptId]);
      if (!issued) await this.issue(tx, await this.receipts.forBilling(tx, receiptId));
    });
  }

  private async issue(tx: Tx, receipt: BillableReceipt): Promise<void> {
    const baseDate = localDateOf(receipt.receivedAt);
    const due = dueOf(
      receipt.lines.map((line) => ({
        accepted: quantity(line.acceptedQty),
        unitPrice: line.unitPrice,
        vatCode: line.vatCode as VatCode,
      })),
      { baseDate, termDays: receipt.paymentTermDays },
    );
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
      dueOn: due.dueOn,
      issuedAt: tx.now,
    });
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
