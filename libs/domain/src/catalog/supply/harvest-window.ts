import { addDays, monthOf, type LocalDate } from '../../shared/calendar-date.js';
import { Quantity } from '../../shared/quantity.js';
import { accept, refuse, type Result } from '../../shared/result.js';
import { isInSeason, type SeasonMonths } from '../season.js';
import type { WeekStart } from './week.js';

/** "MM-DD": a day of every year. */
export type YearDay = string;

/** A stretch of the year in which a product is harvested, both days included; `from` after `to` crosses the new year. */
export interface HarvestWindow {
  readonly from: YearDay;
  readonly to: YearDay;
  /** What a whole week inside the window usually brings, in the base unit; null when nobody has said. */
  readonly weeklyQty: Quantity | null;
}

export type HarvestWindowRefusal =
  | { readonly code: 'WINDOW_DAY_NOT_VALID'; readonly row: number }
  | { readonly code: 'WINDOWS_OVERLAP'; readonly row: number }
  | { readonly code: 'WINDOW_VOLUME_NEGATIVE'; readonly row: number };

const LENGTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that some year has: 02-29 is one, 02-30 is not. */
export function isYearDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [month, day] = [Number(match[1]), Number(match[2])];
  return month >= 1 && month <= 12 && day >= 1 && day <= LENGTH[month - 1]!;
}

export const windowHas = ({ from, to }: Pick<HarvestWindow, 'from' | 'to'>, date: LocalDate): boolean => {
  const day = date.slice(5);
  return from <= to ? from <= day && day <= to : day >= from || day <= to;
};

/** Windows of one product: real days, no two sharing a day. `row` counts from 0. */
export function checkHarvestWindows(windows: readonly HarvestWindow[]): Result<readonly HarvestWindow[], HarvestWindowRefusal> {
  for (const [row, window] of windows.entries()) {
    if (!isYearDay(window.from) || !isYearDay(window.to)) return refuse({ code: 'WINDOW_DAY_NOT_VALID', row });
    if (window.weeklyQty?.isNegative) return refuse({ code: 'WINDOW_VOLUME_NEGATIVE', row });
    // Two stretches of a circle meet when one holds the other's first day.
    const meets = (other: HarvestWindow) => windowHas(other, `2024-${window.from}`) || windowHas(window, `2024-${other.from}`);
    if (windows.slice(0, row).some(meets)) return refuse({ code: 'WINDOWS_OVERLAP', row });
  }
  return accept(windows);
}

/** How many of a week's seven days lie in the window. */
const daysInside = (window: HarvestWindow, week: WeekStart): number =>
  [0, 1, 2, 3, 4, 5, 6].filter((day) => windowHas(window, addDays(week, day))).length;

/** What the calendar lets one expect of a week: a week cut by the window's edge counts by its days; null when no window says a volume. */
export function calendarQty(windows: readonly HarvestWindow[], week: WeekStart): Quantity | null {
  const known = windows.filter((window) => window.weeklyQty !== null);
  if (known.length === 0) return null;
  return Quantity.sum(known.map((window) => window.weeklyQty!.timesRatio(BigInt(daysInside(window, week)), 7n, 'down')));
}

/** Whether any day of the week is harvest time; without windows the coarse months of the product answer. */
export function isHarvestWeek(windows: readonly HarvestWindow[], months: SeasonMonths, week: WeekStart): boolean {
  return windows.length > 0
    ? windows.some((window) => daysInside(window, week) > 0)
    : [0, 6].some((day) => isInSeason(months, addDays(week, day)));
}

/** Months that hold a day of a window, for readers that know months only. */
export function monthsOfWindows(windows: readonly HarvestWindow[]): number[] {
  const months = new Set<number>();
  for (const window of windows) {
    for (let date = '2024-01-01'; date < '2025-01-01'; date = addDays(date, 1)) {
      if (windowHas(window, date)) months.add(monthOf(date));
    }
  }
  return [...months].sort((a, b) => a - b);
}
