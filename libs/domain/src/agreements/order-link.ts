import type { LocalDate } from '../shared/calendar-date.js';
import type { Quantity } from '../shared/quantity.js';

/** A line of an order that counts for no agreement yet. `qty`: what is still asked for, in the base unit. */
export interface SpotLine {
  readonly id: string;
  readonly productId: string;
  readonly baseUnit: string;
  readonly qty: Quantity;
  /** The day it is wanted or promised. */
  readonly on: LocalDate;
}

/** A line of a contract or memorandum of the same two parties. `remaining` null: it sets no maximum, as memoranda do. */
export interface AgreedLine {
  readonly id: string;
  readonly productId: string | null;
  readonly baseUnit: string;
  readonly remaining: Quantity | null;
}

/** Null ends are open. */
export interface AgreedPeriod {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/**
 * Which lines of a spot order an agreement can take: same product, same unit, wanted within its period, and never more of a line
 * than it has left. Each order line goes to one agreed line at most, so nothing is counted twice. Lines are taken whole or not at
 * all, in the order they stand.
 */
export function linkableLines<S extends SpotLine, A extends AgreedLine>(
  spot: readonly S[],
  agreed: readonly A[],
  { validFrom, validTo }: AgreedPeriod,
): { readonly line: S; readonly to: A }[] {
  const left = new Map(agreed.map(({ id, remaining }) => [id, remaining]));
  return spot.flatMap((line) => {
    if (!line.qty.isPositive || (validFrom && line.on < validFrom) || (validTo && line.on > validTo)) return [];
    const to = agreed.find(({ id, productId, baseUnit }) => {
      const room = left.get(id) ?? null;
      return productId === line.productId && baseUnit === line.baseUnit && (room === null || room.compare(line.qty) >= 0);
    });
    if (!to) return [];
    const room = left.get(to.id) ?? null;
    if (room !== null) left.set(to.id, room.sub(line.qty));
    return [{ line, to }];
  });
}
