import { Injectable } from '@nestjs/common';
import { accept, cashIsAllowed, localDateOf, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { NAME_MAX, NOTE_MAX, tooLong, trimmed } from '../ordering/index.js';
import { billingRules } from './billing-rules.js';
import type { PaymentAnswerCommand, PaymentDeclareCommand } from './payment-request.view.js';
import { type LockedRequest, openOf, PaymentSettlement } from './payment-settlement.js';
import type { PaymentRefusal } from './payment.messages.js';
import { paymentConfirmed, paymentDeclared, paymentDenied } from './payment.notices.js';
import { Payment } from './payment.entity.js';

interface LockedPayment {
  readonly id: string;
  readonly status: string;
  readonly method: string;
  readonly amount: bigint;
  readonly paidOn: string;
}

/** The buyer's word that a transfer was made, and the seller's word that it arrived. The platform moves none of it. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
  ) {}

  declare(actor: Actor, input: PaymentDeclareCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'paymentDeclare', clientKey: input.clientKey, input }, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'payment.declare', request);
      if (request.version !== input.version) return versionConflict(request.version);
      const bankReference = trimmed(input.bankReference);
      const sound = checkDeclaration(request, input, bankReference, tx.today);
      if (!sound.ok) return sound;
      const cash = input.inCash ? await cashRefusal(tx, request) : null;
      if (cash) return refuse<PaymentRefusal>(cash);
      const id = newId();
      await tx.insert(Payment, {
        id,
        paymentRequestId: request.id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        method: input.inCash ? 'CASH' : 'BANK_TRANSFER',
        status: 'DECLARED',
        amount: input.amount,
        paidOn: input.paidOn,
        bankReference,
        declaredBy: actor.userId,
        declaredAt: tx.now,
      });
      await this.settlement.restate(tx, { ...request, declared: request.declared + input.amount });
      await this.settlement.tell(tx, request, {
        action: 'payment.declare',
        notice: paymentDeclared,
        orgId: request.sellerOrgId,
        key: id,
      });
      return accept(request.id);
    });
  }

  confirm(actor: Actor, input: PaymentAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'paymentConfirm', input, async (tx, request, payment) => {
      // The statement may have brought the money already.
      const open = openOf(request);
      if (payment.amount > open) return refuse<PaymentRefusal>({ code: 'ALREADY_ARRIVED', open });
      await tx.query(`update payment set status = 'SUCCEEDED', confirmed_by = $2, confirmed_at = $3 where id = $1`, [
        payment.id,
        actor.userId,
        tx.now,
      ]);
      const { id: paymentId, amount, paidOn: on } = payment;
      const by = payment.method === 'CASH' ? 'CASH' : 'BANK';
      await this.settlement.tell(tx, request, {
        action: 'payment.confirm',
        notice: paymentConfirmed,
        orgId: request.buyerOrgId,
        key: paymentId,
      });
      await this.settlement.arrived(tx, withoutDeclared(request, payment), { paymentId, amount, by, on });
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
      await this.settlement.restate(tx, withoutDeclared(request, payment));
      await this.settlement.tell(tx, request, {
        action: 'payment.deny',
        notice: paymentDenied,
        orgId: request.buyerOrgId,
        key: payment.id,
      });
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
      const request = await this.settlement.lock(tx, requestId);
      assertMay(actor, 'payment.confirm', request);
      const payment = await tx.one<LockedPayment>(
        'select id, status, method, amount, paid_on as "paidOn" from payment where id = $1 for update',
        [paymentId],
      );
      if (payment.status !== 'DECLARED') return refuse<PaymentRefusal>({ code: 'ALREADY_ANSWERED' });
      if (request.version !== input.version) return versionConflict(request.version);
      return act(tx, request, payment);
    });
  }
}

const withoutDeclared = (request: LockedRequest, { amount }: LockedPayment): LockedRequest => ({
  ...request,
  declared: request.declared - amount,
});

/** Summed by seller and day of the purchase, as the law counts: a purchase cut into parts stays one. */
async function cashRefusal(tx: Tx, request: LockedRequest): Promise<PaymentRefusal | null> {
  const day = localDateOf(request.receivedAt);
  const { sum } = await tx.one<{ sum: bigint }>(
    `select coalesce(sum(p.total + p.noted_amount), 0)::bigint as sum from payment_request p join goods_receipt r on r.id = p.receipt_id
     where p.seller_org_id = $1 and p.buyer_org_id = $2 and (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date = $3`,
    [request.sellerOrgId, request.buyerOrgId, day],
  );
  const { cashRules } = await billingRules(tx);
  if (cashIsAllowed(sum, day, cashRules)) return null;
  const inForce = cashRules.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  return { code: 'CASH_NOT_ALLOWED', sum, limit: inForce.reduce((least, { limit }) => (limit < least ? limit : least), sum) };
}

function checkDeclaration(
  request: LockedRequest,
  input: PaymentDeclareCommand,
  bankReference: string | null,
  today: string,
): Result<null, PaymentRefusal> {
  if (input.amount <= 0n) return refuse({ code: 'AMOUNT_NOT_POSITIVE' });
  if (request.byCard > 0n) return refuse({ code: 'CARD_UNDER_WAY' });
  const open = openOf(request) - request.declared;
  if (open <= 0n) return refuse({ code: 'NOTHING_OPEN' });
  if (input.amount > open) return refuse({ code: 'AMOUNT_ABOVE_OPEN', open });
  if (input.paidOn > today) return refuse({ code: 'PAID_IN_FUTURE', today });
  const receivedOn = localDateOf(request.receivedAt);
  if (input.paidOn < receivedOn) return refuse({ code: 'PAID_BEFORE_REQUEST', issuedOn: receivedOn });
  if (tooLong(bankReference, NAME_MAX)) return refuse({ code: 'BANK_REFERENCE_TOO_LONG', max: NAME_MAX });
  return accept(null);
}
