import { accept, refuse, type Result } from './result.js';

/** A business day in Vietnam, "YYYY-MM-DD". Plain string comparison orders it. */
export type LocalDate = string;

/** A moment: ISO 8601 text or Date. A LocalDate given as a moment means the start of that day in Vietnam. */
export type Instant = string | Date;

export interface DateRefusal {
  readonly code: 'DATE_NOT_VALID';
  readonly text: string;
}

const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh: UTC+7 the whole year, no daylight saving. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const toMs = (date: LocalDate): number => {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: "${date}"`);
  return Date.parse(`${date}T00:00:00Z`);
};
const fromMs = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** True for a day that exists: 2026-02-29 is false. */
export function isLocalDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && fromMs(ms) === text;
}

/** Reads "2026-03-05", "5/3/2026", "05-03-2026", "05.03.2026" (day first, as in Vietnam). */
export function parseLocalDate(text: string): Result<LocalDate, DateRefusal> {
  const trimmed = text.trim();
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const iso = dayFirst ? `${dayFirst[3]}-${dayFirst[2]!.padStart(2, '0')}-${dayFirst[1]!.padStart(2, '0')}` : trimmed;
  return isLocalDate(iso) ? accept(iso) : refuse({ code: 'DATE_NOT_VALID', text });
}

/** The business day it is in Vietnam at `now`. */
export const today = (now: Date): LocalDate => fromMs(now.getTime() + VIETNAM_OFFSET_MS);

/** Milliseconds since 1970, for ordering moments of mixed form. Throws RangeError when it is no moment. */
export function instantMs(instant: Instant): number {
  if (instant instanceof Date) return instant.getTime();
  const ms = ISO_DATE.test(instant) ? toMs(instant) - VIETNAM_OFFSET_MS : Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not a moment: "${instant}"`);
  return ms;
}

/** The business day in Vietnam on which `instant` falls. */
export const localDateOf = (instant: Instant): LocalDate =>
  typeof instant === 'string' && ISO_DATE.test(instant) ? instant : today(new Date(instantMs(instant)));

export const addDays = (date: LocalDate, days: number): LocalDate => fromMs(toMs(date) + days * DAY_MS);

/** Same day of the month, or its last day when there is none (31/01 + 1 month → 28/02). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const first = fromMs(Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1));
  return `${first.slice(0, 8)}${String(Math.min(Number(date.slice(8)), daysInMonth(first))).padStart(2, '0')}`;
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (toMs(to) - toMs(from)) / DAY_MS;

/** −1, 0 or 1. */
export const compareDates = (a: LocalDate, b: LocalDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** 1 to 12. */
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));

export const daysInMonth = (date: LocalDate): number => new Date(Date.UTC(yearOf(date), monthOf(date), 0)).getUTCDate();

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(toMs(date)).getUTCDay() || 7;

/** Monday of the week. */
export const startOfWeek = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** ISO 8601 week, "2026-W10": the year is the one its Thursday lies in. */
export function isoWeek(date: LocalDate): string {
  const thursday = addDays(startOfWeek(date), 3);
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** "05/03/2026". */
export const formatDateVi = (date: LocalDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** A moment in Việt Nam: "14:30 ngày 24/11/2026". */
export function formatInstantVi(instant: Date): string {
  const local = new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${formatDateVi(local.slice(0, 10))}`;
}

/** "03/2026". */
export const formatMonthYear = (date: LocalDate): string => `${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** "ngày 05 tháng 3 năm 2026": days below 10 and months 1 and 2 carry a leading zero (Nghị định 30/2020/NĐ-CP, annex I). */
export function officialDateLine(date: LocalDate): string {
  const month = monthOf(date);
  return `ngày ${date.slice(8)} tháng ${month < 3 ? `0${month}` : month} năm ${yearOf(date)}`;
}
