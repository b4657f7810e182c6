import { addDays, addMonths, isInSeason, packsFor, Quantity, startOfWeek, type LocalDate } from '@lienket/domain';

export type Split = 'NONE' | 'MONTH' | 'WEEK';

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Two years of weeks: more rows nobody fills in. */
const MOST = 104;

/** Calendar months or Monday weeks of the validity that touch the season, the first and last clipped to the validity. */
export function periodsOf(split: Split, validFrom: LocalDate, validTo: LocalDate, season: readonly number[]): Period[] {
  if (split === 'NONE' || !validFrom || !validTo || validTo < validFrom) return [];
  const periods: Period[] = [];
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
