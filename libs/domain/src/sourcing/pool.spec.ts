import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { Quantity } from '../shared/quantity.js';
import { allocateByShares, poolProblem } from './pool.js';

const RUNS = propertyRuns(2000);
const pack = fc.constantFrom(1n, 500n, 5000n, 12_000n).map((n) => Quantity.fromThousandths(n));
const pool = fc
  .tuple(pack, fc.array(fc.bigInt({ min: 1n, max: 200n }), { minLength: 1, maxLength: 7 }), fc.bigInt({ min: 0n, max: 10_000n }))
  .map(([size, packs, part]) => {
    const total = packs.reduce((a, b) => a + b, 0n);
    return {
      size,
      shares: packs.map((n, index) => ({ memberId: `m${index}`, qty: Quantity.fromThousandths(n * size.thousandths) })),
      qty: Quantity.fromThousandths(((total * part) / 10_000n) * size.thousandths),
    };
  });

describe('a pooled award', () => {
  it('is divided to the last gram, and nobody gets more than promised', () => {
    fc.assert(
      fc.property(pool, ({ shares, qty, size }) => {
        const parts = allocateByShares(qty, shares, size);
        expect(Quantity.sum(parts.map((part) => part.qty)).equals(qty)).toBe(true);
        parts.forEach((part, index) => expect(part.qty.compare(shares[index]!.qty)).toBeLessThanOrEqual(0));
      }),
      RUNS,
    );
  });

  it('goes out in whole packs, each part its proportion or one pack more', () => {
    fc.assert(
      fc.property(pool, ({ shares, qty, size }) => {
        for (const { qty: part, proportion, added } of allocateByShares(qty, shares, size)) {
          expect(part.thousandths % size.thousandths).toBe(0n);
          expect(proportion.add(added).equals(part)).toBe(true);
          expect([0n, size.thousandths]).toContain(added.thousandths);
        }
      }),
      RUNS,
    );
  });

  it('that takes all gives each exactly its share', () => {
    fc.assert(
      fc.property(pool, ({ shares, size }) => {
        const all = Quantity.sum(shares.map((share) => share.qty));
        expect(allocateByShares(all, shares, size).map((part) => String(part.qty))).toEqual(
          shares.map((share) => String(share.qty)),
        );
      }),
      RUNS,
    );
  });

  it('is the same each time it is worked out', () => {
    fc.assert(
      fc.property(pool, ({ shares, qty, size }) => {
        expect(allocateByShares(qty, shares, size)).toEqual(allocateByShares(qty, shares, size));
      }),
      RUNS,
    );
  });

  it('cannot be more than the members promised', () => {
    expect(() => allocateByShares(Quantity.of(11), [{ memberId: 'a', qty: Quantity.of(10) }], Quantity.of(1))).toThrow(
      RangeError,
    );
  });
});

describe('a pooled offer', () => {
  const shares = [
    { memberId: 'a', qty: Quantity.of(300), floorPrice: 30_000n },
    { memberId: 'b', qty: Quantity.of(200), floorPrice: 32_000n },
  ];

  it('is exactly the sum of what its members confirmed', () => {
    expect(poolProblem(Quantity.of(500), 32_000n, shares)).toBeNull();
    expect(poolProblem(Quantity.of(501), 32_000n, shares)).toMatchObject({ code: 'POOL_SUM_DIFFERS' });
  });

  it('is never sent below the floor of one of them', () => {
    expect(poolProblem(Quantity.of(500), 31_999n, shares)).toEqual({
      code: 'POOL_PRICE_BELOW_FLOOR',
      memberId: 'b',
      floorPrice: 32_000n,
    });
  });
});
