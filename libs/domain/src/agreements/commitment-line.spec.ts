import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { checkAmendedLine, checkCommitmentLine } from './commitment-line.js';

const bound = fc.option(fc.bigInt({ min: 1n, max: 50n }).map((n) => Quantity.fromThousandths(n)));
const bounds = (min: string | null, target: string | null, max: string | null) => {
  const read = (text: string | null) => (text === null ? null : quantity(text));
  return { min: read(min), target: read(target), max: read(max) };
};

describe('a committed line', () => {
  it('is sound exactly when the bounds that are given rise', () => {
    fc.assert(
      fc.property(bound, bound, bound, (min, target, max) => {
        const given = [min, target, max].filter((b) => b !== null);
        const rising = given.every((b, i) => i === 0 || given[i - 1]!.compare(b) <= 0);
        expect(checkCommitmentLine({ min, target, max }).ok).toBe(rising);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the two bounds that cross', () => {
    expect(checkCommitmentLine(bounds('5', '4', '9'))).toMatchObject({ refusal: { lower: 'min', upper: 'target' } });
    expect(checkCommitmentLine(bounds('1', '10', '9'))).toMatchObject({ refusal: { lower: 'target', upper: 'max' } });
    expect(checkCommitmentLine(bounds('10', null, '9'))).toMatchObject({ refusal: { lower: 'min', upper: 'max' } });
  });

  it('may be without quantities, but not promise nothing', () => {
    expect(checkCommitmentLine(bounds(null, null, null)).ok).toBe(true);
    expect(checkCommitmentLine(bounds(null, '0', null))).toMatchObject({
      refusal: { code: 'COMMITMENT_NOT_POSITIVE', bound: 'target' },
    });
    expect(checkCommitmentLine(bounds('-1', null, null))).toMatchObject({ refusal: { bound: 'min' } });
    expect(checkCommitmentLine(bounds('0', null, '0'))).toMatchObject({ refusal: { bound: 'max' } });
  });

  it('cannot be amended below what was already accepted', () => {
    expect(checkAmendedLine(bounds('1', '50', '90'), quantity('50')).ok).toBe(true);
    expect(checkAmendedLine(bounds('1', '50', '90'), quantity('50.001'))).toMatchObject({
      refusal: { code: 'TARGET_BELOW_ACCEPTED' },
    });
  });
});
