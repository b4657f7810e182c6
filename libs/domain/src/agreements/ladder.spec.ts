import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { addDays } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { climb, LADDER_RUNGS, rungIndex, type AcceptFact, type LadderFacts, type RungCode } from './ladder.js';

const runs = propertyRuns(1000);
const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-01', n));
const grade = fc.constantFrom('A', 'B', 'C' as const);
const lineId = fc.constantFrom('na', 'hong', 'hoi');
const positive = fc.bigInt({ min: 1n, max: 400_000n }).map((n) => Quantity.fromThousandths(n));
const accept: fc.Arbitrary<AcceptFact> = fc.record({ at: day, lineId, qty: positive, grade });
const correction = accept.map((fact) => ({ ...fact, qty: fact.qty.negate() }));
const target = fc.bigInt({ min: 1n, max: 1_000_000n }).map((n) => Quantity.fromThousandths(n));
const lineOf = (id: string, quantified: fc.Arbitrary<Quantity | null>) =>
  fc.record({ lineId: fc.constant(id), target: quantified, refPrice: fc.option(fc.bigInt({ min: 1n, max: 90_000n })) });
const linesOf = (quantified: fc.Arbitrary<Quantity | null>) =>
  fc
    .tuple(lineOf('na', quantified), lineOf('hong', quantified), lineOf('hoi', quantified))
    .chain((lines) => fc.subarray(lines, { minLength: 1 }));
const factsOf = (quantified: fc.Arbitrary<Quantity | null>): fc.Arbitrary<LadderFacts> =>
  fc.record({
    recordedAt: fc.constant('2026-01-01T01:00:00Z'),
    signedOn: fc.option(day),
    contracts: fc.array(fc.record({ inForceAt: day, grade }), { maxLength: 3 }),
    callOffs: fc.array(fc.record({ confirmedAt: day, grade }), { maxLength: 3 }),
    accepts: fc.array(accept, { maxLength: 12 }),
    lines: linesOf(quantified),
    tolerancePct: fc.integer({ min: 0, max: 40 }),
    closed: fc.constant(null),
  });
