import { addDays, daysBetween, startOfWeek, type LocalDate } from '../../shared/calendar-date.js';

/** The Monday that names a week; ISO weeks begin on Monday. */
export type WeekStart = LocalDate;

/** Mondays from the week of `from` to the week of `to`, both included; empty when `to` lies in an earlier week. */
export function weeksBetween(from: LocalDate, to: LocalDate): WeekStart[] {
  const first = startOfWeek(from);
  const count = Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index * 7));
}

/** Sunday of the week. */
export const endOfWeek = (week: WeekStart): LocalDate => addDays(week, 6);
