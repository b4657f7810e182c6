import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { priceFor, tiersAreSound, type PriceTier } from './price-tier.js';

const soundTiers = fc
  .array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 0n, max: 5_000n })), { minLength: 1, maxLength: 8 })
  .map((steps) => {
    let [min, price] = [0n, 100_000n];
    return steps.map(([step, drop]): PriceTier => {
      [min, price] = [min + step, price - drop];
      return { minQtyBase: Quantity.fromThousandths(min), unitPrice: price };
    });
  });
const qty = fc.bigInt({ min: 0n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n));

describe('price tiers', () => {
  it('are sound when minimums rise and prices do not', () => {
    fc.assert(
      fc.property(soundTiers, (tiers) => tiersAreSound(tiers)),
      { numRuns: 1000 },
    );
    const tier = (min: string, unitPrice: bigint) => ({ minQtyBase: quantity(min), unitPrice });
    expect(tiersAreSound([tier('10', 5n), tier('10', 4n)])).toBe(false);
    expect(tiersAreSound([tier('10', 5n), tier('20', 6n)])).toBe(false);
    expect(tiersAreSound([tier('10', 0n)])).toBe(false);
    expect(tiersAreSound([tier('-1', 5n)])).toBe(false);
  });

  it('never cost more per unit for more goods', () => {
    fc.assert(
      fc.property(soundTiers, qty, qty, (tiers, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const [cheap, dear] = [priceFor(tiers, more).tier, priceFor(tiers, less).tier];
        expect(dear === null || cheap!.unitPrice <= dear.unitPrice).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('apply from their minimum on, and the missing quantity reaches exactly the next one', () => {
    fc.assert(
      fc.property(soundTiers, qty, (tiers, q) => {
        const { tier, next, missingToNext } = priceFor(tiers.toReversed(), q);
        expect(tier === null || tier.minQtyBase <= q).toBe(true);
        if (next === null) return expect(tier).toBe(tiers.at(-1));
        expect(missingToNext!.isPositive).toBe(true);
        expect(priceFor(tiers, q.add(missingToNext!)).tier).toBe(next);
      }),
      { numRuns: 1000 },
    );
  });
});
