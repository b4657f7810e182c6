import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { addDays } from '../shared/calendar-date.js';
import { holdsOn, type ListPriceKey, overlapping, periodsOverlap, PRICE_BASES, standingPrice } from './list-price.js';

const START = '2026-01-01';
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(START, days));
const price: fc.Arbitrary<ListPriceKey> = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    days: fc.option(fc.integer({ min: 0, max: 20 })),
    gradeId: fc.constantFrom(null, 'L1', 'L2'),
    buyerOrgId: fc.constantFrom(null, 'shop', 'rival'),
    basis: fc.constantFrom(...PRICE_BASES),
  })
  .map(({ from, days, ...key }) => ({
    ...key,
    validFrom: addDays(START, from),
    endsBefore: days === null ? null : addDays(START, from + days),
  }));
const everyDay = Array.from({ length: 80 }, (_, days) => addDays(START, days));
const runs = propertyRuns(2000);

describe('list prices', () => {
  it('overlap exactly when some day has both', () => {
    fc.assert(
      fc.property(price, price, (a, b) => {
        expect(periodsOverlap(a, b)).toBe(everyDay.some((d) => holdsOn(a, d) && holdsOn(b, d)));
        expect(periodsOverlap(a, b)).toBe(periodsOverlap(b, a));
      }),
      runs,
    );
  });

  it('kept free of overlaps leave at most one for each key and day', () => {
    fc.assert(
      fc.property(fc.array(price, { maxLength: 30 }), (wanted) => {
        const kept: ListPriceKey[] = [];
        for (const one of wanted) if (!overlapping(kept, one)) kept.push(one);
        for (const d of everyDay) {
          const keys = kept.filter((one) => holdsOn(one, d)).map((one) => [one.gradeId, one.buyerOrgId, one.basis].join());
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      propertyRuns(300),
    );
  });

  it('never hand one buyer the price of another, and prefer the buyer’s own', () => {
    fc.assert(
      fc.property(fc.array(price, { maxLength: 20 }), day, (prices, on) => {
        const found = standingPrice(prices, { buyerOrgId: 'shop', gradeId: 'L1', day: on });
        const own = prices.some(
          (one) => one.buyerOrgId === 'shop' && (one.gradeId === null || one.gradeId === 'L1') && holdsOn(one, on),
        );
        expect(found?.buyerOrgId).not.toBe('rival');
        expect(found?.gradeId).not.toBe('L2');
        if (own) expect(found?.buyerOrgId).toBe('shop');
        if (found) expect(holdsOn(found, on)).toBe(true);
      }),
      runs,
    );
  });
});
