/** "21:00" of a minute of the day. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The minute of the day of "21:00", "6:30" or "21h30"; null for anything else. */
export function minuteOf(text: string): number | null {
  const [, hour, minute] = /^\s*(\d{1,2})\s*[:h.]\s*(\d{2})?\s*$/.exec(text) ?? [];
  if (hour === undefined) return null;
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
