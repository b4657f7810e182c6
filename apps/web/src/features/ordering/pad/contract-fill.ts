import { Quantity, quantity, quantityInputText, roundDownToPack, type Locale } from '@lienket/domain';
import type { PadItem } from './pad-items';
import { newRow, type PadRow } from './pad-rows';

/** What the contract planned for one line, and what was called off so far. */
export interface PlannedLine {
  id: string;
  calledOff: string;
  schedule: readonly { from: string; qty: string }[];
}

/** Due by the period `day` lies in and not called off yet, in whole packs and never above what the contract allows; null without a schedule. */
export function plannedQty(item: PadItem, line: PlannedLine | undefined, day: string): Quantity | null {
  if (!item.contract || !line?.schedule.length) return null;
  const begun = Quantity.sum(line.schedule.filter(({ from }) => from <= day).map(({ qty }) => quantity(qty)));
  const wanted = Quantity.min(begun.sub(quantity(line.calledOff)), item.contract.remaining);
  const packed = roundDownToPack(Quantity.max(Quantity.ZERO, wanted), item.packSize);
  return packed.isPositive ? packed : null;
}

/** Every line of the contract with what is due this period; a line already in the sheet keeps what was typed. */
export function wholeContract(
  rows: readonly PadRow[],
  items: readonly PadItem[],
  planned: readonly PlannedLine[],
  day: string,
  locale: Locale,
): PadRow[] {
  const lines = new Map(planned.map((line) => [line.id, line]));
  const kept = rows.filter((row) => row.product.trim() || row.qty.trim());
  const there = new Set(kept.map((row) => row.product));
  const suggestion = (item: PadItem) => {
    const qty = plannedQty(item, lines.get(item.contract?.lineId ?? ''), day);
    return qty ? quantityInputText(qty, locale) : '';
  };
  const byKey = new Map(items.map((item) => [item.key, item]));
  return [
    ...kept.map((row) => {
      const item = byKey.get(row.product);
      return item?.contract && !row.qty.trim() ? { ...row, qty: suggestion(item) } : row;
    }),
    ...items
      .filter((item) => item.contract && !there.has(item.key))
      .map((item) => ({ ...newRow(), product: item.key, qty: suggestion(item) })),
  ];
}
