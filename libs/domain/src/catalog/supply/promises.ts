import { addDays, startOfWeek, type LocalDate } from '../../shared/calendar-date.js';
import { Quantity } from '../../shared/quantity.js';
import { isInSeason, type SeasonMonths } from '../season.js';
import { windowHas, type HarvestWindow } from './harvest-window.js';
import { weeksBetween, type WeekStart } from './week.js';

/** A quantity wanted in a week. */
export interface WeekQty {
  readonly week: WeekStart;
  readonly qty: Quantity;
}

/**
 * Shares `qty` among the weeks of a period by the days each has in it, in season where there is a season; to the gram,
 * and in whole units where `qty` is whole: the shares add up to `qty` again. A period without a day in season is shared over all its days.
 */
export function spreadOverWeeks(
  qty: Quantity,
  from: LocalDate,
  to: LocalDate,
  season: { readonly windows: readonly HarvestWindow[]; readonly months: SeasonMonths },
): WeekQty[] {
  const isSeason = (date: LocalDate) =>
    season.windows.length > 0 ? season.windows.some((window) => windowHas(window, date)) : isInSeason(season.months, date);
  const count = (counts: (date: LocalDate) => boolean) =>
    weeksBetween(from, to).map((week) => ({
      week,
      days: [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(week, day)).filter((date) => date >= from && date <= to && counts(date))
        .length,
    }));
  const inSeason = count(isSeason);
  const weeks = (inSeason.some(({ days }) => days > 0) ? inSeason : count(() => true)).filter(({ days }) => days > 0);
  const total = weeks.reduce((sum, { days }) => sum + days, 0);
  // Whole units stay whole: nobody promises a third of a box.
  const step = qty.thousandths % 1000n === 0n ? 1000n : 1n;
  let [seen, given] = [0, Quantity.ZERO];
  return weeks.flatMap(({ week, days }) => {
    seen += days;
    const upToHere = Quantity.fromThousandths(((qty.thousandths * BigInt(seen)) / (BigInt(total) * step)) * step);
    const share = upToHere.sub(given);
    given = upToHere;
    return share.isPositive ? [{ week, qty: share }] : [];
  });
}

/**
 * What an agreement's schedule still asks of coming weeks. A call-off takes from the schedule of its own week, then of
 * later weeks, the nearest first: what was called early is not asked for again, and a week that went by uncalled lapses.
 */
export function openSchedule(
  schedule: readonly WeekQty[],
  callOffs: readonly { readonly on: LocalDate; readonly qty: Quantity }[],
): WeekQty[] {
  const open = [...schedule].sort((a, b) => (a.week < b.week ? -1 : 1)).map(({ week, qty }) => ({ week, qty }));
  for (const callOff of [...callOffs].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    let left = callOff.qty;
    const own = startOfWeek(callOff.on);
    for (const row of open) {
      if (row.week < own || !left.isPositive) continue;
      const taken = Quantity.min(row.qty, left);
      row.qty = row.qty.sub(taken);
      left = left.sub(taken);
    }
  }
  return open.filter(({ qty }) => qty.isPositive);
}
