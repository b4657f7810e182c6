import { parseLocalDate } from '@lienket/domain';
import type { Period } from './schedule-periods';

interface PastedSchedule {
  /** What goes into a period, under its first day, as typed in the sheet. */
  readonly schedule: Record<string, string>;
  readonly filled: number;
  /** Rows whose day fits no period. */
  readonly skipped: number;
}

/**
 * Cells copied from a sheet: two columns are day and quantity, each into the period the day falls in; one column fills downwards
 * from `start`. A heading row, whose quantity has no digit, is left out. Null for text that is no sheet.
 */
export function pasteSchedule(text: string, periods: readonly Period[], start: number): PastedSchedule | null {
  const rows = text
    .replace(/\r/g, '')
    .split('\n')
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean));
  if (rows.length === 0 || (rows.length === 1 && rows[0]!.length === 1)) return null;
  const schedule: Record<string, string> = {};
  let skipped = 0;
  let at = start;
  for (const cells of rows) {
    const qty = cells.at(-1) ?? '';
    if (!/\d/.test(qty)) continue;
    const read = cells.length > 1 ? parseLocalDate(cells[0]!) : null;
    const period = read
      ? read.ok
        ? periods.find(({ from, to }) => read.value >= from && read.value <= to)
        : undefined
      : periods[at];
    at += 1;
    if (period) schedule[period.from] = qty;
    else skipped += 1;
  }
  return { schedule, filled: Object.keys(schedule).length, skipped };
}
