import { formulaSafe } from './formula-safe.js';
import { serialOfDate } from './numbers-and-dates.js';

/** What a column holds decides how its cells are written. DATE: "YYYY-MM-DD"; INSTANT: shown on the clock of Việt Nam. */
export type ColumnKind = 'TEXT' | 'INTEGER' | 'DECIMAL' | 'DATE' | 'INSTANT';
export type CellValue = string | number | bigint | Date | null | undefined;

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width?: number;
  /** Long words take several lines of a narrow column instead of running out of the page. */
  readonly wraps?: boolean;
  /** Drawn as lengths behind the numbers: of a hundred, or of the column's greatest. */
  readonly bars?: 'PERCENT' | 'COUNT';
  /** Offered as a drop-down list below the header. */
  readonly choices?: readonly string[];
}

export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
  /** Rows to show in grey italics: the template's example. */
  readonly exampleRows?: number;
  /** A page of words rather than a list: lines wrap, nothing is filtered. */
  readonly isText?: boolean;
}

/** A cell as it goes into a file: text for text, else a number's digits. */
export type WrittenCell = { readonly text: string } | { readonly number: string } | null;

const LONGEST_CELL = 32_767;
const ZONE_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Numbers beyond fifteen digits stay text: a spreadsheet would round them. */
export function writtenCell(kind: ColumnKind, value: CellValue): WrittenCell {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'DATE' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    return { number: String(serialOfDate(value)) };
  if (kind === 'INSTANT' && value instanceof Date) {
    return { number: ((value.getTime() + ZONE_MS - Date.UTC(1899, 11, 30)) / DAY_MS).toFixed(8) };
  }
  const text = value instanceof Date ? value.toISOString() : String(value);
  const isNumber = (kind === 'INTEGER' || kind === 'DECIMAL') && /^-?\d{1,15}(\.\d{1,6})?$/.test(text);
  return isNumber ? { number: text } : { text: formulaSafe(text).slice(0, LONGEST_CELL) };
}

/** The same cell for a text file, as a Vietnamese reader writes it. */
export function writtenText(kind: ColumnKind, value: CellValue, decimalComma: boolean): string {
  if (kind === 'DATE' && typeof value === 'string') return value.split('-').reverse().join('/');
  if (kind === 'INSTANT' && value instanceof Date) {
    const local = new Date(value.getTime() + ZONE_MS).toISOString();
    return `${local.slice(0, 10).split('-').reverse().join('/')} ${local.slice(11, 16)}`;
  }
  const cell = writtenCell(kind, value);
  if (!cell) return '';
  if ('text' in cell) return cell.text;
  return numberText(cell.number, decimalComma);
}

/** A number as text that reads one way only: "1.250" could be a thousand or one and a quarter, so it is written "1.2500". */
export function numberText(number: string, decimalComma: boolean): string {
  const clear = /^-?[1-9]\d{0,2}\.\d{3}$/.test(number) ? `${number}0` : number;
  return decimalComma ? clear.replace('.', ',') : clear;
}
