import { instantMs, type Instant } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

export const RFQ_STATES = ['DRAFT', 'OPEN', 'CLOSED', 'AWARDED', 'CANCELLED'] as const;
export type RfqState = (typeof RFQ_STATES)[number];
export type RfqAction = 'send' | 'close' | 'extend' | 'award' | 'cancel';

/** All by the buyer; the deadline closes by the clock alone. A closed request may still be extended, awarded or given up. */
export const RFQ_TRANSITIONS: Transitions<RfqState, RfqAction> = {
  DRAFT: { send: 'OPEN', cancel: 'CANCELLED' },
  OPEN: { close: 'CLOSED', extend: 'OPEN', cancel: 'CANCELLED' },
  CLOSED: { extend: 'OPEN', award: 'AWARDED', cancel: 'CANCELLED' },
  AWARDED: {},
  CANCELLED: {},
};

/** What the request is at `now`: open past its deadline is closed, whether or not anybody wrote it down. */
export function rfqStateAt(rfq: { readonly state: RfqState; readonly deadlineAt: Instant | null }, now: Date): RfqState {
  const over = rfq.state === 'OPEN' && rfq.deadlineAt !== null && instantMs(rfq.deadlineAt) <= now.getTime();
  return over ? 'CLOSED' : rfq.state;
}
