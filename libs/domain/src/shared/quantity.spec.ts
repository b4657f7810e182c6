import fc from 'fast-check';
import { formatQuantity, Quantity, quantity, quantityInputText, type Locale } from './quantity.js';

const amount = fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }).map((n) => Quantity.fromThousandths(n));
const signed = fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }).map((n) => Quantity.fromThousandths(n));
const runs = { numRuns: 1000 };
const read = (text: string, locale?: Locale) => {
  const parsed = Quantity.parse(text, locale);
  return parsed.ok ? parsed.value.toDecimalString() : parsed.refusal.code;
};

describe('Quantity', () => {
  it('survives the wire unchanged', () => {
    fc.assert(
      fc.property(signed, (q) => quantity(q.toDecimalString()).equals(q)),
      runs,
    );
  });

  it('reads back, in either language, whatever it shows', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom<Locale>('vi', 'en'), (q, locale) => {
        const shown = formatQuantity(q, '', locale);
        const parsed = Quantity.parse(shown, locale);
        // Three decimals after a short integer look like thousands in the other language and are refused, never misread.
        if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(shown) && q.thousandths % 1000n !== 0n) {
          return !parsed.ok && parsed.refusal.code === 'QUANTITY_AMBIGUOUS';
        }
        return parsed.ok && parsed.value.equals(q);
      }),
      runs,
    );
  });

  it('fills a form field with text that is read back exactly', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom<Locale>('vi', 'en'), (q, locale) => {
        expect(read(quantityInputText(q, locale), locale)).toBe(q.toDecimalString());
      }),
      runs,
    );
    expect(quantityInputText(quantity('1.234'))).toBe('1,2340');
    expect(quantityInputText(quantity('1250.5'))).toBe('1250,5');
  });

  it('adds, subtracts and orders exactly like integers of thousandths', () => {
    fc.assert(
      fc.property(signed, signed, (a, b) => {
        expect(a.add(b).sub(b).equals(a)).toBe(true);
        expect(a.compare(b)).toBe(-b.compare(a) + 0);
        expect(a < b).toBe(a.compare(b) === -1);
        expect(Quantity.sum([a, b, a.negate()]).equals(b)).toBe(true);
        expect(Quantity.min(a, b).add(Quantity.max(a, b)).equals(a.add(b))).toBe(true);
      }),
      runs,
    );
  });

  it('rounds a ratio down, half up or up around the exact value', () => {
    const ratio = fc.bigInt({ min: 1n, max: 10_000n });
    fc.assert(
      fc.property(signed, ratio, ratio, (q, n, d) => {
        const [down, near, up] = (['down', 'half-up', 'up'] as const).map((r) => q.timesRatio(n, d, r).thousandths);
        const exact = q.thousandths * n;
        expect(down! * d <= exact && exact <= up! * d && up! - down! <= 1n).toBe(true);
        expect(near === down || near === up).toBe(true);
        const off = near! * d - exact;
        expect(2n * (off < 0n ? -off : off) <= d).toBe(true);
      }),
      runs,
    );
  });

  it('rounds a negative quantity as the mirror of the positive one, so a reversal cancels', () => {
    expect(quantity('0.005').basisPoints(5_000n).toDecimalString()).toBe('0.003');
    expect(quantity('-0.005').basisPoints(5_000n).toDecimalString()).toBe('-0.003');
  });

  it.each([
    ['1.250,5', '1250.5'],
    ['1,250.5', '1250.5'],
    ['1250.5', '1250.5'],
    ['1250,5', '1250.5'],
    ['1.250', '1250'],
    ['1,250', 'QUANTITY_AMBIGUOUS'],
    ['0,250', '0.25'],
    ['1.250.000', '1250000'],
    [' 2 500 ', '2500'],
    ['1250.125', '1250.125'],
    ['1,2345', 'QUANTITY_TOO_PRECISE'],
    ['1,2500', '1.25'],
    ['100.000.000.000', 'QUANTITY_TOO_LARGE'],
    ['-5', 'QUANTITY_NOT_A_NUMBER'],
    ['12.34.567', 'QUANTITY_NOT_A_NUMBER'],
    ['1.2,3,4', 'QUANTITY_NOT_A_NUMBER'],
    ['5.', 'QUANTITY_NOT_A_NUMBER'],
    ['1e3', 'QUANTITY_NOT_A_NUMBER'],
    ['', 'QUANTITY_NOT_A_NUMBER'],
  ])('reads what a Vietnamese hand writes: %s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('reads thousands the English way when the interface is English, and offers both readings of what is unclear', () => {
    expect(read('1,250', 'en')).toBe('1250');
    expect(Quantity.parse('1.250', 'en')).toEqual({
      ok: false,
      refusal: { code: 'QUANTITY_AMBIGUOUS', text: '1.250', readings: ['1.25', '1250'] },
    });
  });

  it('takes a dot on the wire as the decimal sign, always', () => {
    expect(quantity('1.250').toDecimalString()).toBe('1.25');
    for (const bad of ['1,5', '1.2345', '', '1e3', ' 1', '--1']) expect(() => quantity(bad)).toThrow(RangeError);
  });

  it('is shown in the form of each language', () => {
    expect(formatQuantity(quantity('1250.5'), 'kg')).toBe('1.250,5 kg');
    expect(formatQuantity(quantity('1250.5'), 'kg', 'en')).toBe('1,250.5 kg');
    expect(formatQuantity(quantity('-0.5'), 'kg')).toBe('−0,5 kg');
    expect(JSON.stringify({ qty: quantity('3.100') })).toBe('{"qty":"3.1"}');
  });

  it('tells its share of a total in basis points, rounded down', () => {
    expect(quantity('2499.999').percentageOf(quantity('10000'))).toBe(2499);
    expect(quantity('5').percentageOf(Quantity.ZERO)).toBe(0);
  });
});
