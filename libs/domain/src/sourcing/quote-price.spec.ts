import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import {
  comparePrices,
  type ExactPrice,
  medianPrice,
  normalizedPrice,
  type OfferedPrice,
  PRICE_PLACES,
  roundedPrice,
  wholeUnitPrice,
} from './quote-price.js';

const RUNS = { numRuns: 2000 };
const dong = fc.bigInt({ min: 1n, max: 10n ** 9n });
const amount = fc.bigInt({ min: 1n, max: 10n ** 8n }).map((n) => Quantity.fromThousandths(n));
const exact = fc.record({ numerator: dong, denominator: fc.bigInt({ min: 1n, max: 10n ** 6n }) });
const offer = (patch: Partial<OfferedPrice> = {}): OfferedPrice => ({
  price: 40_000n,
  perQty: Quantity.of(1),
  baseUnit: 'kg',
  place: 'DC',
  freightPerUnit: null,
  ...patch,
});
const wanted = { baseUnit: 'kg', place: 'DC' } as const;
const value = (price: ReturnType<typeof normalizedPrice>): ExactPrice => {
  if (!price.ok) throw new Error(price.refusal.code);
  return price.value;
};

describe('the price that is compared', () => {
  it('is the same whether it was given per kilo or per case', () => {
    fc.assert(
      fc.property(dong, amount, (unit, perQty) => {
        const perCase = value(normalizedPrice(offer({ price: unit * perQty.thousandths, perQty }), wanted));
        const perThousand = value(
          normalizedPrice(offer({ price: unit * 1000n, perQty: Quantity.fromThousandths(1000n) }), wanted),
        );
        expect(comparePrices(perCase, perThousand)).toBe(0);
      }),
      RUNS,
    );
  });

  it('adds freight exactly when the goods must still travel', () => {
    fc.assert(
      fc.property(dong, dong, fc.constantFrom(...PRICE_PLACES), fc.constantFrom(...PRICE_PLACES), (price, freight, from, to) => {
        const short = PRICE_PLACES.indexOf(from) < PRICE_PLACES.indexOf(to);
        const shown = value(
          normalizedPrice(offer({ price, place: from, freightPerUnit: freight }), { baseUnit: 'kg', place: to }),
        );
        expect(roundedPrice(shown)).toBe(short ? price + freight : price);
      }),
      RUNS,
    );
  });

  it('is missing, with the reason, when freight is unknown or the unit is another', () => {
    expect(normalizedPrice(offer({ place: 'EXW' }), wanted)).toEqual({
      ok: false,
      refusal: { code: 'FREIGHT_UNKNOWN', offered: 'EXW', wanted: 'DC' },
    });
    expect(normalizedPrice(offer({ baseUnit: 'hộp' }), wanted)).toEqual({
      ok: false,
      refusal: { code: 'UNIT_DIFFERS', offered: 'hộp', wanted: 'kg' },
    });
  });

  it('is ordered consistently: total, antisymmetric, transitive', () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(comparePrices(a, b) + comparePrices(b, a)).toBe(0);
        expect(comparePrices(a, a)).toBe(0);
        if (comparePrices(a, b) <= 0 && comparePrices(b, c) <= 0) expect(comparePrices(a, c)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('has a middle with as many at or below it as at or above, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 12 }), (prices) => {
        const middle = medianPrice(prices);
        expect(medianPrice([...prices].reverse())).toEqual(middle);
        const below = prices.filter((price) => comparePrices(price, middle) <= 0).length;
        const above = prices.filter((price) => comparePrices(price, middle) >= 0).length;
        expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(prices.length);
      }),
      RUNS,
    );
  });
});

describe('a price per case', () => {
  it('becomes whole đồng per kilo, or names the nearest prices that do', () => {
    fc.assert(
      fc.property(dong, amount, (price, perQty) => {
        const unit = wholeUnitPrice(price, perQty);
        if (unit.ok) return expect(unit.value * perQty.thousandths).toBe(price * 1000n);
        const { down, up } = unit.refusal;
        expect(down < price && price < up).toBe(true);
        for (const near of [down, up]) expect(wholeUnitPrice(near, perQty).ok).toBe(true);
      }),
      RUNS,
    );
  });

  it('of a case of 12 kg at 500.000 đ is refused with 499.992 and 500.004', () => {
    expect(wholeUnitPrice(500_000n, quantity('12'))).toEqual({
      ok: false,
      refusal: { code: 'PRICE_NOT_WHOLE', down: 499_992n, up: 500_004n },
    });
  });
});
