import { parseLocalDate, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export type SlotRefusal = { readonly code: 'WINDOW_INCOMPLETE' } | { readonly code: 'WINDOW_NOT_RISING' };

/** Tidies a window: "6h", "6:00", "06.00" and "6" are six o'clock; null where the text is no hour of a day. */
export function parseHour(text: string): string | null {
  const parts = /^\s*(\d{1,2})\s*(?:[h:.g]\s*(\d{2})?)?\s*$/iu.exec(text);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/** "6h-9h", "06:00 - 09:30", "6–9" as two hours; null where it is no window. */
export function parseWindow(text: string): { from: string; to: string } | null {
  const [first, second, ...more] = text.split(/\s*(?:[-–—]|đến|to)\s*/u);
  if (first === undefined || second === undefined || more.length) return null;
  const [from, to] = [parseHour(first), parseHour(second)];
  return from && to && from < to ? { from, to } : null;
}

export function checkWindow(from: string | null, to: string | null): Result<null, SlotRefusal> {
  if ((from === null) !== (to === null)) return refuse({ code: 'WINDOW_INCOMPLETE' });
  if (from !== null && to !== null && from >= to) return refuse({ code: 'WINDOW_NOT_RISING' });
  return accept(null);
}

/** A business day out of a cell; null where it is none. */
export function parseDay(text: string): LocalDate | null {
  const day = parseLocalDate(text);
  return day.ok ? day.value : null;
}
