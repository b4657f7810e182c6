import {
  foldVietnamese,
  parseDay,
  parseLocalDate,
  parsePaste,
  parseSheet,
  type PastedRow,
  Quantity,
  type Locale,
  type QuantityRefusal,
  type Result,
} from '@lienket/domain';
import type { PadCatalogue, PadItem } from './pad-items';

/** One row of the sheet, as texts. */
export interface PadRow {
  id: string;
  /** Key of a pad item, or what was typed and matched none. */
  product: string;
  qty: string;
  /** Grade or pack as typed, while it matches none of the product's. */
  variant?: string;
  /** Id of a place, or what was typed and matched none; empty: the order's place. */
  place?: string;
  /** Day wanted; empty: the order's day. */
  on?: string;
  /** "06:00-09:00". */
  hours?: string;
  cost?: string;
}

/** The parts of a row that a delivery needs beyond goods and amount. */
export type PadColumn = 'place' | 'on' | 'hours' | 'cost';
export const PAD_COLUMNS: readonly PadColumn[] = ['place', 'on', 'hours', 'cost'];

export const newRow = (): PadRow => ({ id: crypto.randomUUID(), product: '', qty: '' });

export const emptyRows = (count: number) => Array.from({ length: count }, newRow);

export const isBlank = (row: PadRow) => !row.product.trim() && !row.qty.trim() && !row.place && !row.on;

/** Any pack may be called so. */
const PACK_WORDS = ['kien', 'pack', 'packs'];

/** Old Vietnamese weights still stand in many order lists. */
const WEIGHTS: Readonly<Record<string, bigint>> = { tan: 1000n, ta: 100n, yen: 10n };

/** "1.250", "1.250 kg", "20 thùng", "2 tấn": what was typed, in the product's base unit. */
export function readQuantity(text: string, item: PadItem, locale: Locale): Result<Quantity, QuantityRefusal> {
  const parts = /^\s*(\d[\d.,\s]*?)\s*([^\d.,\s].*)$/u.exec(text);
  if (!parts) return Quantity.parse(text, locale);
  const word = foldVietnamese(parts[2]!);
  const number = Quantity.parse(parts[1]!, locale);
  if (!number.ok || word === foldVietnamese(item.unit)) return number;
  const pack = foldVietnamese(item.packName);
  if ([pack, pack.split(' ')[0], ...PACK_WORDS].includes(word)) {
    return { ok: true, value: number.value.timesRatio(item.packSize.thousandths, 1000n) };
  }
  const weight = foldVietnamese(item.unit) === 'kg' ? WEIGHTS[word] : undefined;
  return weight ? { ok: true, value: number.value.timesRatio(weight, 1n) } : Quantity.parse(text, locale);
}

export interface Pasted {
  rows: Omit<PadRow, 'id'>[];
  matched: number;
  /** The one day all dated rows name, when there is one. */
  date: string | null;
  /** What the rows say beyond goods and amount. */
  columns: PadColumn[];
}

/** Where a place is found by its code or name, accents aside. */
type FindPlace = (text: string) => { id: string } | undefined;

/** Reads a copied table: goods and stores are matched exactly (accents aside), what matches none keeps its text. */
export const readPaste = (text: string, catalogue: PadCatalogue, locale: Locale, findPlace?: FindPlace): Pasted =>
  readRows(parsePaste(text, locale), catalogue, findPlace);

/** The same for the cells of an uploaded sheet. */
export const readSheet = (
  cells: readonly (readonly string[])[],
  catalogue: PadCatalogue,
  locale: Locale,
  findPlace?: FindPlace,
): Pasted => readRows(parseSheet(cells, locale), catalogue, findPlace);

function readRows(parsed: readonly PastedRow[], catalogue: PadCatalogue, findPlace?: FindPlace): Pasted {
  const dates = new Set(parsed.flatMap(({ dateText }) => (dateText ? [dateText] : [])));
  const only = dates.size === 1 ? parseLocalDate([...dates][0]!) : null;
  const date = only?.ok ? only.value : null;
  const rows = parsed.map((row): Omit<PadRow, 'id'> => {
    const found = catalogue.find(row.productText);
    const asked = [row.gradeText, row.packText].filter(Boolean).join(' ');
    const variant = asked ? found && catalogue.findVariant(found, row.gradeText ?? '', row.packText ?? '') : found;
    return {
      product: (variant ?? found)?.key ?? row.productText,
      qty: row.quantityText,
      ...(found && !variant && { variant: asked }),
      ...(row.placeText && { place: findPlace?.(row.placeText)?.id ?? row.placeText }),
      // One day for all belongs to the order.
      ...(row.dateText && !date && { on: parseDay(row.dateText) ?? row.dateText }),
      ...(row.windowText && { hours: row.windowText }),
      ...(row.costCenterText && { cost: row.costCenterText }),
    };
  });
  return {
    rows,
    matched: rows.filter(({ product }) => catalogue.byKey.has(product)).length,
    date,
    columns: PAD_COLUMNS.filter((column) => rows.some((row) => row[column])),
  };
}

/** Writes pasted rows over the sheet from a row on, adding rows where it ends. */
export function placeRows(rows: readonly PadRow[], pasted: Pasted['rows'], at: number): PadRow[] {
  const next = [...rows];
  pasted.forEach((fields, offset) => {
    next[at + offset] = { ...(next[at + offset] ?? newRow()), ...fields };
  });
  return next;
}

/** Cells of a clipboard as the text the reader of the domain expects; a lone column keeps its commas. */
export const cellsText = (cells: readonly (readonly string[])[]) =>
  cells
    .map((row) =>
      (row.length === 1 ? [...row, ''] : row)
        .map((cell) => (/["\n\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell))
        .join('\t'),
    )
    .join('\n');

/** The first row after the last one that holds anything. */
export const endOf = (rows: readonly PadRow[]) => rows.findLastIndex((row) => !isBlank(row)) + 1;
