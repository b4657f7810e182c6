import { isInSeason } from '../catalog/season.js';
import { addDays, addMonths, startOfWeek, type LocalDate } from '../shared/calendar-date.js';
import { packsFor } from '../shared/pack.js';
import { Quantity } from '../shared/quantity.js';

export type ScheduleSplit = 'NONE' | 'MONTH' | 'WEEK';

export interface SchedulePeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Two years of weeks: more rows nobody fills in. */
const MOST = 104;

/** Calendar months or Monday weeks of the validity that touch the season, the first and last clipped to the validity. */
export function periodsOf(
  split: ScheduleSplit,
  validFrom: LocalDate,
  validTo: LocalDate,
  season: readonly number[],
): SchedulePeriod[] {
  if (split === 'NONE' || !validFrom || !validTo || validTo < validFrom) return [];
  const periods: SchedulePeriod[] = [];
  let start = split === 'MONTH' ? `${validFrom.slice(0, 8)}01` : startOfWeek(validFrom);
  while (start <= validTo && periods.length < MOST) {
    const next = split === 'MONTH' ? addMonths(start, 1) : addDays(start, 7);
    const from = start < validFrom ? validFrom : start;
    const last = addDays(next, -1);
    const to = last > validTo ? validTo : last;
    if (isInSeason(season, from) || isInSeason(season, to)) periods.push({ from, to });
    start = next;
  }
  return periods;
}

/** `total` in whole packs, as evenly as they go, the earlier periods first; what is no whole pack is left out. */
export function splitEvenly(total: Quantity, packSize: Quantity, count: number): Quantity[] {
  if (count === 0) return [];
  const whole = packsFor(total, packSize);
  const packs = packSize.timesRatio(whole, 1n).compare(total) > 0 ? whole - 1n : whole;
  const each = packs / BigInt(count);
  const rest = Number(packs % BigInt(count));
  return Array.from({ length: count }, (_, index) => packSize.timesRatio(each + (index < rest ? 1n : 0n), 1n));
}

export interface DeliveryRhythm {
  /** What was agreed in all, base unit. */
  readonly total: Quantity;
  readonly packSize: Quantity;
  /** Of each week, when the buyer asked for a weekly quantity; null spreads the total evenly. */
  readonly perWeek: Quantity | null;
  readonly season: readonly number[];
}

export interface PlannedDelivery extends SchedulePeriod {
  readonly qty: Quantity;
}

/**
 * A delivery plan for an agreed quantity: Monday weeks between the two days that lie in season. It adds up to the total exactly;
 * weeks that are too few for the weekly quantity share it evenly, and what is no whole pack comes with the last delivery.
 * Empty when no week lies in season.
 */
export function weeklyDeliveries(rhythm: DeliveryRhythm, from: LocalDate, to: LocalDate): PlannedDelivery[] {
  const { total, packSize, perWeek, season } = rhythm;
  const weeks = periodsOf('WEEK', from, to, season);
  if (weeks.length === 0 || !total.isPositive) return [];
  const fits = perWeek !== null && perWeek.isPositive && perWeek.timesRatio(BigInt(weeks.length), 1n).compare(total) >= 0;
  const even = splitEvenly(total, packSize, weeks.length);
  let left = total;
  const planned = weeks.flatMap((week, index): PlannedDelivery[] => {
    const qty = Quantity.min(fits ? perWeek : even[index]!, left);
    left = left.sub(qty);
    return qty.isPositive ? [{ ...week, qty }] : [];
  });
  const last = planned.at(-1) ?? { ...weeks[0]!, qty: Quantity.ZERO };
  return [...planned.slice(0, -1), { ...last, qty: last.qty.add(left) }];
}
