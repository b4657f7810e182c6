import { parsePaste, quantityInputText, quantity, type Locale } from '@lienket/domain';
import type { RfqLineInput, RfqPageFragment, RfqRhythm } from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';

/** One row of the sheet, as texts. */
export interface RfqRowDraft {
  id: string;
  productId: string;
  productName: string;
  goods: string;
  unit: string;
  spec: string;
  qty: string;
  times: string;
}

export const newRfqRow = (): RfqRowDraft => ({
  id: crypto.randomUUID(),
  productId: '',
  productName: '',
  goods: '',
  unit: 'kg',
  spec: '',
  qty: '',
  times: '',
});

export const isBlankRow = (row: RfqRowDraft): boolean => !row.productId && !row.goods.trim() && !row.qty.trim();

export const rowsOf = (lines: RfqPageFragment['lines'], locale: Locale): RfqRowDraft[] =>
  lines.map((line) => ({
    id: line.id,
    productId: line.product?.id ?? '',
    productName: line.product?.nameVi ?? '',
    goods: line.description,
    unit: line.baseUnit,
    spec: line.spec ?? '',
    qty: quantityInputText(quantity(line.perQty), locale),
    times: line.per === 'TOTAL' ? '' : String(line.times),
  }));

/** A copied table: names and quantities, as people keep their purchase plans. */
export const pastedRows = (text: string, locale: Locale): Pick<RfqRowDraft, 'goods' | 'qty'>[] =>
  parsePaste(text, locale).map(({ productText, quantityText }) => ({ goods: productText, qty: quantityText }));

type RowProblem = { column: keyof RfqRowDraft; message: string };

interface Words {
  quantity: (text: string) => Typed;
  goods: string;
  unit: string;
  times: string;
}

/** What a row still lacks; null when it can be asked. */
export function rowProblem(row: RfqRowDraft, per: RfqRhythm, words: Words): RowProblem | null {
  if (!row.productId && !row.goods.trim()) return { column: 'goods', message: words.goods };
  if (!row.productId && !row.unit.trim()) return { column: 'unit', message: words.unit };
  const typed = words.quantity(row.qty);
  if (!typed.ok) return { column: 'qty', message: typed.message };
  const times = Number(row.times);
  if (per !== 'TOTAL' && !(Number.isInteger(times) && times >= 1 && times <= 366))
    return { column: 'times', message: words.times };
  return null;
}

export function lineInput(row: RfqRowDraft, per: RfqRhythm, readQuantity: (text: string) => Typed): RfqLineInput {
  const typed = readQuantity(row.qty);
  return {
    productId: row.productId || null,
    description: row.goods.trim() || null,
    baseUnit: row.unit.trim() || null,
    spec: row.spec.trim() || null,
    per,
    perQty: typed.ok ? typed.wire : '0',
    times: per === 'TOTAL' ? 1 : Number(row.times),
  };
}
