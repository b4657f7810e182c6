import { daysBetween, weekdayOf, type LocalDate } from '../shared/calendar-date.js';

/** Public holidays, and the Saturdays and Sundays worked in exchange for a day off between two holidays. */
export interface BusinessCalendar {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly workedWeekends: ReadonlySet<LocalDate>;
}

/** Which days a clock counts: offices stand still on holidays, fresh goods and the end of a term do not. */
export type DayCount = 'WORKING' | 'CALENDAR';

/** An approved suspension, both days included; null = it still lasts. */
export interface Suspension {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface ClockRule {
  readonly count: DayCount;
  /** Harvest months 1–12; empty = the whole year. */
  readonly seasonMonths: readonly number[];
  /** Days before the harvest from which the clock already runs, since orders come before goods. */
  readonly horizonDays: number;
  readonly suspensions: readonly Suspension[];
}

/** Whether offices work on this day. */
export function worksOn(day: LocalDate, calendar: BusinessCalendar): boolean {
  if (calendar.holidays.has(day)) return false;
  return weekdayOf(day) <= 5 || calendar.workedWeekends.has(day);
}

/**
 * Days after `from`, up to and including `to`, on which the clock runs: the age of a rung less the days outside the harvest
 * window, less approved suspensions and, for working days, less weekends and holidays. 0 when `to` is not later.
 */
export function daysOnClock(from: LocalDate, to: LocalDate, rule: ClockRule, calendar: BusinessCalendar): number {
  // Plain day numbers: the nightly run walks tens of millions of days.
  const [first, last] = [dayNumber(from) + 1, dayNumber(to)];
  const free = rule.count === 'WORKING' ? numbered(calendar) : null;
  const pauses = rule.suspensions.map(
    (pause) => [dayNumber(pause.from), pause.to === null ? Infinity : dayNumber(pause.to)] as const,
  );
  const months = new Set(rule.seasonMonths);
  const seasonal = months.size > 0 && months.size < 12;
  let days = 0;
  for (let day = first; day <= last; day += 1) {
    if (free !== null && !works(day, free)) continue;
    if (pauses.some(([start, end]) => start <= day && day <= end)) continue;
    if (seasonal && !months.has(monthOfDay(day)) && !(rule.horizonDays > 0 && months.has(monthOfDay(day + rule.horizonDays))))
      continue;
    days += 1;
  }
  return days;
}

const EPOCH = '1970-01-01';
const dayNumber = (day: LocalDate): number => daysBetween(EPOCH, day);

interface NumberedCalendar {
  readonly holidays: ReadonlySet<number>;
  readonly workedWeekends: ReadonlySet<number>;
}

const known = new WeakMap<BusinessCalendar, NumberedCalendar>();

function numbered(calendar: BusinessCalendar): NumberedCalendar {
  const before = known.get(calendar);
  if (before) return before;
  const made = {
    holidays: new Set([...calendar.holidays].map(dayNumber)),
    workedWeekends: new Set([...calendar.workedWeekends].map(dayNumber)),
  };
  known.set(calendar, made);
  return made;
}

/** Day 0 was a Thursday. */
function works(day: number, calendar: NumberedCalendar): boolean {
  if (calendar.holidays.has(day)) return false;
  const weekday = (day + 3) % 7;
  return weekday < 5 || calendar.workedWeekends.has(day);
}

/** Month 1 to 12 of a day since 1970, by the civil calendar's arithmetic of 400-year eras. */
function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const dayOfEra = shifted - Math.floor(shifted / 146_097) * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return month < 10 ? month + 3 : month - 9;
}
