import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from '../shared/calendar-date.js';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import { moneyWaiting } from './money-waiting.js';
import { addWorkingDays, answeredOnTime, checkOfficialAnswer, petitionOverdue } from './petition-deadline.js';
import { aggregateValue, type AnswerRound, median, petitionMetrics } from './petition-metrics.js';
import {
  AWAITING_ANSWER,
  checkReopen,
  OPEN_PETITION,
  PETITION_STATES,
  PETITION_STEPS,
  PETITION_TRANSITIONS,
  petitionMover,
  type PetitionState,
  type PetitionStep,
} from './petition-state.js';

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));

describe('the states of a petition', () => {
  it('are all reached, and end only with acceptance or in another petition', () => {
    expect(unreachableStates(PETITION_TRANSITIONS, 'RECEIVED')).toEqual([]);
    expect(finalStates(PETITION_TRANSITIONS)).toEqual(['ACCEPTED', 'MERGED']);
  });

  it('name whose move it is in every state that is not an end', () => {
    for (const state of PETITION_STATES) expect(petitionMover(state) === 'NONE').toBe(!OPEN_PETITION.includes(state));
  });

  it('need a draft before the official answer, on every walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PETITION_STEPS), { maxLength: 40 }), (steps) => {
        let state: PetitionState = 'RECEIVED';
        let drafted = false;
        for (const step of steps) {
          const moved: ReturnType<typeof nextState<PetitionState, PetitionStep>> = nextState(PETITION_TRANSITIONS, state, step);
          if (!moved.ok) continue;
          if (step === 'issue') expect(drafted).toBe(true);
          drafted = step === 'draft' || (drafted && !['transfer', 'reopen', 'issue'].includes(step));
          state = moved.value;
        }
      }),
    );
  });

  it('let a petition be reopened twice and no more', () => {
    expect(checkReopen(0, 2)).toEqual({ ok: true, value: 1 });
    expect(checkReopen(1, 2)).toEqual({ ok: true, value: 2 });
    expect(checkReopen(2, 2)).toEqual({ ok: false, refusal: { code: 'REOPENS_USED_UP', max: 2 } });
  });
});

describe('the deadline "trước ngày"', () => {
  it('is strict: an answer of 10/5/2024 is late for "trước ngày 10/5/2024"', () => {
    expect(answeredOnTime('2024-05-09', '2024-05-10')).toBe(true);
    expect(answeredOnTime('2024-05-10', '2024-05-10')).toBe(false);
  });

  it('makes a petition overdue from its own day on, and only while the written answer is owed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PETITION_STATES), fc.option(day), day, (state, answerBefore, today) => {
        const owed = AWAITING_ANSWER.includes(state) && answerBefore !== null;
        expect(petitionOverdue({ state, answerBefore }, today)).toBe(owed && today >= answerBefore);
      }),
    );
  });

  it('counts working days without weekends and holidays', () => {
    expect(addWorkingDays('2024-04-25', 3, ['2024-04-30', '2024-05-01'])).toBe('2024-05-02');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.array(day, { maxLength: 5 }), (from, days, holidays) => {
        const to = addWorkingDays(from, days, holidays);
        expect(weekdayOf(to)).toBeLessThanOrEqual(5);
        expect(holidays).not.toContain(to);
        const between = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1));
        expect(between.filter((date) => weekdayOf(date) <= 5 && !holidays.includes(date))).toHaveLength(days);
      }),
    );
  });
});

describe('an official answer', () => {
  const whole = { docNo: '12/STC-HTX', docDate: '2024-05-08', fileId: 'file' };
  it('has number, date and file', () => {
    expect(checkOfficialAnswer(whole, '2024-02-01', '2024-05-09').ok).toBe(true);
    for (const [part, code] of [
      ['docNo', 'DOC_NO_MISSING'],
      ['docDate', 'DOC_DATE_MISSING'],
      ['fileId', 'DOC_FILE_MISSING'],
    ] as const)
      expect(checkOfficialAnswer({ ...whole, [part]: null }, null, '2024-05-09')).toEqual({ ok: false, refusal: { code } });
  });

  it('is not dated tomorrow, nor before the petition came', () => {
    expect(checkOfficialAnswer(whole, null, '2024-05-07').ok).toBe(false);
    expect(checkOfficialAnswer(whole, '2024-05-09', '2024-05-10').ok).toBe(false);
  });
});

