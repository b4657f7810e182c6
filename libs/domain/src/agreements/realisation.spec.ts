import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { realisation, realisedShare, type RealisationLine } from './realisation.js';

const runs = { numRuns: 1000 };
const anyQty = fc.bigInt({ min: -1_000n, max: 10n ** 9n }).map((n) => Quantity.fromThousandths(n));
const target = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((n) => Quantity.fromThousandths(n));
const line: fc.Arbitrary<RealisationLine> = fc.record({
  lineId: fc.uuid(),
  target: fc.option(target, { freq: 5 }),
  accepted: anyQty,
  refPrice: fc.option(fc.bigInt({ min: 1n, max: 10n ** 6n })),
  seasonMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
  validFrom: fc.constantFrom('2026-01-01', '2026-05-01', null),
});
const lines = fc.array(line, { maxLength: 8 });
const na = { lineId: 'na', target: quantity('1000'), refPrice: 40_000n, seasonMonths: [7, 8, 9], validFrom: '2026-01-01' };

describe('realisation', () => {
  it('lies between nothing and the whole, rounded down, or is not a number at all', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const result = realisation(given, '2026-08-15');
        const quantified = given.filter((l) => l.target !== null).length;
        expect(result.kind === 'NOT_QUANTIFIED').toBe(quantified === 0);
        expect(result.coverage).toEqual({ quantified, total: given.length });
        if (result.kind !== 'MEASURED') return;
        expect(Number.isInteger(result.basisPoints) && result.basisPoints >= 0 && result.basisPoints <= 10_000).toBe(true);
        const whole = given.every((l) => l.target === null || l.accepted >= l.target);
        expect(result.basisPoints === 10_000).toBe(whole);
      }),
      runs,
    );
  });

  it('does not grow by goods beyond the target of their line', () => {
    fc.assert(
      fc.property(lines, anyQty, (given, surplus) => {
        fc.pre(!surplus.isNegative);
        const capped = given.map((l) => (l.target && l.accepted > l.target ? { ...l, accepted: l.accepted.add(surplus) } : l));
        expect(realisedShare(capped)).toEqual(realisedShare(given));
      }),
      runs,
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(lines, (given) => {
        expect(realisedShare(given.toReversed())).toEqual(realisedShare(given));
      }),
      runs,
    );
  });

  it('weighs lines by value when all have a price, and equally when one has none', () => {
    const dear = { ...na, lineId: 'hoi', target: quantity('100'), refPrice: 160_000n, accepted: quantity('0') };
    const done = { ...na, accepted: quantity('1000') };
    expect(realisation([done, dear], '2026-10-01')).toMatchObject({ basisPoints: 7_142, weighting: 'VALUE' });
    expect(realisation([done, { ...dear, refPrice: null }], '2026-10-01')).toMatchObject({
      basisPoints: 5_000,
      weighting: 'LINES',
    });
  });

  it('measures the quantified lines and states how many there are', () => {
    const loose = { ...na, lineId: 'hong', target: null, accepted: quantity('700') };
    expect(realisation([{ ...na, accepted: quantity('500') }, loose], '2026-08-15')).toEqual({
      kind: 'MEASURED',
      basisPoints: 5_000,
      weighting: 'VALUE',
      coverage: { quantified: 1, total: 2 },
    });
    expect(realisation([loose], '2026-08-15')).toEqual({ kind: 'NOT_QUANTIFIED', coverage: { quantified: 0, total: 1 } });
  });

  it('says "not in season" instead of 0 % until the first harvest of the term begins', () => {
    const waiting = { ...na, accepted: Quantity.ZERO };
    expect(realisation([waiting], '2026-03-10')).toMatchObject({ kind: 'NOT_IN_SEASON', seasonStartsOn: '2026-07-01' });
    expect(realisation([waiting], '2026-06-30')).toMatchObject({ kind: 'NOT_IN_SEASON' });
    expect(realisation([waiting], '2026-07-01')).toMatchObject({ kind: 'MEASURED', basisPoints: 0 });
    expect(realisation([waiting], '2026-11-01')).toMatchObject({ kind: 'MEASURED', basisPoints: 0 });
    expect(realisation([{ ...waiting, accepted: quantity('1') }], '2026-03-10')).toMatchObject({
      kind: 'MEASURED',
      basisPoints: 10,
    });
  });

  it('begins the season of all-year goods, and of a term that starts in the middle of one, on the first day of validity', () => {
    const tea = { ...na, accepted: Quantity.ZERO, seasonMonths: [], validFrom: '2026-05-10' };
    expect(realisation([tea], '2026-05-09')).toMatchObject({ kind: 'NOT_IN_SEASON', seasonStartsOn: '2026-05-10' });
    expect(realisation([tea], '2026-05-10').kind).toBe('MEASURED');
    const late = { ...tea, seasonMonths: [7, 8, 9], validFrom: '2026-08-20' };
    expect(realisation([late], '2026-07-05')).toMatchObject({ kind: 'NOT_IN_SEASON', seasonStartsOn: '2026-08-20' });
  });
});
