import { Injectable } from '@nestjs/common';
import {
  type CardFacts,
  cardStateOf,
  isOverdue,
  moneyInWords,
  openAmount,
  splitProRata,
  vatAmount,
  type VatCode,
} from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { organizationRefSql } from '../registry/index.js';
import { BankTransferProvider } from './bank-transfer.provider.js';
import { PaymentActions } from './payment-actions.js';
import type {
  CardPaymentView,
  PaymentRequestLineView,
  PaymentRequestQuestion,
  PaymentRequestView,
  PaymentView,
} from './payment-request.view.js';

export type RequestRow = Omit<
  PaymentRequestView,
  | 'overdue'
  | 'owed'
  | 'totalInWords'
  | 'lines'
  | 'vietQr'
  | 'vietQrSvgUrl'
  | 'documentUrl'
  | 'payments'
  | 'cardPayment'
  | 'availableActions'
> & { receiptId: string; sellerOrgId: string; buyerOrgId: string; bankBin: string | null };

const REQUEST = `select p.id, p.number, p.reference, p.order_id as "orderId", o.number as "orderNumber", ${organizationRefSql('se')} as seller,
    ${organizationRefSql('bu')} as buyer, p.status, p.net_amount as "netAmount", p.vat_amount as "vatAmount", p.total, p.noted_amount as "notedAmount", p.paid_amount as "paidAmount",
    p.terms_base as "termsBase", p.term_days as "termDays", p.base_date as "baseDate",
    p.due_on as "dueOn", p.issued_at as "issuedAt", p.bank_bin as "bankBin", p.bank_name as "bankName", p.bank_account_no as "bankAccountNo",
    p.bank_account_name as "bankAccountName", p.version, p.receipt_id as "receiptId", p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId"
  from payment_request p join purchase_order o on o.id = p.order_id join organization se on se.id = p.seller_org_id
  join organization bu on bu.id = p.buyer_org_id`;

@Injectable()
export class PaymentRequestQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly transfer: BankTransferProvider,
    private readonly actions: PaymentActions,
  ) {}

  /** NOT_FOUND for everybody but the two parties. */
  async byId(actor: Actor, id: string): Promise<PaymentRequestView> {
    const [request] = await this.uow.read(actor, async (tx) =>
      this.complete(tx, actor, await tx.query(`${REQUEST} where p.id = $1`, [idOf(id)])),
    );
    if (!request) throw new NotFoundError();
    return request;
  }

  ofOrder(actor: Actor, orderId: string): Promise<PaymentRequestView[]> {
    return this.uow.read(actor, async (tx) =>
      this.complete(tx, actor, await tx.query(`${REQUEST} where p.order_id = $1 order by p.id`, [orderId])),
    );
  }

  async page(
    actor: Actor,
    filter: PaymentRequestQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<PaymentRequestView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const { where, values } = conditions(actor, filter ?? {}, tx.today);
      const from = cursor ? `${where} and p.id < $${values.length + 1}` : where;
      const rows = await tx.query<RequestRow>(`${REQUEST} where ${from} order by p.id desc limit ${size + 1}`, [
        ...values,
        ...(cursor ? [idOf(cursor[0]!)] : []),
      ]);
      const requests = await this.complete(tx, actor, rows);
      return toConnection(
        requests,
        size,
        (request) => request,
        (request) => encodeCursor(request.id),
        () => this.count(actor, where, values),
      );
    });
  }

  private count(actor: Actor, where: string, values: unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { count } = await tx.one<{ count: number }>(
        `select count(*)::int as count from payment_request p where ${where}`,
        values,
      );
      return count;
    });
  }

  /** Lines and payments of all rows in two statements. */
  private async complete(tx: Tx, actor: Actor, rows: RequestRow[]): Promise<PaymentRequestView[]> {
    if (rows.length === 0) return [];
    const lines = await tx.query<RequestLineRow>(
      `select id, payment_request_id as "requestId", line_no as "lineNo", description, base_unit as "baseUnit", accepted_qty as "acceptedQty",
         unit_price as "unitPrice", amount, vat_code as "vatCode", invoiced_qty as "invoicedQty", noted_amount as "notedAmount"
       from payment_request_line where payment_request_id = any($1) order by payment_request_id, line_no`,
      [rows.map(({ id }) => id)],
    );
    const payments = await tx.query<PaymentView & { requestId: string }>(
      `select id, payment_request_id as "requestId", method, status, amount, paid_on as "paidOn", bank_reference as "bankReference",
         declared_at as "declaredAt", confirmed_at as "confirmedAt", deny_reason as "denyReason", refunded, released
       from payment where payment_request_id = any($1) order by id`,
      [rows.map(({ id }) => id)],
    );
    const cards = await tx.query<CardRow>(
      `select distinct on (payment_request_id) payment_request_id as "requestId", outcome, captured, refunded, amount, session_url as url,
         disputed_at is not null as disputed, created_at as "startedAt"
       from card_checkout where payment_request_id = any($1) order by payment_request_id, id desc`,
      [rows.map(({ id }) => id)],
    );
    return rows.map((row) =>
      this.toRequest(
        actor,
        tx.today,
        row,
        lines.filter(({ requestId }) => requestId === row.id),
        payments.filter(({ requestId }) => requestId === row.id),
        cards.find(({ requestId }) => requestId === row.id) ?? null,
      ),
    );
  }

  private toRequest(
    actor: Actor,
    today: string,
    row: RequestRow,
    lines: readonly RequestLineRow[],
    payments: PaymentView[],
    card: CardRow | null,
  ): PaymentRequestView {
    const { receiptId: _receiptId, sellerOrgId: _seller, buyerOrgId: _buyer, bankBin, ...request } = row;
    const owed = row.total + row.notedAmount;
    const balance = { total: owed, confirmed: row.paidAmount };
    const payable = {
      id: row.id,
      reference: row.reference,
      open: openAmount(balance),
      bankBin,
      bankAccountNo: row.bankAccountNo,
    };
    const transfer = this.transfer.describe(payable);
    const vietQr = transfer.ok ? transfer.value.qrPayload : null;
    return {
      ...request,
      owed,
      overdue: isOverdue({ ...balance, dueOn: row.dueOn }, today),
      totalInWords: moneyInWords(owed),
      lines: billedLines(lines),
      vietQr,
      vietQrSvgUrl: vietQr && `/qr/payment-requests/${row.id}.svg`,
      documentUrl: `/documents/payment-requests/${row.id}.pdf`,
      payments,
      cardPayment: card && cardPaymentOf(card, actor.orgId === row.buyerOrgId),
      availableActions: this.actions.of(actor, row, payable, payments, card),
    };
  }
}

