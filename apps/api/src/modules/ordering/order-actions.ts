import {
  isChangeable,
  mayCancelAlone,
  nextState,
  ORDER_TRANSITIONS,
  type OrderAction,
  type OrderState,
  type PolicyAction,
} from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { type OrderRefusal, orderMessages } from './order.messages.js';

/** What a reader may do, or why not. */
export interface OfferedAction {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface OrderStanding {
  readonly status: OrderState;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly openShipments: number;
  /** Something confirmed has not left yet. */
  readonly hasGoodsToDispatch: boolean;
  readonly cutoffAt: Date | null;
  /** A proposal waits for an answer. */
  readonly hasOpenChange: boolean;
}

interface Offered {
  readonly action: string;
  readonly step: OrderAction;
  readonly policy: PolicyAction;
  readonly named: string;
}

const OF_SELLER: readonly Offered[] = [
  { action: 'orderAcknowledge', step: 'acknowledgeAll', policy: 'order.acknowledge', named: 'acknowledge' },
  { action: 'shipmentDispatch', step: 'dispatch', policy: 'shipment.dispatch', named: 'dispatch' },
];
const OF_BUYER: readonly Offered[] = [
  { action: 'orderAcceptCounter', step: 'acceptCounter', policy: 'order.acceptCounter', named: 'acceptCounter' },
  { action: 'orderCancel', step: 'cancel', policy: 'order.cancel', named: 'cancel' },
  { action: 'orderShortClose', step: 'shortClose', policy: 'order.cancel', named: 'shortClose' },
  { action: 'lifeWaiverOffer', step: 'dispatch', policy: 'lifeWaiver.decide', named: 'dispatch' },
];

export const WRONG_ROLE: Record<Locale, string> = {
  vi: 'Vai trò của bạn ở đơn vị không được làm việc này.',
  en: 'Your role in the organization may not do this.',
};
/** Either side may propose a change of what was confirmed. */
const CHANGE = 'orderChangePropose';

const ALL_SENT: Record<Locale, string> = {
  vi: 'Số đã xác nhận đã được giao đi hết.',
  en: 'Everything confirmed has left already.',
};

/** What the reader's side may do with the order now, and why not; third parties can do nothing. */
export function orderActions(actor: Actor, order: OrderStanding, now: Date): OfferedAction[] {
  const offered = actor.orgId === order.sellerOrgId ? OF_SELLER : actor.orgId === order.buyerOrgId ? OF_BUYER : [];
  const steps = offered.map(({ action, step, policy, named }) => {
    const reason = allows(actor, policy, order) ? blockedBy(order, step, named, actor.locale, now) : WRONG_ROLE[actor.locale];
    return { action, allowed: reason === null, reason };
  });
  if (offered.length === 0) return steps;
  const reason = allows(actor, 'order.change', order) ? changeBlockedBy(order, actor.locale) : WRONG_ROLE[actor.locale];
  return [...steps, { action: CHANGE, allowed: reason === null, reason }];
}

function changeBlockedBy(order: OrderStanding, locale: Locale): string | null {
  const say = (refusal: OrderRefusal) => explain(orderMessages, refusal, locale).message;
  if (!isChangeable(order.status)) return say({ code: 'ORDER_NOT_OPEN', action: 'change' });
  return order.hasOpenChange ? say({ code: 'CHANGE_OPEN' }) : null;
}

function blockedBy(order: OrderStanding, step: OrderAction, named: string, locale: Locale, now: Date): string | null {
  const say = (refusal: OrderRefusal) => explain(orderMessages, refusal, locale).message;
  if (!nextState(ORDER_TRANSITIONS, order.status, step).ok) return say({ code: 'ORDER_NOT_OPEN', action: named });
  if (step === 'shortClose' && order.openShipments > 0) return say({ code: 'GOODS_ON_THE_ROAD', shipments: order.openShipments });
  if (step === 'cancel' && !mayCancelAlone(order.status, order.cutoffAt, now)) {
    return say({ code: 'CANCEL_NEEDS_CONSENT', at: order.cutoffAt! });
  }
  if (step === 'dispatch' && !order.hasGoodsToDispatch) return ALL_SENT[locale];
  return null;
}
