import { addDays, daysBetween, type LocalDate } from '../../shared/calendar-date.js';
import { divideCeil } from '../../shared/integer.js';

export interface LotDates {
  /** First day on which the lot may leave (ripened, rested, dried); null: from the start. */
  readonly goodFrom: LocalDate | null;
  /** Last day on which the goods may be sold; null: they do not spoil. */
  readonly expiresOn: LocalDate | null;
  /** The buyer does without its minimum for this lot: little life is no reason to stay, being past the last day still is. */
  readonly lifeWaived?: boolean;
}

export type LotBlock = 'NOT_GOOD_YET' | 'EXPIRED' | 'TOO_LITTLE_LIFE';

/** Days of life that must be left when goods arrive: what the product says, else a share of its shelf life, rounded up. */
export function minRemainingDays(
  product: { readonly minLifeDays: number | null; readonly shelfLifeDays: number | null },
  shareBp: number,
): number {
  if (product.minLifeDays !== null) return product.minLifeDays;
  return product.shelfLifeDays === null ? 0 : Number(divideCeil(BigInt(product.shelfLifeDays) * BigInt(shareBp), 10_000n));
}

/**
 * The days asked for where a contract agrees a share of the shelf life too: the strictest counts. Of goods without a known
 * shelf life no share can be taken, so only the days hold.
 */
export function strictestMinDays(
  rule: { readonly minDays: number; readonly shelfLifeDays: number | null },
  agreedBp: number | null,
): number {
  if (agreedBp === null) return rule.minDays;
  return Math.max(rule.minDays, minRemainingDays({ minLifeDays: null, shelfLifeDays: rule.shelfLifeDays }, agreedBp));
}

/** Why a lot may not leave on `leaves` to arrive on `arrives`; null when it may. */
export function lotBlock(
  lot: LotDates,
  { leaves, arrives, minDays }: { readonly leaves: LocalDate; readonly arrives: LocalDate; readonly minDays: number },
): LotBlock | null {
  if (lot.goodFrom !== null && lot.goodFrom > leaves) return 'NOT_GOOD_YET';
  if (lot.expiresOn === null) return null;
  if (lot.expiresOn < arrives || lot.expiresOn < leaves) return 'EXPIRED';
  return !lot.lifeWaived && daysBetween(arrives, lot.expiresOn) < minDays ? 'TOO_LITTLE_LIFE' : null;
}

/** Last day on which the lot may arrive with enough life left; null: any day. */
export const lastArrival = ({ expiresOn }: LotDates, minDays: number): LocalDate | null =>
  expiresOn === null ? null : addDays(expiresOn, -minDays);
