import fc from 'fast-check';
import type { GradeSpec } from '../catalog/grade.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { judgeSamples, type Judgement, proposeCount, type Sample, SAMPLES_MAX } from './samples.js';

/** The geographical indication no. 00140 for custard apples of Lạng Sơn: weight, diameter, height and Brix of a fruit. */
const NA: GradeSpec[] = [
  { measure: 'WEIGHT', operator: 'AT_LEAST', value: '268.15', valueTo: null, unit: 'g', text: null },
  { measure: 'DIAMETER', operator: 'AT_LEAST', value: '74.3', valueTo: null, unit: 'mm', text: null },
  { measure: 'HEIGHT', operator: 'AT_LEAST', value: '75.02', valueTo: null, unit: 'mm', text: null },
  { measure: 'BRIX', operator: 'AT_LEAST', value: '11.2', valueTo: null, unit: null, text: null },
  { measure: 'COLOUR', operator: 'EQUALS', value: null, valueTo: null, unit: null, text: 'xanh vàng' },
];
const TENTH = 1000;
const good: Sample = { WEIGHT: '300', DIAMETER: '80', HEIGHT: '80', BRIX: '12' };
const small: Sample = { ...good, WEIGHT: '250' };
const sour: Sample = { BRIX: '11.199' };

const judged = (samples: readonly Sample[], allowed = TENTH): Judgement => {
  const result = judgeSamples(NA, samples, allowed);
  if (!result.ok || !result.value) throw new Error('not judged');
  return result.value;
};
const thousandths = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((n) => (n / 1000).toFixed(3));
const sample: fc.Arbitrary<Sample> = fc.record({ WEIGHT: thousandths(600), BRIX: thousandths(25) });
const samples = fc.array(sample, { minLength: 1, maxLength: 40 });
const allowed = fc.integer({ min: 0, max: 10_000 });
const sentOf = fc.integer({ min: 1, max: 9_000_000 }).map((n) => Quantity.fromThousandths(BigInt(n)));

describe('samples of a line', () => {
  it('keep the grade up to the share that is allowed, and the edge itself is inside', () => {
    const ten = (bad: number) => [...Array<Sample>(bad).fill(small), ...Array<Sample>(10 - bad).fill(good)];
    expect(judged(ten(1))).toMatchObject({ outOfGrade: 1, outOfGradeBp: 1000, keepsGrade: true });
    expect(judged(ten(2))).toMatchObject({ outOfGrade: 2, outOfGradeBp: 2000, keepsGrade: false });
  });

  it('say by which promise they fail, and leave what is in words to the eye', () => {
    const { measures } = judged([good, small, sour]);
    expect(measures.map(({ spec, measured, failed }) => [spec.measure, measured, failed])).toEqual([
      ['WEIGHT', 2, 1],
      ['DIAMETER', 2, 0],
      ['HEIGHT', 2, 0],
      ['BRIX', 3, 1],
    ]);
  });

  it('are refused when empty, negative, too many, or of something the grade does not promise', () => {
    expect(judgeSamples(NA, [], TENTH)).toEqual({ ok: true, value: null });
    expect(judgeSamples(NA, [good, {}], TENTH)).toMatchObject({ refusal: { code: 'SAMPLE_EMPTY', index: 1 } });
    expect(judgeSamples(NA, [{ WEIGHT: '-1' }], TENTH)).toMatchObject({ refusal: { code: 'SAMPLE_VALUE_NEGATIVE' } });
    expect(judgeSamples(NA, [{ LENGTH: '10' }], TENTH)).toMatchObject({ refusal: { code: 'SAMPLE_MEASURE_UNKNOWN' } });
    expect(judgeSamples(NA, [{ COLOUR: '1' }], TENTH)).toMatchObject({ refusal: { code: 'SAMPLE_MEASURE_UNKNOWN' } });
    expect(judgeSamples(NA, Array<Sample>(SAMPLES_MAX + 1).fill(good), TENTH)).toMatchObject({
      refusal: { code: 'SAMPLES_TOO_MANY' },
    });
  });

  it('say the same in any order, and one more sound sample never makes them worse', () => {
    fc.assert(
      fc.property(samples, allowed, (list, share) => {
        const here = judged(list, share);
        expect(judged(list.toReversed(), share)).toEqual(here);
        const more = judged([...list, good], share);
        expect(more.outOfGrade).toBe(here.outOfGrade);
        expect(more.keepsGrade || !here.keepsGrade).toBe(true);
        expect(here.keepsGrade).toBe(here.outOfGrade * 10_000 <= share * list.length);
      }),
    );
  });

  it('propose what adds up to what was sent, turn nothing away while the grade holds, and give a reason when they do', () => {
    fc.assert(
      fc.property(samples, allowed, sentOf, fc.boolean(), (list, share, sent, weighed) => {
        const judgement = judged(list, share);
        const { accepted, rejected, reason } = proposeCount(sent, judgement, weighed);
        expect(accepted.add(rejected).equals(sent)).toBe(true);
        expect(rejected.isNegative || accepted.isNegative).toBe(false);
        expect(reason !== null).toBe(rejected.isPositive);
        if (judgement.keepsGrade) expect(rejected.isZero).toBe(true);
        if (!weighed) expect(rejected.thousandths % 1000n).toBe(0n);
      }),
    );
  });

  it('propose the measured share of a hundred kilograms', () => {
    const three = judged([small, small, sour, good, good, good, good, good, good, good]);
    expect(proposeCount(quantity('100'), three, true)).toMatchObject({ reason: 'WRONG_SIZE' });
    expect(proposeCount(quantity('100'), three, true).rejected.toDecimalString()).toBe('30');
  });
});
