import { instantMs, type Instant } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

export type OrderState =
  | 'DRAFT'
  | 'PLACED'
  | 'COUNTERED'
  | 'CONFIRMED'
  | 'REFUSED'
  | 'CANCELLED'
  | 'IN_DELIVERY'
  | 'RECEIVED_PART'
  | 'RECEIVED'
  | 'CLOSED';
export type OrderAction =
  | 'place'
  | 'acknowledgeAll'
  | 'counter'
  | 'refuse'
  | 'acceptCounter'
  | 'cancel'
  | 'dispatch'
  | 'receivePart'
  | 'receiveAll'
  | 'close'
  | 'shortClose'
  | 'voidPart'
  | 'voidAll';

/** The buyer places, accepts a counter, cancels and receives; the seller answers and dispatches. */
export const ORDER_TRANSITIONS: Transitions<OrderState, OrderAction> = {
  DRAFT: { place: 'PLACED' },
  PLACED: { acknowledgeAll: 'CONFIRMED', counter: 'COUNTERED', refuse: 'REFUSED', cancel: 'CANCELLED' },
  COUNTERED: { acceptCounter: 'CONFIRMED', cancel: 'CANCELLED' },
  CONFIRMED: { dispatch: 'IN_DELIVERY', cancel: 'CANCELLED' },
  REFUSED: {},
  CANCELLED: {},
  // A short close here is for goods that all came back; the service refuses it while any are on the road.
  IN_DELIVERY: { dispatch: 'IN_DELIVERY', receivePart: 'RECEIVED_PART', receiveAll: 'RECEIVED', shortClose: 'CLOSED' },
  RECEIVED_PART: {
    dispatch: 'RECEIVED_PART',
    receivePart: 'RECEIVED_PART',
    receiveAll: 'RECEIVED',
    shortClose: 'CLOSED',
    voidPart: 'RECEIVED_PART',
    voidAll: 'IN_DELIVERY',
  },
  // A receipt that is taken back, before anything is invoiced on it, opens the order again.
  RECEIVED: { close: 'CLOSED', voidPart: 'RECEIVED_PART', voidAll: 'IN_DELIVERY' },
  // Also one that ended because nothing was accepted; the service keeps paid and short-closed orders closed.
  CLOSED: { voidPart: 'RECEIVED_PART', voidAll: 'IN_DELIVERY' },
};

/** Late is a flag read from the clock, not a state: the order can still be answered. */
export function isAckOverdue(order: { readonly state: OrderState; readonly ackDueAt: Instant | null }, now: Date): boolean {
  return order.state === 'PLACED' && order.ackDueAt !== null && instantMs(order.ackDueAt) < now.getTime();
}
