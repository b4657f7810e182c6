import { addDays, addMonths, daysBetween, monthOf, type LocalDate } from '../shared/calendar-date.js';

/** Solar months 1–12 in which a product is harvested; an empty list means the whole year. */
export type SeasonMonths = readonly number[];

export const isYearRound = (months: SeasonMonths): boolean => months.length === 0 || new Set(months).size === 12;

export const isInSeason = (months: SeasonMonths, date: LocalDate): boolean =>
  isYearRound(months) || months.includes(monthOf(date));

/** Days in season from `from` up to, not including, `to`; 0 when `to` is not later. */
export function seasonDaysBetween(months: SeasonMonths, from: LocalDate, to: LocalDate): number {
  let days = 0;
  for (let start = from; start < to;) {
    const nextMonth = addMonths(`${start.slice(0, 8)}01`, 1);
    const end = nextMonth < to ? nextMonth : to;
    if (isInSeason(months, start)) days += daysBetween(start, end);
    start = end;
  }
  return days;
}

/** First day, on or after `date`, of a month that opens a season; null for goods of the whole year. */
export function nextSeasonStart(months: SeasonMonths, date: LocalDate): LocalDate | null {
  if (isYearRound(months)) return null;
  let first = date.endsWith('-01') ? date : addMonths(`${date.slice(0, 8)}01`, 1);
  for (let i = 0; i < 12; i++, first = addMonths(first, 1)) {
    if (isInSeason(months, first) && !isInSeason(months, addDays(first, -1))) return first;
  }
  return null;
}
