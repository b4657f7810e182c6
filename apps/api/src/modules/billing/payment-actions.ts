import { Inject, Injectable } from '@nestjs/common';
import { type CardFacts, cardIsOpen } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { type OfferedAction, WRONG_ROLE } from '../ordering/index.js';
import { CARD_GATEWAY, type CardGateway } from './card/card-gateway.js';
import { type PaymentRefusal, paymentMessages } from './payment.messages.js';
import type { PayableRequest } from './payment-provider.js';
import type { PaymentView } from './payment-request.view.js';

interface Parties {
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** What the reader may do about a payment request, and why not. */
@Injectable()
export class PaymentActions {
  constructor(@Inject(CARD_GATEWAY) private readonly gateway: CardGateway | null) {}

  of(
    actor: Actor,
    parties: Parties,
    request: PayableRequest,
    payments: readonly PaymentView[],
    card: Pick<CardFacts, 'outcome' | 'captured' | 'refunded'> | null,
  ): OfferedAction[] {
    const cardIsUnderWay = card !== null && cardIsOpen(card.outcome);
    const waiting = payments.filter(({ status }) => status === 'DECLARED');
    const action = (name: string, role: boolean, refusal: PaymentRefusal | null): OfferedAction => {
      const reason = !role ? WRONG_ROLE[actor.locale] : refusal && explain(paymentMessages, refusal, actor.locale).message;
      return { action: name, allowed: reason === null, reason };
    };
    if (actor.orgId === parties.buyerOrgId) {
      const declared = waiting.reduce((sum, { amount }) => sum + amount, 0n);
      const role = allows(actor, 'payment.declare', parties);
      const open: PaymentRefusal | null = request.open > declared ? null : { code: 'NOTHING_OPEN' };
      const underWay: PaymentRefusal | null = cardIsUnderWay ? { code: 'CARD_UNDER_WAY' } : null;
      const notOpen: PaymentRefusal | null = this.gateway ? null : { code: 'CARD_NOT_OPEN' };
      const ended: PaymentRefusal | null = card?.outcome === 'OPEN' ? null : { code: 'CARD_NOT_CANCELLABLE' };
      return [
        action('paymentDeclare', role, underWay ?? open),
        action('paymentByCard', role, notOpen ?? underWay ?? open),
        ...(cardIsUnderWay ? [action('cardPaymentCancel', role, ended)] : []),
      ];
    }
    if (actor.orgId !== parties.sellerOrgId) return [];
    const role = allows(actor, 'payment.confirm', parties);
    const answerable: PaymentRefusal | null = waiting.length ? null : { code: 'ALREADY_ANSWERED' };
    const canRefund = card !== null && card.captured > card.refunded;
    return [
      ...['paymentConfirm', 'paymentDeny'].map((name) => action(name, role, answerable)),
      ...(canRefund ? [action('cardRefund', role, null)] : []),
    ];
  }
}