const facts = factsOf(fc.option(target, { freq: 4 }));
const height = (given: LadderFacts) => rungIndex(climb(given).currentRung);
const rung = (given: LadderFacts, code: RungCode) => climb(given).rungs[rungIndex(code)]!;
const shuffled = <T>(list: readonly T[], seed: number) =>
  list
    .map((item, i) => ({ item, key: Math.sin(seed + i * 7.13) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const promise: LadderFacts = {
  recordedAt: '2024-04-25T02:00:00Z',
  signedOn: '2024-04-25',
  contracts: [],
  callOffs: [],
  accepts: [],
  lines: [{ lineId: 'na', target: quantity('1000'), refPrice: 40_000n }],
  tolerancePct: 5,
  closed: null,
};
const received = (at: string, qty: string, grade: AcceptFact['grade'] = 'A', lineId = 'na'): AcceptFact => ({
  at,
  lineId,
  qty: quantity(qty),
  grade,
});

describe('the ladder', () => {
  it('comes out the same whatever the order of the facts', () => {
    fc.assert(
      fc.property(facts, fc.array(correction, { maxLength: 6 }), fc.integer(), (sound, corrections, seed) => {
        const given = { ...sound, accepts: [...sound.accepts, ...corrections] };
        const other = {
          ...given,
          contracts: shuffled(given.contracts, seed),
          callOffs: shuffled(given.callOffs, seed),
          accepts: shuffled(given.accepts, seed),
          lines: shuffled(given.lines, seed),
        };
        expect(climb(other)).toEqual(climb(given));
      }),
      runs,
    );
  });

  it('never sinks when more goods are accepted, and no rung is dated later', () => {
    fc.assert(
      fc.property(facts, accept, (given, more) => {
        const before = climb(given);
        const after = climb({ ...given, accepts: [...given.accepts, more] });
        expect(rungIndex(after.currentRung)).toBeGreaterThanOrEqual(rungIndex(before.currentRung));
        before.rungs.forEach(({ state, reachedAt }, i) => {
          if (state !== 'REACHED') return;
          expect(after.rungs[i]!.state).toBe('REACHED');
          expect(after.rungs[i]!.reachedAt! <= reachedAt!).toBe(true);
        });
      }),
      runs,
    );
  });

  it('sinks under a reversal to where it would be without the receipt', () => {
    fc.assert(
      fc.property(facts, accept, day, (given, voided, later) => {
        const reversal = { ...voided, at: later, qty: voided.qty.negate() };
        const undone = climb({ ...given, accepts: [...given.accepts, voided, reversal] });
        const without = climb(given);
        expect(undone.currentRung).toBe(without.currentRung);
        expect(undone.realisedBasisPoints).toBe(without.realisedBasisPoints);
        expect(undone.rungs.map(({ code, state }) => [code, state])).toEqual(
          without.rungs.map(({ code, state }) => [code, state]),
        );
      }),
      runs,
    );
    const delivered = { ...promise, accepts: [received('2026-08-01', '1000')] };
    const reversed = { ...delivered, accepts: [...delivered.accepts, received('2026-08-03', '-900')] };
    expect(height(reversed)).toBeLessThan(height(delivered));
    expect(climb(reversed).currentRung).toBe('FIRST_ACCEPTED');
  });

  it('never says FULFILLED, nor any percentage, of a promise without quantities', () => {
    fc.assert(
      fc.property(factsOf(fc.constant(null)), (given) => {
        const { rungs, realisedBasisPoints } = climb(given);
        expect(realisedBasisPoints).toBeNull();
        expect(rungs.slice(5).map(({ state }) => state)).toEqual(Array(4).fill('NOT_COMPUTABLE'));
      }),
      runs,
    );
  });

  it('says FULFILLED only when every line is quantified and the promise is kept within its tolerance', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const fulfilled = rung(given, 'FULFILLED').state;
        const quantified = given.lines.every((line) => line.target !== null);
        expect(fulfilled === 'NOT_COMPUTABLE').toBe(!quantified);
        if (fulfilled === 'REACHED') expect(climb(given).realisedBasisPoints).toBeGreaterThanOrEqual(7_500);
      }),
      runs,
    );
  });

  it('shows a rung without its own fact as skipped, never as reached', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { rungs, currentRung } = climb(given);
        expect(rungs.map(({ code }) => code)).toEqual(LADDER_RUNGS);
        const reached = rungs.map(({ state }) => state === 'REACHED');
        expect(reached.slice(0, 4)).toEqual([
          true,
          given.signedOn !== null,
          given.contracts.length > 0,
          given.callOffs.length > 0,
        ]);
        const current = rungIndex(currentRung);
        const sound = rungs.every(({ state, reachedAt, grade }, i) => {
          const proven = state === 'REACHED';
          const beside = state === 'SKIPPED' ? i < current : state === 'NOT_REACHED' ? i > current : true;
          return beside && (reachedAt !== null) === proven && (grade !== null) === (proven && i > 0);
        });
        expect(sound && reached[current]).toBe(true);
      }),
      runs,
    );
  });

  it('recomputed day by day only changes by the facts of that day', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const until = (date: string) => climb({ ...given, accepts: given.accepts.filter(({ at }) => String(at) <= date) });
        const { reachedAt } = rung(given, 'FIRST_ACCEPTED');
        if (reachedAt === null) return;
        expect(until(String(reachedAt)).rungs[4]!.reachedAt).toBe(reachedAt);
        expect(until(addDays(String(reachedAt), -1)).rungs[4]!.reachedAt).toBeNull();
      }),
      runs,
    );
  });

  it('grades a rung by the best evidence that suffices alone', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const gradeA = climb({ ...given, accepts: given.accepts.filter((fact) => fact.grade === 'A') });
        climb(given)
          .rungs.slice(4)
          .forEach(({ grade }, i) => {
            expect(grade === 'A').toBe(gradeA.rungs[i + 4]!.state === 'REACHED');
          });
      }),
      runs,
    );
    const mixed = { ...promise, accepts: [received('2026-08-01', '300'), received('2026-08-09', '400', 'C')] };
    expect([rung(mixed, 'P25').grade, rung(mixed, 'P50').grade]).toEqual(['A', 'C']);
  });

  it('climbs the example of one tonne of na', () => {
    const given: LadderFacts = {
      ...promise,
      callOffs: [{ confirmedAt: '2026-07-28T03:00:00Z' }],
      accepts: [received('2026-08-01', '250'), received('2026-08-05', '249.999'), received('2026-09-01', '450.001')],
    };
    expect(climb(given)).toEqual({
      currentRung: 'FULFILLED',
      exit: null,
      realisedBasisPoints: 9_500,
      rungs: [
        { code: 'RECORDED', state: 'REACHED', reachedAt: '2024-04-25T02:00:00Z', grade: null },
        { code: 'SIGNED', state: 'REACHED', reachedAt: '2024-04-25', grade: 'A' },
        { code: 'CONTRACTED', state: 'SKIPPED', reachedAt: null, grade: null },
        { code: 'FIRST_CALL_OFF', state: 'REACHED', reachedAt: '2026-07-28T03:00:00Z', grade: 'A' },
        { code: 'FIRST_ACCEPTED', state: 'REACHED', reachedAt: '2026-08-01', grade: 'A' },
        { code: 'P25', state: 'REACHED', reachedAt: '2026-08-01', grade: 'A' },
        { code: 'P50', state: 'REACHED', reachedAt: '2026-09-01', grade: 'A' },
        { code: 'P75', state: 'REACHED', reachedAt: '2026-09-01', grade: 'A' },
        { code: 'FULFILLED', state: 'REACHED', reachedAt: '2026-09-01', grade: 'A' },
      ],
    });
  });

  it('dates a rung anew when a reversal broke it in between', () => {
    const accepts = [received('2026-08-01', '300'), received('2026-08-03', '-300'), received('2026-08-10', '300')];
    expect(rung({ ...promise, accepts }, 'P25').reachedAt).toBe('2026-08-10');
  });

  it('keeps the date when a receipt is corrected in one moment, whichever row is read first', () => {
    const correction = [received('2026-08-03', '-300'), received('2026-08-03', '280')];
    for (const rows of [correction, correction.toReversed()]) {
      const accepts = [received('2026-08-01', '300'), ...rows];
      expect(rung({ ...promise, accepts }, 'P25').reachedAt).toBe('2026-08-01');
    }
  });

  it('keeps a closing apart from the rungs: an outcome never makes one', () => {
    const closed = (status: 'CLOSED' | 'EXPIRED', outcome: NonNullable<LadderFacts['closed']>['outcome']) =>
      climb({ ...promise, closed: { status, outcome } });
    expect(closed('CLOSED', 'FULFILLED')).toMatchObject({ exit: null, currentRung: 'SIGNED' });
    expect(closed('CLOSED', 'PARTLY').exit).toBe('CLOSED_PARTIAL');
    expect(closed('EXPIRED', 'UNSUCCESSFUL').exit).toBe('CLOSED_UNSUCCESSFUL');
    expect(closed('CLOSED', 'CANCELLED').exit).toBe('CANCELLED');
    expect(closed('EXPIRED', null).exit).toBe('EXPIRED');
  });
});
