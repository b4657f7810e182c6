import { Inject, Injectable } from '@nestjs/common';
import { accept, type CardOutcome, cardAmountRefusal, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { openOf, PaymentSettlement } from '../payment-settlement.js';
import type { PaymentRefusal } from '../payment.messages.js';
import { CardCheckout } from './card-checkout.entity.js';
import { CARD_GATEWAY, type CardGateway } from './card-gateway.js';
import { cardLimits } from './card-limits.js';
import { CardRefund } from './card-refund.entity.js';

export interface CardStartCommand {
  readonly clientKey: string;
  readonly paymentRequestId: string;
  readonly version: number;
}

export interface CardRefundCommand extends CardStartCommand {
  readonly paymentId: string;
  readonly amount: bigint;
  readonly reason: string;
}

/** What people decide about card payments; the card service itself is called by jobs. */
@Injectable()
export class CardCheckoutService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    @Inject(CARD_GATEWAY) private readonly gateway: CardGateway | null,
  ) {}

  start(actor: Actor, input: CardStartCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'cardPaymentStart', clientKey: input.clientKey, input }, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'payment.declare', request);
      if (!this.gateway) return refuse<PaymentRefusal>({ code: 'CARD_NOT_OPEN' });
      if (request.version !== input.version) return versionConflict(request.version);
      if (request.byCard > 0n) return refuse<PaymentRefusal>({ code: 'CARD_UNDER_WAY' });
      const amount = openOf(request) - request.declared;
      if (amount <= 0n) return refuse<PaymentRefusal>({ code: 'NOTHING_OPEN' });
      const refusal = cardAmountRefusal(amount, await cardLimits(tx));
      if (refusal) return refuse<PaymentRefusal>(refusal);
      const id = newId();
      await tx.insert(CardCheckout, {
        id,
        paymentRequestId: request.id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        amount,
        outcome: 'OPEN',
        startedBy: actor.userId,
      });
      await this.settlement.restate(tx, request);
      await tx.audit('payment.card-start', 'order', request.orderId, { number: request.number });
      await tx.tell('billing.card-open', { checkoutId: id });
      return accept(request.id);
    });
  }

  /** Asks the card service to end the session; the debt is free again once it has. */
  cancel(actor: Actor, input: CardStartCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'cardPaymentCancel', clientKey: input.clientKey, input }, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'payment.declare', request);
      const [checkout] = await tx.query<{ id: string; outcome: CardOutcome }>(
        `select id, outcome from card_checkout where payment_request_id = $1 and outcome in ('OPEN', 'PROCESSING')`,
        [request.id],
      );
      if (checkout?.outcome !== 'OPEN') return refuse<PaymentRefusal>({ code: 'CARD_NOT_CANCELLABLE' });
      await tx.tell('billing.card-close', { checkoutId: checkout.id });
      return accept(request.id);
    });
  }

  refund(actor: Actor, input: CardRefundCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'cardRefund', clientKey: input.clientKey, input }, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'payment.confirm', request);
      if (request.version !== input.version) return versionConflict(request.version);
      const reason = trimmed(input.reason);
      if (!reason) return refuse<PaymentRefusal>({ code: 'REFUND_REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<PaymentRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      const checkout = await tx.one<{ id: string }>(
        'select id from card_checkout where payment_request_id = $1 and payment_id = $2 for update',
        [request.id, idOf(input.paymentId)],
      );
      const left = await refundable(tx, checkout.id);
      if (input.amount <= 0n) return refuse<PaymentRefusal>({ code: 'AMOUNT_NOT_POSITIVE' });
      if (input.amount > left) return refuse<PaymentRefusal>({ code: 'REFUND_ABOVE_PAID', left });
      const id = newId();
      await tx.insert(CardRefund, {
        id,
        checkoutId: checkout.id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        amount: input.amount,
        reason,
        requestedBy: actor.userId,
      });
      await this.settlement.restate(tx, request);
      await tx.audit('payment.refund-request', 'order', request.orderId, { number: request.number });
      await tx.tell('billing.card-refund', { refundId: id });
      return accept(request.id);
    });
  }
}

/** Captured, less what was asked to go back, whether it has gone or not, and less what became credit already. */
async function refundable(tx: Tx, checkoutId: string): Promise<bigint> {
  const { left } = await tx.one<{ left: bigint }>(
    `select c.captured - greatest(c.refunded, (select coalesce(sum(amount), 0)::bigint from card_refund where checkout_id = c.id)) - p.released as left
     from card_checkout c join payment p on p.id = c.payment_id where c.id = $1`,
    [checkoutId],
  );
  return left;
}
