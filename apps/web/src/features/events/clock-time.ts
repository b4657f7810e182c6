/** 545 → "09:05". */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** "9:05", "09h05", "9h" → 545; null when it is no time of a day. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})\s*(?:[:h.]\s*(\d{1,2})?)?\s*$/i.exec(text) ?? [];
  const total = hours === undefined ? NaN : Number(hours) * 60 + Number(minutes);
  return total >= 0 && total < 1440 && Number(minutes) < 60 ? total : null;
}
