import { Injectable } from '@nestjs/common';
import { type KeptPayment, type MoneyAccount, paymentState, releaseOf, type TermBase } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { type Notice, sendNotice } from '../../platform/notices/index.js';
import { OrderBook } from '../ordering/index.js';
import { BuyerCredit } from './credit/buyer-credit.entity.js';
import { LedgerBook } from './ledger-book.js';
import type { PaymentFacts } from './payment.notices.js';
import { PaymentRequest } from './payment-request.entity.js';

export interface LockedRequest {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly reference: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  /** As first asked: accepted goods at the order's price, VAT included. */
  readonly total: bigint;
  /** Debit notes less credit notes. */
  readonly notedAmount: bigint;
  /** Arrived and not given back. */
  readonly paidAmount: bigint;
  /** Said by the buyer, not answered by the seller yet. */
  readonly declared: bigint;
  /** On its way by card; 0 when no card payment is under way. */
  readonly byCard: bigint;
  readonly termsBase: TermBase;
  readonly termDays: number;
  readonly baseDate: string;
  readonly issuedAt: Date;
  readonly receivedAt: Date;
  readonly version: number;
}

export interface Arrival {
  readonly paymentId: string;
  readonly amount: bigint;
  readonly by: MoneyAccount;
  readonly on: string;
}

export interface Return {
  readonly paymentId: string;
  readonly amount: bigint;
  readonly by: MoneyAccount;
  /** Names the return once and for all. */
  readonly factId: string;
}

export interface Told {
  readonly action: string;
  readonly notice: Notice<PaymentFacts>;
  readonly orgId: string;
  readonly fromOrgId?: string;
  readonly key: string;
}