describe('the figures of petitions', () => {
  const round: fc.Arbitrary<AnswerRound> = fc.record({
    assignedOn: day,
    answerBefore: fc.option(day),
    docDate: fc.option(day),
    satisfied: fc.option(fc.boolean()),
  });

  it('never count more than their denominators, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(round, { maxLength: 30 }), day, (rounds, today) => {
        const figures = petitionMetrics(rounds, today);
        expect(figures.onTime).toBeLessThanOrEqual(figures.due);
        expect(figures.satisfied).toBeLessThanOrEqual(figures.rated);
        expect(figures.rated).toBeLessThanOrEqual(figures.answered);
        expect(figures.due).toBeLessThanOrEqual(figures.rounds);
        expect(figures.medianDays === null).toBe(figures.answered === 0);
        expect(petitionMetrics([...rounds].reverse(), today)).toEqual(figures);
      }),
    );
  });

  it('count an answer that is owed past its day as due and late', () => {
    const owed = { assignedOn: '2024-04-25', answerBefore: '2024-05-10', docDate: null, satisfied: null };
    expect(petitionMetrics([owed], '2024-05-09').due).toBe(0);
    expect(petitionMetrics([owed], '2024-05-10')).toMatchObject({ due: 1, onTime: 0 });
  });

  it('find the middle of even and odd numbers of days', () => {
    expect([median([]), median([3]), median([9, 1]), median([1, 9, 2])]).toEqual([null, 3, 5, 2]);
  });

  it('show a sum of money only from three parties on', () => {
    expect([aggregateValue(5n, 2, 3), aggregateValue(5n, 3, 3)]).toEqual([null, 5n]);
    // One delivery more: the two sums tell nothing of its price.
    expect([aggregateValue(1_234_500_000n, 3, 3), aggregateValue(1_236_611_000n, 3, 3)]).toEqual([
      1_200_000_000n,
      1_200_000_000n,
    ]);
  });
});

describe('the money that waits for a petition', () => {
  const line = fc.record({
    unit: fc.constantFrom('kg', 'hộp'),
    committed: fc.option(fc.integer({ min: 1, max: 900_000 }).map(String)),
    accepted: fc.integer({ min: 0, max: 900_000 }).map(String),
    refPrice: fc.option(fc.bigInt({ min: 1n, max: 10_000_000n })),
  });

  it('is what was promised and not accepted, each line never less than nothing, in any order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const waiting = moneyWaiting(lines);
        const open = lines.map(({ committed, accepted }) => (committed === null ? 0n : BigInt(committed) - BigInt(accepted)));
        const expected = lines.reduce((sum, { refPrice }, i) => (open[i]! > 0n ? sum + open[i]! * (refPrice ?? 0n) : sum), 0n);
        expect(waiting.value ?? 0n).toBe(expected);
        expect(waiting.notQuantified).toBe(lines.filter(({ committed }) => committed === null).length);
        expect(moneyWaiting([...lines].reverse())).toEqual(waiting);
        for (const { qty } of waiting.quantities) expect(Number(qty)).toBeGreaterThan(0);
      }),
    );
  });

  it('is unknown, not zero, where no line has both a quantity and a price', () => {
    expect(moneyWaiting([{ unit: 'kg', committed: null, accepted: '0', refPrice: 9n }])).toEqual({
      quantities: [],
      value: null,
      notQuantified: 1,
    });
    expect(moneyWaiting([{ unit: 'kg', committed: '10', accepted: '2.5', refPrice: null }])).toMatchObject({
      quantities: [{ unit: 'kg', qty: '7.5' }],
      value: null,
    });
  });
});
