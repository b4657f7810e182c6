import { parseLocalDate } from '../shared/calendar-date.js';
import { Quantity, type Locale } from '../shared/quantity.js';
import { foldVietnamese } from '../shared/text.js';

/** One pasted line, as text: what cannot be read is shown to the person, never guessed. */
export interface PastedRow {
  /** 1-based line in the pasted text. */
  readonly lineNumber: number;
  readonly productText: string;
  readonly quantityText: string;
  readonly dateText?: string;
}

interface Columns {
  readonly product: number;
  readonly quantity: number;
  readonly date: number | undefined;
}

const HEADER_WORDS = {
  product: [
    'san pham',
    'ten san pham',
    'ten hang',
    'mat hang',
    'hang hoa',
    'ma hang',
    'ma',
    'sku',
    'product',
    'item',
    'product name',
  ],
  quantity: ['so luong', 'so luong dat', 'sl', 'khoi luong', 'qty', 'quantity'],
  date: ['ngay', 'ngay giao', 'ngay giao hang', 'ngay can', 'date', 'delivery date', 'deliver on'],
} as const;

/**
 * Reads cells copied from Excel (tabs) or CSV (";" or ",", quotes allowed), with or without a header row, in any column order.
 * Without a header the first text cell is the product, the first number the quantity, the first date the date. Empty lines are skipped.
 */
export function parsePaste(text: string, locale: Locale = 'vi'): PastedRow[] {
  const rows = splitRows(text).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = rows[0] && headerColumns(rows[0].cells);
  return rows.slice(header ? 1 : 0).map(({ lineNumber, cells }) => {
    const columns = header || guessColumns(cells, locale);
    const dateText = columns.date === undefined ? '' : (cells[columns.date] ?? '');
    return {
      lineNumber,
      productText: cells[columns.product] ?? '',
      quantityText: cells[columns.quantity] ?? '',
      ...(dateText && { dateText }),
    };
  });
}

function splitRows(text: string): { lineNumber: number; cells: string[] }[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = clean.includes('\t') ? '\t' : clean.includes(';') ? ';' : ',';
  const rows = [{ lineNumber: 1, cells: [''] }];
  let [quoted, lineNumber] = [false, 1];
  for (let i = 0; i < clean.length; i++) {
    const char = clean[i]!;
    const { cells } = rows.at(-1)!;
    if (char === '\n') lineNumber++;
    if (char === '"' && quoted && clean[i + 1] === '"') cells[cells.length - 1] += clean[++i]!;
    else if (char === '"' && (quoted || cells.at(-1) === '')) quoted = !quoted;
    else if (char === separator && !quoted) cells.push('');
    else if (char === '\n' && !quoted) rows.push({ lineNumber, cells: [''] });
    else cells[cells.length - 1] += char;
  }
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replace(/\s+/g, ' ').trim()) }));
}

function headerColumns(cells: readonly string[]): Columns | null {
  const folded = cells.map((cell) => foldVietnamese(cell).replace(/\s*\(.*\)$/, ''));
  const find = (words: readonly string[]) => folded.findIndex((cell) => words.includes(cell));
  const [product, quantity, date] = [find(HEADER_WORDS.product), find(HEADER_WORDS.quantity), find(HEADER_WORDS.date)];
  return product < 0 || quantity < 0 ? null : { product, quantity, date: date < 0 ? undefined : date };
}

function guessColumns(cells: readonly string[], locale: Locale): Columns {
  const isDate = (cell: string) => parseLocalDate(cell).ok;
  const isNumber = (cell: string) => {
    const parsed = Quantity.parse(cell.replace(/\s*\p{L}+$/u, ''), locale);
    return parsed.ok || parsed.refusal.code !== 'QUANTITY_NOT_A_NUMBER';
  };
  const date = cells.findIndex(isDate);
  const product = Math.max(
    0,
    cells.findIndex((cell) => cell !== '' && !isDate(cell) && !isNumber(cell)),
  );
  const number = cells.findIndex((cell, i) => i > product && !isDate(cell) && isNumber(cell));
  const quantity = number < 0 ? cells.findIndex((cell, i) => i !== product && i !== date && cell !== '') : number;
  return { product, quantity, date: date < 0 ? undefined : date };
}