/** Under the lock of its request: what is paid, what that makes of the request, and the entries in the seller's book. */
@Injectable()
export class PaymentSettlement {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: LedgerBook,
  ) {}

  /** NOT_FOUND for everybody but the two parties. */
  lock(tx: Tx, id: string): Promise<LockedRequest> {
    return tx.one<LockedRequest>(
      `select p.id, p.order_id as "orderId", p.number, p.reference, p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId", p.total, p.noted_amount as "notedAmount",
         p.terms_base as "termsBase", p.term_days as "termDays", p.base_date as "baseDate", p.paid_amount as "paidAmount", p.issued_at as "issuedAt", p.version, r.received_at as "receivedAt",
         (select coalesce(sum(amount), 0)::bigint from payment d where d.payment_request_id = p.id and d.status = 'DECLARED') as declared,
         (select coalesce(sum(amount), 0)::bigint from card_checkout c where c.payment_request_id = p.id and c.outcome in ('OPEN', 'PROCESSING')) as "byCard"
       from payment_request p join goods_receipt r on r.id = p.receipt_id where p.id = $1 for update of p`,
      [id],
    );
  }

  /** Writes the state that follows from what was declared; for steps that move no money. */
  async restate(tx: Tx, request: LockedRequest): Promise<void> {
    const { id, version, paidAmount, notedAmount, declared } = request;
    const status = paymentState({ total: owedOf(request), confirmed: paidAmount, declared });
    if (!(await tx.updateVersioned(PaymentRequest, id, version, { paidAmount, notedAmount, status }))) throw new NotFoundError();
  }

  /**
   * A note changed what is owed, by `net` and `vat` (signed). What was paid beyond the new debt becomes the buyer's credit.
   * Returns the request as it now is.
   */
  async noted(
    tx: Tx,
    request: LockedRequest,
    note: { readonly id: string; readonly net: bigint; readonly vat: bigint },
  ): Promise<LockedRequest> {
    const { net, vat, id: factId } = note;
    const notedAmount = request.notedAmount + net + vat;
    const excess = request.paidAmount - request.total - notedAmount;
    if (excess > 0n) await this.release(tx, request, excess);
    const now = { ...request, notedAmount, paidAmount: excess > 0n ? request.paidAmount - excess : request.paidAmount };
    await this.restate(tx, now);
    await this.ledger.book(tx, { kind: 'NOTED', net, vat }, { ...partiesOf(request), factId, bookedOn: tx.today });
    if (await everythingIsPaid(tx, request.orderId)) await this.orders.closeReceived(tx, request.orderId);
    return { ...now, version: request.version + 1 };
  }

  private async release(tx: Tx, request: LockedRequest, excess: bigint): Promise<void> {
    const payments = await tx.query<KeptPayment>(
      `select id, method, amount, refunded, released from payment where payment_request_id = $1 and status = 'SUCCEEDED' order by id for update`,
      [request.id],
    );
    const { sellerOrgId, buyerOrgId } = request;
    for (const { id: paymentId, amount } of releaseOf(excess, payments)) {
      const id = newId();
      await tx.query('update payment set released = released + $2 where id = $1', [paymentId, amount]);
      await tx.insert(BuyerCredit, { id, sellerOrgId, buyerOrgId, source: 'RELEASED', paymentId, amount });
      await this.ledger.book(tx, { kind: 'RELEASED', amount }, { ...partiesOf(request), factId: id, bookedOn: tx.today });
    }
  }

  /** Credit of the buyer pays; the money has arrived before. */
  async allocated(tx: Tx, request: LockedRequest, { paymentId, amount }: Pick<Arrival, 'paymentId' | 'amount'>): Promise<void> {
    await this.restate(tx, { ...request, paidAmount: request.paidAmount + amount });
    await this.ledger.book(tx, { kind: 'ALLOCATED', amount }, { ...partiesOf(request), factId: paymentId, bookedOn: tx.today });
    if (await everythingIsPaid(tx, request.orderId)) await this.orders.closeReceived(tx, request.orderId);
  }

  /** Money is there; an order of which everything is received and paid closes. */
  async arrived(tx: Tx, request: LockedRequest, { paymentId, amount, by, on }: Arrival): Promise<void> {
    await this.restate(tx, { ...request, paidAmount: request.paidAmount + amount });
    await this.ledger.book(tx, { kind: 'RECEIVED', amount, by }, { ...partiesOf(request), factId: paymentId, bookedOn: on });
    if (await everythingIsPaid(tx, request.orderId)) await this.orders.closeReceived(tx, request.orderId);
  }

  /** Money went back, and is owed again; a closed order stays closed. */
  async returned(tx: Tx, request: LockedRequest, { amount, by, factId }: Return): Promise<void> {
    await this.restate(tx, { ...request, paidAmount: request.paidAmount - amount });
    await this.ledger.book(tx, { kind: 'REFUNDED', amount, by }, { ...partiesOf(request), factId, bookedOn: tx.today });
  }

  /** Without amounts: the order's diary is also read by the Alliance. */
  async tell(tx: Tx, { id, orderId, number }: LockedRequest, told: Told): Promise<void> {
    const { action, notice, ...to } = told;
    await tx.audit(action, 'order', orderId, { number });
    await sendNotice(tx, notice, { ...to, facts: { paymentRequestId: id, number } });
  }
}

/** What is owed now: as asked, and what notes made of it. */
export const owedOf = ({ total, notedAmount }: Pick<LockedRequest, 'total' | 'notedAmount'>): bigint => total + notedAmount;

/** Not yet arrived; money under way counts as not there. */
export const openOf = (request: Pick<LockedRequest, 'total' | 'notedAmount' | 'paidAmount'>): bigint =>
  owedOf(request) - request.paidAmount;

const partiesOf = ({ id, sellerOrgId, buyerOrgId }: LockedRequest) => ({ paymentRequestId: id, sellerOrgId, buyerOrgId });

/** Every receipt of accepted goods has its request, and every request is paid. */
async function everythingIsPaid(tx: Tx, orderId: string): Promise<boolean> {
  const open = await tx.query(
    `select 1 from payment_request where order_id = $1 and status <> 'PAID'
     union all
     select 1 from goods_receipt r join goods_receipt_line l on l.receipt_id = r.id
     where r.order_id = $1 and r.status = 'POSTED' and l.accepted_qty > 0 and not exists (select 1 from payment_request p where p.receipt_id = r.id)
     limit 1`,
    [orderId],
  );
  return open.length === 0;
}
