import { Injectable } from '@nestjs/common';
import { accept, localDateOf, paymentState, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { NAME_MAX, NOTE_MAX, OrderBook, tooLong, trimmed } from '../ordering/index.js';
import { PaymentRequest } from './payment-request.entity.js';
import type { PaymentAnswerCommand, PaymentDeclareCommand } from './payment-request.view.js';
import type { PaymentRefusal } from './payment.messages.js';
import { paymentConfirmed, paymentDeclared, paymentDenied } from './payment.notices.js';
import { Payment } from './payment.entity.js';

interface LockedRequest {
  id: string;
  orderId: string;
  number: string;
  sellerOrgId: string;
  buyerOrgId: string;
  total: bigint;
  paidAmount: bigint;
  /** Said by the buyer, not answered by the seller yet. */
  declared: bigint;
  issuedAt: Date;
  receivedAt: Date;
  version: number;
}

interface LockedPayment {
  id: string;
  status: string;
  amount: bigint;
}

/** The buyer's word that money left, and the seller's word that it arrived. The platform moves none of it. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
  ) {}

  declare(actor: Actor, input: PaymentDeclareCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'paymentDeclare', clientKey: input.clientKey, input }, async (tx) => {
      const request = await lockRequest(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'payment.declare', request);
      if (request.version !== input.version) return versionConflict(request.version);
      const bankReference = trimmed(input.bankReference);
      const sound = checkDeclaration(request, input, bankReference, tx.today);
      if (!sound.ok) return sound;
      const paymentId = newId();
      await tx.insert(Payment, {
        id: paymentId,
        paymentRequestId: request.id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        method: 'BANK_TRANSFER',
        status: 'DECLARED',
        amount: input.amount,
        paidOn: input.paidOn,
        bankReference,
        declaredBy: actor.userId,
        declaredAt: tx.now,
      });
      await this.settle(tx, { ...request, declared: request.declared + input.amount });
      await this.tell(tx, 'payment.declare', paymentDeclared, request, paymentId);
      return accept(request.id);
    });
  }

  confirm(actor: Actor, input: PaymentAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'paymentConfirm', input, async (tx, request, payment) => {
      await tx.query(`update payment set status = 'SUCCEEDED', confirmed_by = $2, confirmed_at = $3 where id = $1`, [
        payment.id,
        actor.userId,
        tx.now,
      ]);
      await this.settle(tx, {
        ...request,
        paidAmount: request.paidAmount + payment.amount,
        declared: request.declared - payment.amount,
      });
      await this.tell(tx, 'payment.confirm', paymentConfirmed, request, payment.id);
      if (await everythingIsPaid(tx, request.orderId)) await this.orders.closeReceived(tx, request.orderId);
      return accept(request.id);
    });
  }

  deny(actor: Actor, input: PaymentAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'paymentDeny', input, async (tx, request, payment) => {
      const reason = trimmed(input.reason);
      if (!reason) return refuse<PaymentRefusal>({ code: 'REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<PaymentRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      await tx.query(
        `update payment set status = 'DENIED', confirmed_by = $2, confirmed_at = $3, deny_reason = $4 where id = $1`,
        [payment.id, actor.userId, tx.now, reason],
      );
      await this.settle(tx, { ...request, declared: request.declared - payment.amount });
      await this.tell(tx, 'payment.deny', paymentDenied, request, payment.id);
      return accept(request.id);
    });
  }

  /** One answer for each payment, under the lock of its request. */
  private answer(
    actor: Actor,
    operation: string,
    input: PaymentAnswerCommand,
    act: (tx: Tx, request: LockedRequest, payment: LockedPayment) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const paymentId = idOf(input.paymentId);
      const { requestId } = await tx.one<{ requestId: string }>(
        'select payment_request_id as "requestId" from payment where id = $1',
        [paymentId],
      );
      const request = await lockRequest(tx, requestId);
      assertMay(actor, 'payment.confirm', request);
      const payment = await tx.one<LockedPayment>('select id, status, amount from payment where id = $1 for update', [paymentId]);
      if (payment.status !== 'DECLARED') return refuse<PaymentRefusal>({ code: 'ALREADY_ANSWERED' });
      if (request.version !== input.version) return versionConflict(request.version);
      return act(tx, request, payment);
    });
  }

  private async settle(tx: Tx, { id, version, total, paidAmount, declared }: LockedRequest): Promise<void> {
    const status = paymentState({ total, confirmed: paidAmount, declared });
    if (!(await tx.updateVersioned(PaymentRequest, id, version, { paidAmount, status }))) throw new NotFoundError();
  }

  /** Without amounts: the order's diary is also read by the Alliance. */
  private async tell(
    tx: Tx,
    action: string,
    notice: typeof paymentDeclared,
    { id, number, orderId, sellerOrgId, buyerOrgId }: LockedRequest,
    key: string,
  ): Promise<void> {
    await tx.audit(action, 'order', orderId, { number });
    const orgId = notice === paymentDeclared ? sellerOrgId : buyerOrgId;
    await sendNotice(tx, notice, { orgId, facts: { paymentRequestId: id, number }, key });
  }
}

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

function lockRequest(tx: Tx, id: string): Promise<LockedRequest> {
  return tx.one<LockedRequest>(
    `select p.id, p.order_id as "orderId", p.number, p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId", p.total,
       p.paid_amount as "paidAmount", p.issued_at as "issuedAt", p.version, r.received_at as "receivedAt",
       (select coalesce(sum(amount), 0)::bigint from payment d where d.payment_request_id = p.id and d.status = 'DECLARED') as declared
     from payment_request p join goods_receipt r on r.id = p.receipt_id where p.id = $1 for update of p`,
    [id],
  );
}

function checkDeclaration(
  request: LockedRequest,
  input: PaymentDeclareCommand,
  bankReference: string | null,
  today: string,
): Result<null, PaymentRefusal> {
  if (input.amount <= 0n) return refuse({ code: 'AMOUNT_NOT_POSITIVE' });
  const open = request.total - request.paidAmount - request.declared;
  if (open <= 0n) return refuse({ code: 'NOTHING_OPEN' });
  if (input.amount > open) return refuse({ code: 'AMOUNT_ABOVE_OPEN', open });
  if (input.paidOn > today) return refuse({ code: 'PAID_IN_FUTURE', today });
  const receivedOn = localDateOf(request.receivedAt);
  if (input.paidOn < receivedOn) return refuse({ code: 'PAID_BEFORE_REQUEST', issuedOn: receivedOn });
  if (tooLong(bankReference, NAME_MAX)) return refuse({ code: 'BANK_REFERENCE_TOO_LONG', max: NAME_MAX });
  return accept(null);
}