type RequestLineRow = Omit<PaymentRequestLineView, 'vatAmount'> & { requestId: string };

interface CardRow extends CardFacts {
  readonly requestId: string;
  readonly amount: bigint;
  readonly url: string | null;
  readonly disputed: boolean;
  readonly startedAt: Date;
}

function cardPaymentOf(card: CardRow, isBuyer: boolean): CardPaymentView {
  const state = cardStateOf(card, card.url !== null);
  const { amount, refunded, disputed, startedAt } = card;
  return { state, url: isBuyer && state === 'WAITING' ? card.url : null, amount, refunded, disputed, startedAt };
}

/** VAT is rounded once for each code; the lines show their shares, which add up to it exactly. */
export function billedLines(lines: readonly RequestLineRow[]): PaymentRequestLineView[] {
  const amounts = lines.map(({ amount }) => amount);
  const shares = new Map<number, bigint>();
  for (const code of new Set(lines.map((line) => line.vatCode))) {
    const indexes = lines.flatMap((line, index) => (line.vatCode === code ? index : []));
    const weights = indexes.map((index) => amounts[index]!);
    const vat = vatAmount(
      weights.reduce((sum, amount) => sum + amount, 0n),
      code as VatCode,
    );
    splitProRata(vat, weights).forEach((share, i) => shares.set(indexes[i]!, share));
  }
  return lines.map(({ requestId: _requestId, ...line }, index) => ({
    ...line,
    vatAmount: shares.get(index)!,
  }));
}

function conditions(actor: Actor, filter: PaymentRequestQuestion, today: string): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = [];
  if (filter.side === 'SELLER') all.push(`p.seller_org_id = ${add(actor.orgId)}`);
  else if (filter.side === 'BUYER') all.push(`p.buyer_org_id = ${add(actor.orgId)}`);
  else {
    const me = add(actor.orgId);
    all.push(`(p.seller_org_id = ${me} or p.buyer_org_id = ${me})`);
  }
  if (filter.status?.length) all.push(`p.status = any(${add(filter.status)})`);
  const late = (day: string) => `(p.due_on < ${day} and p.paid_amount < p.total + p.noted_amount)`;
  if (filter.overdue === true) all.push(late(add(today)));
  if (filter.overdue === false) all.push(`not ${late(add(today))}`);
  return { where: all.join(' and '), values };
}
