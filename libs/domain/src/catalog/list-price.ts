import type { LocalDate } from '../shared/calendar-date.js';

/** EXW giá tại hợp tác xã, DC tại kho tổng, STORE tại cửa hàng. */
export const PRICE_BASES = ['EXW', 'DC', 'STORE'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** From a day on, up to but without `endsBefore`; null runs on. An end equal to the beginning is a price that never held a whole day. */
export interface PricePeriod {
  readonly validFrom: LocalDate;
  readonly endsBefore: LocalDate | null;
}

/** One list price: for a product or one grade of it, for everybody or for one buyer. */
export interface ListPriceKey extends PricePeriod {
  readonly gradeId: string | null;
  readonly buyerOrgId: string | null;
  readonly basis: PriceBasis;
}

export const holdsOn = ({ validFrom, endsBefore }: PricePeriod, day: LocalDate): boolean =>
  validFrom <= day && (endsBefore === null || day < endsBefore);

const isEmpty = ({ validFrom, endsBefore }: PricePeriod): boolean => endsBefore !== null && endsBefore <= validFrom;

/** Whether there is a day on which both hold. */
export function periodsOverlap(a: PricePeriod, b: PricePeriod): boolean {
  if (isEmpty(a) || isEmpty(b)) return false;
  return (b.endsBefore === null || a.validFrom < b.endsBefore) && (a.endsBefore === null || b.validFrom < a.endsBefore);
}

/** The one that stands in the way: same grade, buyer and basis, and a day in common. */
export function overlapping<P extends ListPriceKey>(prices: readonly P[], wanted: ListPriceKey): P | null {
  return (
    prices.find(
      (price) =>
        price.gradeId === wanted.gradeId &&
        price.buyerOrgId === wanted.buyerOrgId &&
        price.basis === wanted.basis &&
        periodsOverlap(price, wanted),
    ) ?? null
  );
}

/**
 * The price that holds for this buyer on this day: the buyer's own before the general one, the grade's before the product's,
 * then at the farm before the warehouse before the store. Another buyer's price is never one of them.
 */
export function standingPrice<P extends ListPriceKey>(
  prices: readonly P[],
  asked: { readonly buyerOrgId: string | null; readonly gradeId: string | null; readonly day: LocalDate },
): P | null {
  const rank = (price: P): number =>
    (price.buyerOrgId === null ? 100 : 0) + (price.gradeId === null ? 10 : 0) + PRICE_BASES.indexOf(price.basis);
  return prices
    .filter(
      (price) =>
        holdsOn(price, asked.day) &&
        (price.buyerOrgId === null || price.buyerOrgId === asked.buyerOrgId) &&
        (price.gradeId === null || price.gradeId === asked.gradeId),
    )
    .reduce<P | null>((best, price) => (best === null || rank(price) < rank(best) ? price : best), null);
}
