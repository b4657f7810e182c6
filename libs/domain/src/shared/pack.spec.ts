import fc from 'fast-check';
import { isPackMultiple, packsFor, roundDownToPack, roundUpToPack } from './pack.js';
import { Quantity, quantity } from './quantity.js';

const qty = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((n) => Quantity.fromThousandths(n));
const pack = fc.bigInt({ min: 1n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n));

describe('packs', () => {
  it('rounds to the nearest whole packs around a quantity, less than one pack away', () => {
    fc.assert(
      fc.property(qty, pack, (q, size) => {
        const [down, up] = [roundDownToPack(q, size), roundUpToPack(q, size)];
        expect(isPackMultiple(down, size) && isPackMultiple(up, size)).toBe(true);
        expect(down.compare(q) <= 0 && q.compare(up) <= 0).toBe(true);
        expect(up.sub(down).equals(isPackMultiple(q, size) ? Quantity.ZERO : size)).toBe(true);
        expect(packsFor(q, size) * size.thousandths).toBe(up.thousandths);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts packs of fractions of a kilogram exactly', () => {
    expect(packsFor(quantity('100'), quantity('0.35'))).toBe(286n);
    expect(isPackMultiple(quantity('1.05'), quantity('0.35'))).toBe(true);
    expect(() => packsFor(quantity('1'), Quantity.ZERO)).toThrow(RangeError);
  });
});
