import { Quantity } from '../shared/quantity.js';
import type { Result } from '../shared/result.js';
import {
  comparePrices,
  type ExactPrice,
  medianPrice,
  normalizedPrice,
  type NotComparable,
  type OfferedPrice,
  type WantedPrice,
} from './quote-price.js';

export interface ComparedOffer extends OfferedPrice {
  /** The quote line's id; ties are broken by it, so that the order of the rows never matters. */
  readonly id: string;
  readonly offered: Quantity;
  readonly alternative: boolean;
}

export interface ComparedCell {
  readonly id: string;
  readonly price: Result<ExactPrice, NotComparable>;
  /** How much of what is asked for is offered, in basis points, at most 10000. */
  readonly shareBp: number;
  readonly lowest: boolean;
  /** How far above the lowest, in basis points; null where there is no price. */
  readonly aboveLowestBp: number | null;
  /** 1 is the cheapest; equal prices share a rank; null where there is no price. */
  readonly rank: number | null;
}

export interface ComparedLine {
  readonly lowest: ExactPrice | null;
  readonly median: ExactPrice | null;
  readonly cells: readonly ComparedCell[];
}

/** All offers for one line at one price each. Alternatives are priced beside them, and set neither the lowest nor the middle. */
export function compareLine(asked: Quantity, wanted: WantedPrice, offers: readonly ComparedOffer[]): ComparedLine {
  const priced = offers.map((offer) => ({ offer, price: normalizedPrice(offer, wanted) }));
  const proper = priced.flatMap(({ offer, price }) => (price.ok && !offer.alternative ? [price.value] : []));
  const sorted = [...proper].sort(comparePrices);
  const lowest = sorted[0] ?? null;
  const cells = priced.map(({ offer, price }): ComparedCell => {
    const own = price.ok ? price.value : null;
    const below = own && sorted.filter((other) => comparePrices(other, own) < 0).length;
    return {
      id: offer.id,
      price,
      shareBp: Math.min(10_000, Quantity.min(offer.offered, asked).percentageOf(asked)),
      lowest: own !== null && lowest !== null && !offer.alternative && comparePrices(own, lowest) === 0,
      aboveLowestBp: own && lowest ? aboveBp(own, lowest) : null,
      rank: below === null || offer.alternative ? null : below + 1,
    };
  });
  return { lowest, median: proper.length ? medianPrice(proper) : null, cells };
}

/** (own − lowest) / lowest in basis points, rounded down; 0 when the lowest is free. */
function aboveBp(own: ExactPrice, lowest: ExactPrice): number {
  const base = lowest.numerator * own.denominator;
  if (base <= 0n) return 0;
  const difference = own.numerator * lowest.denominator - base;
  const bp = (difference * 10_000n) / base;
  return Number(bp);
}
