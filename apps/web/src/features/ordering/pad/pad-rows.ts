import {
  foldVietnamese,
  parseLocalDate,
  parsePaste,
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
}

export const newRow = (): PadRow => ({ id: crypto.randomUUID(), product: '', qty: '' });

export const emptyRows = (count: number) => Array.from({ length: count }, newRow);

export const isBlank = (row: PadRow) => !row.product.trim() && !row.qty.trim();

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
  rows: Pick<PadRow, 'product' | 'qty'>[];
  matched: number;
  /** The one day all dated rows name, when there is one. */
  date: string | null;
}

/** Reads a copied table: products are matched exactly (accents aside), what matches none keeps its text. */
export function readPaste(text: string, catalogue: PadCatalogue, locale: Locale): Pasted {
  const parsed = parsePaste(text, locale);
  const dates = new Set(parsed.flatMap(({ dateText }) => (dateText ? [dateText] : [])));
  const only = dates.size === 1 ? parseLocalDate([...dates][0]!) : null;
  const rows = parsed.map(({ productText, quantityText }) => ({
    product: catalogue.find(productText)?.key ?? productText,
    qty: quantityText,
  }));
  return { rows, matched: rows.filter(({ product }) => catalogue.byKey.has(product)).length, date: only?.ok ? only.value : null };
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
