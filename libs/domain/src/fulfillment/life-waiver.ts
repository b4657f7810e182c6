import { daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const LIFE_WAIVER_STATES = ['ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'ENDED'] as const;
export type LifeWaiverState = (typeof LIFE_WAIVER_STATES)[number];
export type LifeWaiverAction = 'grant' | 'refuse' | 'withdraw' | 'end';

export const LIFE_WAIVER_ORIGINS = ['ASKED', 'OFFERED'] as const;
/** ASKED: the seller asked for one lot. OFFERED: the buyer allowed it unasked, for lots it does not see. */
export type LifeWaiverOrigin = (typeof LIFE_WAIVER_ORIGINS)[number];

/** A seller asks, the buyer's manager decides; what was granted can be ended for shipments that have not left yet. */
export const LIFE_WAIVER_TRANSITIONS: Transitions<LifeWaiverState, LifeWaiverAction> = {
  ASKED: { grant: 'GRANTED', refuse: 'REFUSED', withdraw: 'WITHDRAWN' },
  GRANTED: { end: 'ENDED' },
  REFUSED: {},
  WITHDRAWN: {},
  ENDED: {},
};

/** A buyer does without its minimum of remaining life, for lots of one order. */
export interface LifeWaiver {
  readonly state: LifeWaiverState;
  /** The lot the seller asked for; null where the buyer offered. */
  readonly lotId: string | null;
  /** The lot the buyer named in its offer; null: any lot. */
  readonly lotCode: string | null;
  /** Days of life the buyer still asks for in its offer; null: any. */
  readonly leastDays: number | null;
  readonly orderId: string;
  /** null: any line of the order. */
  readonly orderLineId: string | null;
  /** Last day of arrival; known once it is granted. */
  readonly validUntil: LocalDate | null;
}

export interface WaiverUse {
  readonly lotId: string;
  readonly lotCode: string;
  /** Last day of the lot; null: it does not spoil. */
  readonly expiresOn: LocalDate | null;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly arrives: LocalDate;
}

/** Whether the waiver lets the lot leave for this line to arrive on that day. It never excuses goods that are past their last day. */
export const lifeWaiverCovers = (waiver: LifeWaiver, use: WaiverUse): boolean =>
  waiver.state === 'GRANTED' &&
  (waiver.lotId === null || waiver.lotId === use.lotId) &&
  (waiver.lotCode === null || waiver.lotCode === use.lotCode) &&
  (waiver.leastDays === null || use.expiresOn === null || daysBetween(use.arrives, use.expiresOn) >= waiver.leastDays) &&
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

export type LifeOfferRefusal =
  | { readonly code: 'WAIVER_DAY_PAST'; readonly today: LocalDate }
  | { readonly code: 'WAIVER_NO_MINIMUM' }
  | { readonly code: 'WAIVER_LEAST_DAYS'; readonly most: number };

/** A buyer's offer asks for fewer days than the rule (`minDays`), none at the least, and holds from today on. */
export function checkLifeOffer(
  offer: { readonly leastDays: number; readonly validUntil: LocalDate },
  { today, minDays }: { readonly today: LocalDate; readonly minDays: number },
): Result<null, LifeOfferRefusal> {
  if (minDays === 0) return refuse({ code: 'WAIVER_NO_MINIMUM' });
  if (!Number.isInteger(offer.leastDays) || offer.leastDays < 0 || offer.leastDays >= minDays) {
    return refuse({ code: 'WAIVER_LEAST_DAYS', most: minDays - 1 });
  }
  return offer.validUntil < today ? refuse({ code: 'WAIVER_DAY_PAST', today }) : accept(null);
}
