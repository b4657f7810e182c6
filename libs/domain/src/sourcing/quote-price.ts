import { divideHalfUp } from '../shared/integer.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Quantity } from '../shared/quantity.js';

/** Where a price holds, from the farm gate to the shelf: giá tại vườn, tại kho trung tâm, tại cửa hàng. */
export const PRICE_PLACES = ['EXW', 'DC', 'STORE'] as const;
export type PricePlace = (typeof PRICE_PLACES)[number];

/** A price in đồng per base unit, exact: numerator / denominator, the denominator positive. */
export interface ExactPrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `price` đồng, without VAT, for `perQty` base units (1 for a price per kg, 10 for a price per case of 10 kg). */
export interface OfferedPrice {
  readonly price: bigint;
  readonly perQty: Quantity;
  readonly baseUnit: string;
  readonly place: PricePlace;
  /** From `place` to the place asked for, per base unit; null is unknown, which is not free. */
  readonly freightPerUnit: bigint | null;
}

export interface WantedPrice {
  readonly baseUnit: string;
  readonly place: PricePlace;
}

export type NotComparable =
  | { readonly code: 'UNIT_DIFFERS'; readonly offered: string; readonly wanted: string }
  | { readonly code: 'FREIGHT_UNKNOWN'; readonly offered: PricePlace; readonly wanted: PricePlace };

/** One price per base unit at the place asked for, or why there is none. Delivering further than asked for takes nothing off. */
export function normalizedPrice(offer: OfferedPrice, wanted: WantedPrice): Result<ExactPrice, NotComparable> {
  if (offer.baseUnit !== wanted.baseUnit)
    return refuse({ code: 'UNIT_DIFFERS', offered: offer.baseUnit, wanted: wanted.baseUnit });
  if (!offer.perQty.isPositive) throw new RangeError('A price is for a positive quantity');
  const short = PRICE_PLACES.indexOf(offer.place) < PRICE_PLACES.indexOf(wanted.place);
  if (short && offer.freightPerUnit === null)
    return refuse({ code: 'FREIGHT_UNKNOWN', offered: offer.place, wanted: wanted.place });
  const freight = short ? offer.freightPerUnit! : 0n;
  return accept(
    reduced({
      numerator: offer.price * 1000n + freight * offer.perQty.thousandths,
      denominator: offer.perQty.thousandths,
    }),
  );
}

/** −1, 0 or 1; exact, whatever the denominators. */
export function comparePrices(a: ExactPrice, b: ExactPrice): -1 | 0 | 1 {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whole đồng, half up: for people to read, never to add up. */
export const roundedPrice = ({ numerator, denominator }: ExactPrice): bigint => divideHalfUp(numerator, denominator);

/** The middle of the prices; of an even number the mean of the two in the middle. Throws RangeError when there is none. */
export function medianPrice(prices: readonly ExactPrice[]): ExactPrice {
  if (prices.length === 0) throw new RangeError('There is no middle of nothing');
  const sorted = [...prices].sort(comparePrices);
  const half = sorted.length >> 1;
  const upper = sorted[half]!;
  if (sorted.length % 2 === 1) return reduced(upper);
  const lower = sorted[half - 1]!;
  return reduced({
    numerator: lower.numerator * upper.denominator + upper.numerator * lower.denominator,
    denominator: 2n * lower.denominator * upper.denominator,
  });
}

export interface PriceNotWhole {
  readonly code: 'PRICE_NOT_WHOLE';
  /** Prices for the same quantity that are whole đồng per base unit. */
  readonly down: bigint;
  readonly up: bigint;
}

/** Orders are priced in whole đồng per base unit: the price per base unit, or the nearest prices that give one. */
export function wholeUnitPrice(price: bigint, perQty: Quantity): Result<bigint, PriceNotWhole> {
  if (!perQty.isPositive) throw new RangeError('A price is for a positive quantity');
  const per = perQty.thousandths;
  if ((price * 1000n) % per === 0n) return accept((price * 1000n) / per);
  // The smallest amount that gives whole đồng per base unit: 5 đ for a case of 2,5 kg.
  const step = per / greatestCommonDivisor(per, 1000n);
  const down = (price / step) * step;
  return refuse({ code: 'PRICE_NOT_WHOLE', down, up: down + step });
}

function reduced({ numerator, denominator }: ExactPrice): ExactPrice {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
