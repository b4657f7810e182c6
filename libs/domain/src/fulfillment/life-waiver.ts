import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const LIFE_WAIVER_STATES = ['ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'ENDED'] as const;
export type LifeWaiverState = (typeof LIFE_WAIVER_STATES)[number];
export type LifeWaiverAction = 'grant' | 'refuse' | 'withdraw' | 'end';

/** A seller asks, the buyer's manager decides; what was granted can be ended for shipments that have not left yet. */
export const LIFE_WAIVER_TRANSITIONS: Transitions<LifeWaiverState, LifeWaiverAction> = {
  ASKED: { grant: 'GRANTED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  GRANTED: { end: 'ENDED' },
  REFUSED: {},
  WITHDRAWN: {},
  ENDED: {},
};

/** A buyer does without its minimum of remaining life, for one lot and one order. */
export interface LifeWaiver {
  readonly state: LifeWaiverState;
  readonly lotId: string;
  readonly orderId: string;
  /** null: any line of the order. */
  readonly orderLineId: string | null;
  /** Last day of arrival; known once it is granted. */
  readonly validUntil: LocalDate | null;
}

export interface WaiverUse {
  readonly lotId: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly arrives: LocalDate;
}

/** Whether the waiver lets the lot leave for this line to arrive on that day. It never excuses goods that are past their last day. */
export const lifeWaiverCovers = (waiver: LifeWaiver, use: WaiverUse): boolean =>
  waiver.state === 'GRANTED' &&
  waiver.lotId === use.lotId &&
  waiver.orderId === use.orderId &&
  (waiver.orderLineId === null || waiver.orderLineId === use.orderLineId) &&
  waiver.validUntil !== null &&
  use.arrives <= waiver.validUntil;

export type LifeGrantRefusal =
  | { readonly code: 'WAIVER_DAY_PAST'; readonly today: LocalDate }
  | { readonly code: 'WAIVER_AFTER_EXPIRY'; readonly expiresOn: LocalDate };

/** A waiver holds from today on and never beyond the last day of the goods. */
export function checkLifeGrant(
  validUntil: LocalDate,
  { today, expiresOn }: { readonly today: LocalDate; readonly expiresOn: LocalDate },
): Result<null, LifeGrantRefusal> {
  if (validUntil < today) return refuse({ code: 'WAIVER_DAY_PAST', today });
  return validUntil > expiresOn ? refuse({ code: 'WAIVER_AFTER_EXPIRY', expiresOn }) : accept(null);
}
