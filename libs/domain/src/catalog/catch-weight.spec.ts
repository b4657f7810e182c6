import fc from 'fast-check';
import { lineAmount } from '../shared/money.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { billedAmount, type CatchWeightPack, isWithinTolerance, weighPacks, weighTogether } from './catch-weight.js';

const kg = (min: bigint, max: bigint) => fc.bigInt({ min, max }).map((n) => Quantity.fromThousandths(n));
const aPack = fc.record({
  nominal: kg(500n, 50_000n),
  tare: kg(0n, 5_000n),
  toleranceBp: fc.integer({ min: 0, max: 1_000 }),
}) satisfies fc.Arbitrary<CatchWeightPack>;
const content = fc.array(kg(1n, 60_000n), { minLength: 1, maxLength: 40 });
const runs = { numRuns: 2000 };
const sumOf = (weights: readonly Quantity[]) => weights.reduce((total, weight) => total.add(weight), Quantity.ZERO);

describe('catch weight', () => {
  it('bills what the packs hold and never their packing', () => {
    fc.assert(
      fc.property(aPack, content, (pack, held) => {
        const weighed = weighPacks(
          pack,
          held.map((weight) => weight.add(pack.tare)),
        );
        if (!weighed.ok) throw new Error('refused');
        expect(weighed.value.billed).toEqual(sumOf(held));
        expect(weighed.value.tare.thousandths).toBe(pack.tare.thousandths * BigInt(held.length));
      }),
      runs,
    );
  });

  it('bills the same kilograms pack by pack, together or in two loads', () => {
    fc.assert(
      fc.property(aPack, content, fc.nat(), (pack, held, cut) => {
        const gross = held.map((weight) => weight.add(pack.tare));
        const at = cut % (gross.length + 1);
        const billed = (weights: Quantity[]) => {
          const weighed = weighPacks(pack, weights);
          return weighed.ok ? weighed.value.billed : Quantity.ZERO;
        };
        const together = weighTogether(pack, gross.length, sumOf(gross));
        expect(together.ok && together.value).toEqual((weighPacks(pack, gross) as { value: unknown }).value);
        expect(billed(gross.slice(0, at)).add(billed(gross.slice(at)))).toEqual(billed(gross));
      }),
      runs,
    );
  });

  it('adds variance to the nominal weight without losing a gram, and charges the billed weight once', () => {
    fc.assert(
      fc.property(aPack, content, fc.bigInt({ min: 1n, max: 1_000_000n }), (pack, held, price) => {
        const weighed = weighTogether(pack, held.length, sumOf(held).add(times(pack.tare, held.length)));
        if (!weighed.ok) throw new Error('refused');
        const { nominal, variance, billed } = weighed.value;
        expect(nominal.add(variance)).toEqual(billed);
        expect(billedAmount(weighed.value, price)).toBe(lineAmount(sumOf(held), price));
      }),
      runs,
    );
  });

  it('is as strict above the nominal weight as below it', () => {
    fc.assert(
      fc.property(kg(1_000n, 10n ** 6n), kg(0n, 1_000n), fc.integer({ min: 0, max: 1_000 }), (nominal, off, tolerance) => {
        expect(isWithinTolerance(nominal, nominal.add(off), tolerance)).toBe(
          isWithinTolerance(nominal, nominal.sub(off), tolerance),
        );
      }),
      runs,
    );
    expect(isWithinTolerance(quantity('10'), quantity('10.2'), 200)).toBe(true);
    expect(isWithinTolerance(quantity('10'), quantity('9.799'), 200)).toBe(false);
  });

  it('refuses a scale that shows no more than the empty pack', () => {
    const pack = { nominal: quantity('10'), tare: quantity('0.5'), toleranceBp: 200 };
    expect(weighPacks(pack, [quantity('10.5'), quantity('0.5')])).toEqual({
      ok: false,
      refusal: { code: 'GROSS_NOT_ABOVE_TARE', index: 1 },
    });
    expect(weighTogether(pack, 2, quantity('1')).ok).toBe(false);
  });
});

const times = (weight: Quantity, packs: number) => Quantity.fromThousandths(weight.thousandths * BigInt(packs));
