import { Injectable } from '@nestjs/common';
import {
  accept,
  checkInvoice,
  dueDateOf,
  baseDateOf,
  INVOICE_TRANSITIONS,
  type InvoiceAction,
  type InvoiceFigures,
  type InvoiceState,
  localDateOf,
  matchedState,
  matchInvoice,
  nextState,
  quantity,
  readInvoiceName,
  refuse,
  type Refusal,
  type Result,
  VAT_CODES,
  type VatCode,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { ReceiptBook } from '../../fulfillment/index.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { billingRules } from '../billing-rules.js';
import { type LockedRequest, PaymentSettlement } from '../payment-settlement.js';
import { fileContent } from './e-invoice-content.js';
import { countInvoiced, lockedLines, type RequestLine } from './invoice-book.js';
import { InvoiceDifference } from './invoice-difference.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Invoice } from './invoice.entity.js';
import type { InvoiceRefusal } from './invoice.messages.js';
import { invoiceApproved, invoiceException, invoiceRecorded, invoiceReturned } from './invoice.notices.js';
import type { InvoiceDecideCommand, InvoiceRecordCommand } from './invoice.view.js';

interface LockedInvoice {
  readonly id: string;
  readonly paymentRequestId: string;
  readonly state: InvoiceState;
  readonly symbol: string;
  readonly number: string;
  readonly netAmount: bigint;
  readonly vatAmount: bigint;
  readonly version: number;
}

/** The seller's e-invoice comes in, is laid beside order and receipt, and stands or waits for the buyer's manager. */
@Injectable()
export class InvoiceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly difference: InvoiceDifference,
    private readonly receipts: ReceiptBook,
  ) {}

  record(actor: Actor, input: InvoiceRecordCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'invoiceRecord', clientKey: input.clientKey, input }, async (tx) => {
      const { receiptId, ...parties } = await receiptOf(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'invoice.record', parties);
      if (!(await this.receipts.lockInvoiced(tx, receiptId))) return refuse<InvoiceRefusal>({ code: 'INVOICE_RECEIPT_VOIDED' });
      let request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      if (request.version !== input.version) return versionConflict(request.version);
      const name = readInvoiceName(input, tx.today);
      if (!name.ok) return name;
      const replaced = await this.replaced(tx, request, input.replacesId);
      if (!replaced.ok) return replaced;
      if (replaced.value) request = await this.takeOut(tx, request, replaced.value);
      const [taken] = await tx.query('select 1 from invoice where seller_org_id = $1 and symbol = $2 and number = $3', [
        request.sellerOrgId,
        name.value.symbol,
        name.value.number,
      ]);
      if (taken) return refuse<InvoiceRefusal>({ code: 'INVOICE_KNOWN', symbol: name.value.symbol, number: name.value.number });
      const requested = await lockedLines(tx, request.id);
      const figures = figuresOf(input);
      if (!figures) return refuse<InvoiceRefusal>({ code: 'VAT_CODE_UNKNOWN' });
      const checked = checkInvoice(figures, requested);
      if (!checked.ok) return refuse<InvoiceRefusal>(withUnit(checked.refusal, requested, figures));
      const file = input.fileId ? await fileContent(tx, idOf(input.fileId), request.id) : null;
      const differences = matchInvoice({
        figures,
        issuedOn: input.issuedOn,
        receivedOn: localDateOf(request.receivedAt),
        requested,
        tolerance: await toleranceFor(tx, requested, figures),
        ...(file && { parties: await partiesOf(tx, request, file) }),
      });
      const id = newId();
      const state = matchedState(differences);
      await tx.insert(Invoice, {
        ...name.value,
        id,
        paymentRequestId: request.id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        state,
        authorityCode: file?.content.authorityCode ?? null,
        issuedOn: input.issuedOn,
        netAmount: figures.net,
        vatAmount: figures.vat,
        total: figures.total,
        differences,
        replacesId: replaced.value?.id ?? null,
        fileId: file?.id ?? null,
        recordedBy: actor.userId,
        recordedAt: tx.now,
      });
      await this.saveLines(tx, request, id, figures, requested);
      await countInvoiced(tx, figures.lines);
      request = await this.moveTerm(tx, request, input.issuedOn);
      if (state === 'MATCHED') await this.difference.settle(tx, request, { id, ...figures, reason: null });
      await this.tell(tx, request, id, state === 'MATCHED' ? invoiceRecorded : invoiceException, request.buyerOrgId);
      await tx.audit('invoice.record', 'order', request.orderId, { invoice: `${name.value.symbol} ${name.value.number}`, state });
      return accept(id);
    });
  }

  /** The buyer's manager takes the invoice as it is: from now on its own sums are owed. */
  approve(actor: Actor, input: InvoiceDecideCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'approve', input, async (tx, request, invoice, reason) => {
      const { netAmount: net, vatAmount: vat, id } = invoice;
      await this.difference.settle(tx, request, { id, net, vat, total: net + vat, reason });
      await this.tell(tx, request, id, invoiceApproved, request.sellerOrgId);
    });
  }

  /** The seller must replace it; until then the debt stays as order and receipt say. */
  return(actor: Actor, input: InvoiceDecideCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'return', input, (tx, request, { id }) =>
      this.tell(tx, request, id, invoiceReturned, request.sellerOrgId),
    );
  }

  private decide(
    actor: Actor,
    action: InvoiceAction,
    input: InvoiceDecideCommand,
    act: (tx: Tx, request: LockedRequest, invoice: LockedInvoice, reason: string) => Promise<void>,
  ): Promise<Result<string, Refusal>> {
    const operation = action === 'approve' ? 'invoiceApprove' : 'invoiceReturn';
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.id);
      const { requestId } = await tx.one<{ requestId: string }>(
        'select payment_request_id as "requestId" from invoice where id = $1',
        [id],
      );
      const request = await this.settlement.lock(tx, requestId);
      assertMay(actor, 'invoice.approve', request);
      const invoice = await lockInvoice(tx, id);
      const to = nextState(INVOICE_TRANSITIONS, invoice.state, action);
      if (!to.ok) return refuse<InvoiceRefusal>({ code: 'INVOICE_DECIDED' });
      if (invoice.version !== input.version) return versionConflict(invoice.version);
      const reason = trimmed(input.reason);
      if (!reason) return refuse<InvoiceRefusal>({ code: 'INVOICE_REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<InvoiceRefusal>({ code: 'INVOICE_REASON_TOO_LONG', max: NOTE_MAX });
      const decided = { state: to.value, decidedBy: actor.userId, decidedAt: tx.now, decisionReason: reason };
      await tx.updateVersioned(Invoice, id, invoice.version, decided);
      await act(tx, request, invoice, reason);
      await tx.audit(`invoice.${action}`, 'order', request.orderId, { invoice: `${invoice.symbol} ${invoice.number}`, reason });
      return accept(id);
    });
  }

  private async replaced(
    tx: Tx,
    request: LockedRequest,
    id: string | null | undefined,
  ): Promise<Result<LockedInvoice | null, Refusal>> {
    if (!id) return accept(null);
    const invoice = await lockInvoice(tx, idOf(id));
    if (invoice.paymentRequestId !== request.id) return refuse<InvoiceRefusal>({ code: 'INVOICE_OF_OTHER_REQUEST' });
    const to = nextState(INVOICE_TRANSITIONS, invoice.state, 'replace');
    return to.ok ? accept(invoice) : refuse<InvoiceRefusal>({ code: 'INVOICE_REPLACED' });
  }

  /** A replaced invoice no longer counts: its quantities are free, and what it changed of the debt is turned back. */
  private async takeOut(tx: Tx, request: LockedRequest, invoice: LockedInvoice): Promise<LockedRequest> {
    const lines = await tx.query<{ requestLineId: string; qty: string }>(
      'select request_line_id as "requestLineId", qty from invoice_line where invoice_id = $1 order by line_no',
      [invoice.id],
    );
    await countInvoiced(
      tx,
      lines.map(({ requestLineId, qty }) => ({ requestLineId, qty: quantity(qty) })),
      true,
    );
    await tx.updateVersioned(Invoice, invoice.id, invoice.version, { state: 'REPLACED' });
    return this.difference.turnBack(tx, request, invoice.id);
  }

  /** Where the term runs from the invoice, its day is known now. */
  private async moveTerm(tx: Tx, request: LockedRequest, issuedOn: string): Promise<LockedRequest> {
    if (request.termsBase !== 'INVOICE') return request;
    const facts = { base: request.termsBase, receivedOn: localDateOf(request.receivedAt), invoicedOn: issuedOn };
    const dueOn = dueDateOf({ ...facts, termDays: request.termDays });
    await tx.query('update payment_request set base_date = $2, due_on = $3 where id = $1', [
      request.id,
      baseDateOf(facts),
      dueOn,
    ]);
    return request;
  }

  private saveLines(
    tx: Tx,
    request: LockedRequest,
    invoiceId: string,
    figures: InvoiceFigures,
    requested: readonly RequestLine[],
  ) {
    return tx.insert(
      InvoiceLine,
      figures.lines.map(({ requestLineId, qty, unitPrice, amount, vatCode }, index) => ({
        id: newId(),
        invoiceId,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        requestLineId,
        lineNo: index + 1,
        description: requested.find(({ id }) => id === requestLineId)!.description,
        qty: qty.toDecimalString(),
        unitPrice,
        amount,
        vatCode,
      })),
    );
  }

  private tell(tx: Tx, request: LockedRequest, id: string, notice: typeof invoiceRecorded, orgId: string): Promise<void> {
    return sendNotice(tx, notice, { orgId, facts: { invoiceId: id, number: request.number }, key: `${notice.kind}:${id}` });
  }
}

