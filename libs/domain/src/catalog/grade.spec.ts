import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { formatSpecValue, GRADE_OPERATORS, type GradeSpec, gradeSpec, meetsSpec } from './grade.js';

const decimal = fc.bigInt({ min: 0n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n).toDecimalString());
const spec = (patch: Partial<GradeSpec>): GradeSpec => ({
  measure: 'WEIGHT',
  operator: 'AT_LEAST',
  value: '268.15',
  valueTo: null,
  unit: 'g',
  text: null,
  ...patch,
});
const soundSpec = fc
  .record({ operator: fc.constantFrom(...GRADE_OPERATORS), value: decimal, more: fc.bigInt({ min: 1n, max: 10n ** 6n }) })
  .map(({ operator, value, more }) =>
    spec({ operator, value, valueTo: Quantity.fromThousandths(quantity(value).thousandths + more).toDecimalString() }),
  );

describe('a grade', () => {
  it('is tidied to itself: checking a checked promise changes nothing', () => {
    fc.assert(
      fc.property(soundSpec, (given) => {
        const once = gradeSpec(given);
        if (!once.ok) throw new Error(once.refusal.code);
        expect(gradeSpec(once.value)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its promise exactly at its ends and never just outside', () => {
    fc.assert(
      fc.property(soundSpec, (given) => {
        const { operator, value, valueTo } = given;
        const low = quantity(value!);
        const high = operator === 'BETWEEN' ? quantity(valueTo!) : low;
        const under = Quantity.fromThousandths(low.thousandths - 1n).toDecimalString();
        const over = Quantity.fromThousandths(high.thousandths + 1n).toDecimalString();
        expect(meetsSpec(given, low.toDecimalString())).toBe(true);
        expect(meetsSpec(given, high.toDecimalString())).toBe(true);
        expect(meetsSpec(given, under)).toBe(operator === 'AT_MOST');
        expect(meetsSpec(given, over)).toBe(operator === 'AT_LEAST');
      }),
      { numRuns: 1000 },
    );
  });

  it('reads like a label in both languages', () => {
    expect(formatSpecValue(spec({}))).toBe('≥ 268,15 g');
    expect(formatSpecValue(spec({ measure: 'BRIX', value: '11.2', unit: null }), 'en')).toBe('≥ 11.2');
    expect(formatSpecValue(spec({ measure: 'DIAMETER', operator: 'BETWEEN', value: '60', valueTo: '74.3', unit: 'mm' }))).toBe(
      '60–74,3 mm',
    );
    expect(formatSpecValue(spec({ measure: 'COLOUR', value: null, unit: null, text: 'vàng xanh' }))).toBe('vàng xanh');
  });

  it('takes words for colours, numbers for weights, and a rising range', () => {
    expect(gradeSpec(spec({ measure: 'COLOUR', text: ' ' }))).toEqual({ ok: false, refusal: { code: 'SPEC_TEXT_MISSING' } });
    expect(gradeSpec(spec({ value: null }))).toEqual({ ok: false, refusal: { code: 'SPEC_VALUE_MISSING' } });
    expect(gradeSpec(spec({ operator: 'BETWEEN', value: '70', valueTo: '70' }))).toEqual({
      ok: false,
      refusal: { code: 'SPEC_RANGE_NOT_RISING' },
    });
    expect(meetsSpec(spec({ measure: 'COLOUR', value: null, text: 'xanh' }), '1')).toBeNull();
  });
});
