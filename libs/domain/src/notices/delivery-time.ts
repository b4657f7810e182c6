import { addDays, instantMs, type LocalDate, localDateOf } from '../shared/calendar-date.js';
import type { NoticeWay } from './notice-group.js';

/** Minutes since midnight in Việt Nam, 0 to 1439. */
export type MinuteOfDay = number;

export interface NoticeHours {
  /** No e-mail from `from` (inclusive) to `to` (exclusive), over midnight when `from` is later; null: at any hour. */
  readonly quiet: { readonly from: MinuteOfDay; readonly to: MinuteOfDay } | null;
  /** When the day's letter goes; inside quiet hours it waits for their end. */
  readonly digestAt: MinuteOfDay;
}

export const USUAL_HOURS: NoticeHours = { quiet: { from: 21 * 60, to: 6 * 60 }, digestAt: 7 * 60 };

const DAY = 24 * 60;
const MINUTE_MS = 60_000;

/** Việt Nam keeps one clock all year, so that every minute of a day exists once. */
const atMinute = (day: LocalDate, minute: MinuteOfDay): Date => new Date(instantMs(day) + minute * MINUTE_MS);
const minuteOf = (at: Date): number => (at.getTime() - instantMs(localDateOf(at))) / MINUTE_MS;

/** True inside quiet hours; equal ends mean none. */
export function isQuiet({ quiet }: NoticeHours, at: Date): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const minute = minuteOf(at);
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** `at`, or the end of the quiet hours it falls into. */
function afterQuiet(hours: NoticeHours, at: Date): Date {
  if (!isQuiet(hours, at)) return at;
  const day = localDateOf(at);
  const end = atMinute(day, hours.quiet!.to);
  return end > at ? end : atMinute(addDays(day, 1), hours.quiet!.to);
}

/** The moment of the letter of `day`. */
export const digestTime = (hours: NoticeHours, day: LocalDate): Date => afterQuiet(hours, atMinute(day, hours.digestAt % DAY));

/** The day whose letter carries what is told at `now`: the first letter that has not left yet. */
export function digestDay(hours: NoticeHours, now: Date): LocalDate {
  // Yesterday's letter may still be waiting for the end of quiet hours.
  let day = addDays(localDateOf(now), -1);
  while (digestTime(hours, day) <= now) day = addDays(day, 1);
  return day;
}

export interface NoticeDispatch {
  readonly way: NoticeWay;
  /** Does not wait for the end of quiet hours. */
  readonly urgent: boolean;
}

/** When an e-mail about something told at `now` leaves; null when none does. */
export function deliveryTime(hours: NoticeHours, { way, urgent }: NoticeDispatch, now: Date): Date | null {
  if (way === 'EMAIL') return urgent ? now : afterQuiet(hours, now);
  if (way === 'DIGEST') return digestTime(hours, digestDay(hours, now));
  return null;
}