const receiptOf = (tx: Tx, paymentRequestId: string): Promise<{ receiptId: string; sellerOrgId: string; buyerOrgId: string }> =>
  tx.one(
    'select receipt_id as "receiptId", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from payment_request where id = $1',
    [paymentRequestId],
  );

function lockInvoice(tx: Tx, id: string): Promise<LockedInvoice> {
  return tx.one<LockedInvoice>(
    `select id, payment_request_id as "paymentRequestId", state, symbol, number, net_amount as "netAmount", vat_amount as "vatAmount", version
     from invoice where id = $1 for update`,
    [id],
  );
}

/** Null when a code is none. */
function figuresOf(input: InvoiceRecordCommand): InvoiceFigures | null {
  if (input.lines.some(({ vatCode }) => !VAT_CODES.includes(vatCode as VatCode))) return null;
  const lines = input.lines.map((line) => ({
    requestLineId: idOf(line.requestLineId),
    qty: quantity(line.qty),
    unitPrice: line.unitPrice,
    amount: line.amount,
    vatCode: line.vatCode as VatCode,
  }));
  const net = lines.reduce((sum, { amount }) => sum + amount, 0n);
  return { lines, net, vat: input.vatAmount, total: input.total };
}

async function toleranceFor(tx: Tx, requested: readonly RequestLine[], figures: InvoiceFigures) {
  const { qtyBpByUnit, ...rules } = await billingRules(tx);
  const units = requested
    .filter(({ id }) => figures.lines.some((line) => line.requestLineId === id))
    .map(({ baseUnit }) => baseUnit);
  return { ...rules, qtyBp: Math.min(...units.map((unit) => qtyBpByUnit[unit] ?? 0)) };
}

async function partiesOf(tx: Tx, request: LockedRequest, file: Awaited<ReturnType<typeof fileContent>>) {
  const codes = await tx.query<{ id: string; taxCode: string | null }>(
    'select id, tax_code as "taxCode" from organization where id = any($1)',
    [[request.sellerOrgId, request.buyerOrgId]],
  );
  const of = (orgId: string) => codes.find(({ id }) => id === orgId)?.taxCode ?? null;
  return {
    seller: { expected: of(request.sellerOrgId), actual: file.content.sellerTaxCode },
    buyer: { expected: of(request.buyerOrgId), actual: file.content.buyerTaxCode },
  };
}

type CheckRefusal = Extract<ReturnType<typeof checkInvoice>, { ok: false }>['refusal'];

function withUnit(refusal: CheckRefusal, requested: readonly RequestLine[], figures: InvoiceFigures): InvoiceRefusal {
  if (refusal.code !== 'INVOICE_ABOVE_ACCEPTED') return refusal;
  const line = requested.find(({ id }) => id === figures.lines[refusal.row]!.requestLineId)!;
  return { ...refusal, unit: line.baseUnit, description: line.description };
}
