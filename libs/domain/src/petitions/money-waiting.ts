import { Quantity, quantity } from '../shared/quantity.js';

/** A line of an agreement that waits for a petition's answer. */
export interface WaitingLine {
  readonly unit: string;
  /** Decimal text in the base unit; null: chưa lượng hoá. */
  readonly committed: string | null;
  /** Decimal text, accepted so far. */
  readonly accepted: string;
  /** Đồng per base unit, frozen at signing. */
  readonly refPrice: bigint | null;
}

export interface MoneyWaiting {
  /** What was promised and is not accepted yet, by unit: kilograms and boxes are never added together. */
  readonly quantities: readonly { readonly unit: string; readonly qty: string }[];
  /** Đồng at the reference prices of signing, rounded down once; null when no waiting line has both a quantity and a price. */
  readonly value: bigint | null;
  /** Lines without a quantity wait too, but for nothing that can be counted. */
  readonly notQuantified: number;
}

/** What waits is the promise less what was accepted, never less than nothing. Pure; the order of the lines does not matter. */
export function moneyWaiting(lines: readonly WaitingLine[]): MoneyWaiting {
  const units = new Map<string, bigint>();
  let thousandths = 0n;
  let priced = false;
  for (const { unit, committed, accepted, refPrice } of lines) {
    if (committed === null) continue;
    const open = quantity(committed).thousandths - quantity(accepted).thousandths;
    if (open <= 0n) continue;
    units.set(unit, (units.get(unit) ?? 0n) + open);
    if (refPrice === null) continue;
    priced = true;
    thousandths += open * refPrice;
  }
  return {
    quantities: [...units]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, open]) => ({ unit, qty: Quantity.fromThousandths(open).toString() })),
    value: priced ? thousandths / 1000n : null,
    notQuantified: lines.filter(({ committed }) => committed === null).length,
  };
}
