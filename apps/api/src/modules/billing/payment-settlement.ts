import { Injectable } from '@nestjs/common';
import { type MoneyAccount, paymentState } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { type Notice, sendNotice } from '../../platform/notices/index.js';
import { OrderBook } from '../ordering/index.js';
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
  readonly total: bigint;
  /** Arrived and not given back. */
  readonly paidAmount: bigint;
  /** Said by the buyer, not answered by the seller yet. */
  readonly declared: bigint;
  /** On its way by card; 0 when no card payment is under way. */
  readonly byCard: bigint;
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
  /** Given back of this payment so far, this return included: names the return. */
  readonly refundedInAll: bigint;
  readonly by: MoneyAccount;
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
      `select p.id, p.order_id as "orderId", p.number, p.reference, p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId", p.total,
         p.paid_amount as "paidAmount", p.issued_at as "issuedAt", p.version, r.received_at as "receivedAt",
         (select coalesce(sum(amount), 0)::bigint from payment d where d.payment_request_id = p.id and d.status = 'DECLARED') as declared,
         (select coalesce(sum(amount), 0)::bigint from card_checkout c where c.payment_request_id = p.id and c.outcome in ('OPEN', 'PROCESSING')) as "byCard"
       from payment_request p join goods_receipt r on r.id = p.receipt_id where p.id = $1 for update of p`,
      [id],
    );
  }

  /** Writes the state that follows from what was declared; for steps that move no money. */
  async restate(tx: Tx, { id, version, total, paidAmount, declared }: LockedRequest): Promise<void> {
    const status = paymentState({ total, confirmed: paidAmount, declared });
    if (!(await tx.updateVersioned(PaymentRequest, id, version, { paidAmount, status }))) throw new NotFoundError();
  }

  /** Money is there; an order of which everything is received and paid closes. */
  async arrived(tx: Tx, request: LockedRequest, { paymentId, amount, by, on }: Arrival): Promise<void> {
    await this.restate(tx, { ...request, paidAmount: request.paidAmount + amount });
    await this.ledger.book(tx, { kind: 'RECEIVED', amount, by }, { ...partiesOf(request), factId: paymentId, bookedOn: on });
    if (await everythingIsPaid(tx, request.orderId)) await this.orders.closeReceived(tx, request.orderId);
  }

  /** Money went back, and is owed again; a closed order stays closed. */
  async returned(tx: Tx, request: LockedRequest, { paymentId, amount, refundedInAll, by }: Return): Promise<void> {
    await this.restate(tx, { ...request, paidAmount: request.paidAmount - amount });
    const factId = `${paymentId}:${refundedInAll}`;
    await this.ledger.book(tx, { kind: 'REFUNDED', amount, by }, { ...partiesOf(request), factId, bookedOn: tx.today });
  }

  /** Without amounts: the order's diary is also read by the Alliance. */
  async tell(tx: Tx, { id, orderId, number }: LockedRequest, told: Told): Promise<void> {
    const { action, notice, ...to } = told;
    await tx.audit(action, 'order', orderId, { number });
    await sendNotice(tx, notice, { ...to, facts: { paymentRequestId: id, number } });
  }
}

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
