import { daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { Quantity } from '../shared/quantity.js';
import type { ReceiptCount } from './receipt.js';

/** What was known of the goods of a shipment line when they left. */
export interface SentLife {
  /** Last day of the lot; null: not known, or it does not spoil. */
  readonly expiresOn: LocalDate | null;
  /** Days of life the rules asked for on arrival; null: not known. */
  readonly minDays: number | null;
  /** Last day of arrival of the waiver the lot left under; null: under none. */
  readonly waivedUntil: LocalDate | null;
}

export type ArrivalProblem = 'EXPIRED' | 'TOO_LITTLE_LIFE';

/**
 * What is wrong with the life of goods as they stand at the ramp on a day: a truck may come later than it was to. Past their last day they
 * are not accepted; with less life than was asked for the receiver is told, and decides. A waiver speaks of the minimum, up to its last day.
 */
export function arrivalProblem({ expiresOn, minDays, waivedUntil }: SentLife, on: LocalDate): ArrivalProblem | null {
  if (expiresOn === null) return null;
  if (expiresOn < on) return 'EXPIRED';
  if (minDays === null || (waivedUntil !== null && on <= waivedUntil)) return null;
  return daysBetween(on, expiresOn) < minDays ? 'TOO_LITTLE_LIFE' : null;
}

/** The reason under which silence turns goods away; one of the list, which is data. */
export const EXPIRED_ON_ARRIVAL = 'EXPIRED';

/**
 * What silence makes of a line that nobody counted: received in full, except goods that were past their last day when they came, which
 * nobody may accept without a word in his name. The day of arrival decides, not the hour of the automatic receipt: what ran out on the
 * buyer's shelf while it was silent is the buyer's. Less life than was asked for is the buyer's to turn down; by silence it did not, and
 * it may still claim.
 */
export function silentCount(dispatched: Quantity, expiresOn: LocalDate | null, arrivedOn: LocalDate): ReceiptCount {
  const expired = arrivalProblem({ expiresOn, minDays: null, waivedUntil: null }, arrivedOn) === 'EXPIRED';
  return expired
    ? { accepted: Quantity.ZERO, rejected: dispatched, missing: Quantity.ZERO, reason: EXPIRED_ON_ARRIVAL }
    : { accepted: dispatched, rejected: Quantity.ZERO, missing: Quantity.ZERO, reason: null };
}
