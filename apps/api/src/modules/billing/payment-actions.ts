import { Injectable } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { type OfferedAction, WRONG_ROLE } from '../ordering/index.js';
import { CardProvider } from './card.provider.js';
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
  constructor(private readonly card: CardProvider) {}

  of(actor: Actor, parties: Parties, request: PayableRequest, payments: readonly PaymentView[]): OfferedAction[] {
    const waiting = payments.filter(({ status }) => status === 'DECLARED');
    const action = (name: string, role: boolean, refusal: PaymentRefusal | null): OfferedAction => {
      const reason = !role ? WRONG_ROLE[actor.locale] : refusal && explain(paymentMessages, refusal, actor.locale).message;
      return { action: name, allowed: reason === null, reason };
    };
    if (actor.orgId === parties.buyerOrgId) {
      const declared = waiting.reduce((sum, { amount }) => sum + amount, 0n);
      const role = allows(actor, 'payment.declare', parties);
      const byCard = this.card.describe();
      return [
        action('paymentDeclare', role, request.open > declared ? null : { code: 'NOTHING_OPEN' }),
        action('paymentByCard', role, byCard.ok ? null : byCard.refusal),
      ];
    }
    if (actor.orgId !== parties.sellerOrgId) return [];
    const role = allows(actor, 'payment.confirm', parties);
    const answerable: PaymentRefusal | null = waiting.length ? null : { code: 'ALREADY_ANSWERED' };
    return ['paymentConfirm', 'paymentDeny'].map((name) => action(name, role, answerable));
  }
}
