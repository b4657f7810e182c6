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
  readonly gradeText?: string;
  readonly packText?: string;
  /** Code or name of the store. */
  readonly placeText?: string;
  /** "06:00-09:00". */
  readonly windowText?: string;
  readonly costCenterText?: string;
}

type Column = keyof typeof HEADER_WORDS;
type Columns = { readonly product: number; readonly quantity: number } & Readonly<Partial<Record<Column, number>>>;

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
    'gtin',
    'ma vach',
    'barcode',
  ],
  quantity: ['so luong', 'so luong dat', 'sl', 'khoi luong', 'qty', 'quantity'],
  date: ['ngay', 'ngay giao', 'ngay giao hang', 'ngay can', 'ngay nhan', 'date', 'delivery date', 'deliver on'],
  grade: ['loai', 'pham cap', 'hang', 'chat luong', 'grade'],
  pack: ['quy cach', 'dong goi', 'kien', 'thung', 'pack', 'case'],
  place: [
    'cua hang',
    'ma cua hang',
    'noi nhan',
    'diem giao',
    'diem nhan',
    'dia diem',
    'kho',
    'ma kho',
    'ma ch',
    'store',
    'store code',
    'place',
    'ship to',
    'dc',
  ],
  window: ['gio', 'khung gio', 'gio giao', 'gio nhan', 'window', 'slot', 'time'],
  costCenter: ['ma chi phi', 'trung tam chi phi', 'bo phan', 'cost center', 'cost centre'],
} as const;

/**
 * Reads cells copied from Excel (tabs) or CSV (";" or ",", quotes allowed), with or without a header row, in any column order.
 * Without a header the first text cell is the product, the first number the quantity, the first date the date; grades, packs, stores,
 * hours and cost centers are known by their heading only. Empty lines are skipped.
 */
export function parsePaste(text: string, locale: Locale = 'vi'): PastedRow[] {
  return readCells(splitRows(text), locale);
}

/** The same for cells of an uploaded sheet; rows are counted from 1. */
export function parseSheet(cells: readonly (readonly string[])[], locale: Locale = 'vi'): PastedRow[] {
  return readCells(
    cells.map((row, index) => ({ lineNumber: index + 1, cells: row.map((cell) => cell.replace(/\s+/g, ' ').trim()) })),
    locale,
  );
}

const TEXT_OF: readonly (readonly [Column, keyof PastedRow])[] = [
  ['date', 'dateText'],
  ['grade', 'gradeText'],
  ['pack', 'packText'],
  ['place', 'placeText'],
  ['window', 'windowText'],
  ['costCenter', 'costCenterText'],
];

function readCells(all: readonly { lineNumber: number; cells: readonly string[] }[], locale: Locale): PastedRow[] {
  const rows = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  // A form of the buyer may have a title above its heading.
  const at = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => headerColumns(cells) !== null);
  const header = at < 0 ? null : headerColumns(rows[at]!.cells);
  return rows.slice(at + 1).map(({ lineNumber, cells }) => {
    const columns = header ?? guessColumns(cells, locale);
    const more = TEXT_OF.flatMap(([column, key]) => {
      const index = columns[column];
      const cell = index === undefined ? '' : (cells[index] ?? '');
      return cell ? [[key, cell] as const] : [];
    });
    return {
      lineNumber,
      productText: cells[columns.product] ?? '',
      quantityText: cells[columns.quantity] ?? '',
      ...Object.fromEntries(more),
    };
  });
}

/** How many rows may stand above the heading. */
const HEADER_WITHIN = 10;

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
  const found = Object.fromEntries(
    (Object.keys(HEADER_WORDS) as Column[]).flatMap((column) => {
      const index = folded.findIndex((cell) => (HEADER_WORDS[column] as readonly string[]).includes(cell));
      return index < 0 ? [] : [[column, index] as const];
    }),
  ) as Partial<Record<Column, number>>;
  const { product, quantity } = found;
  return product === undefined || quantity === undefined ? null : { ...found, product, quantity };
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
  return date < 0 ? { product, quantity } : { product, quantity, date };
}
