import {
  priceOrderLine,
  Quantity,
  type Locale,
  type OrderLineRefusal,
  type PricedOrderLine,
  type QuantityRefusal,
} from '@lienket/domain';
import type { PadCatalogue, PadItem } from './pad-items';
import { readQuantity, type PadRow } from './pad-rows';

/** What the rules say of one row. Rows without a quantity are left out of the order, not wrong. */
export type RowCheck =
  | { kind: 'EMPTY' }
  | { kind: 'NO_QUANTITY'; item: PadItem }
  | { kind: 'NO_PRODUCT' }
  | { kind: 'UNKNOWN'; text: string; near: PadItem[] }
  | { kind: 'NO_VARIANT'; item: PadItem; text: string; variants: readonly PadItem[] }
  | { kind: 'UNREAD'; item: PadItem; refusal: QuantityRefusal }
  | { kind: 'REFUSED'; item: PadItem; qty: Quantity; refusal: OrderLineRefusal }
  | { kind: 'OVER'; item: PadItem; qty: Quantity; left: Quantity }
  | { kind: 'OK'; item: PadItem; qty: Quantity; priced: PricedOrderLine; sameAsRow: number | null };

export interface PadCheck {
  /** In the order of the rows. */
  rows: readonly RowCheck[];
  total: bigint;
  /** By seller. */
  totals: ReadonlyMap<string, bigint>;
  ready: number;
  open: number;
}

const quiet: readonly RowCheck['kind'][] = ['EMPTY', 'NO_QUANTITY', 'OK'];
export const needsWork = (check: RowCheck) => !quiet.includes(check.kind);

/** Checks whole sheets; a row that did not change is not computed again, so a thousand rows answer each keystroke. */
export function padChecker(catalogue: PadCatalogue, locale: Locale) {
  const known = new WeakMap<PadRow, RowCheck>();
  const alone = (row: PadRow) => {
    const held = known.get(row);
    if (held) return held;
    const check = checkAlone(row, catalogue, locale);
    known.set(row, check);
    return check;
  };
  return (rows: readonly PadRow[]): PadCheck => {
    const called = new Map<string, Quantity>();
    const firstRow = new Map<string, number>();
    let [total, ready, open] = [0n, 0, 0];
    const totals = new Map<string, bigint>();
    const checks = rows.map((row, index) => {
      const check = together(alone(row), row, index, called, firstRow);
      if (check.kind === 'OK') {
        total += check.priced.amount;
        const { id } = check.item.seller;
        totals.set(id, (totals.get(id) ?? 0n) + check.priced.amount);
        ready += 1;
      } else if (needsWork(check)) open += 1;
      return check;
    });
    return { rows: checks, total, totals, ready, open };
  };
}

function checkAlone(row: PadRow, catalogue: PadCatalogue, locale: Locale): RowCheck {
  const [product, typed] = [row.product.trim(), row.qty.trim()];
  if (!product) return typed ? { kind: 'NO_PRODUCT' } : { kind: 'EMPTY' };
  const item = catalogue.byKey.get(product);
  if (!item) return { kind: 'UNKNOWN', text: product, near: catalogue.near(product) };
  if (row.variant?.trim()) return { kind: 'NO_VARIANT', item, text: row.variant.trim(), variants: catalogue.variantsOf(item) };
  if (!typed) return { kind: 'NO_QUANTITY', item };
  const read = readQuantity(typed, item, locale);
  if (!read.ok) return { kind: 'UNREAD', item, refusal: read.refusal };
  const priced = priceOrderLine({
    qtyBase: read.value,
    packSizeBase: item.packSize,
    moqBase: item.moq,
    contractUnitPrice: item.contract?.unitPrice ?? null,
    tiers: item.contract ? [] : item.tiers,
  });
  return priced.ok
    ? { kind: 'OK', item, qty: read.value, priced: priced.value, sameAsRow: null }
    : { kind: 'REFUSED', item, qty: read.value, refusal: priced.refusal };
}

/** What only shows beside the other rows: several rows drawing on one contract line, and the same product twice. */
function together(
  check: RowCheck,
  row: PadRow,
  index: number,
  called: Map<string, Quantity>,
  firstRow: Map<string, number>,
): RowCheck {
  if (check.kind !== 'OK' && check.kind !== 'REFUSED') return check;
  const { item, qty } = check;
  if (!item.contract) {
    if (check.kind === 'REFUSED') return check;
    // The same goods for another store or day are another line of the order, not a slip.
    const line = [item.key, row.place, row.on, row.hours, row.cost].join('|');
    const first = firstRow.get(line);
    if (first !== undefined) return { ...check, sameAsRow: first };
    firstRow.set(line, index);
    return check;
  }
  const before = called.get(item.contract.lineId) ?? Quantity.ZERO;
  const left = Quantity.max(Quantity.ZERO, item.contract.remaining.sub(before));
  // Above the contract comes before uneven packs: rounding would only lead into the next refusal.
  if (qty.compare(left) > 0) return { kind: 'OVER', item, qty, left };
  if (check.kind === 'REFUSED') return check;
  called.set(item.contract.lineId, before.add(qty));
  return check;
}
