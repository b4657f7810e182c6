import { isYearDay } from '@lienket/domain';

/** "15/11", "15-11" or "15.11" → "11-15"; null for a day no year has. */
export function readYearDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim());
  const day = match && `${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`;
  return day && isYearDay(day) ? day : null;
}

/** "11-15" → "15/11" */
export const showYearDay = (day: string): string => `${day.slice(3)}/${day.slice(0, 2)}`;
