import fc from 'fast-check';
import { isInSeason } from '../catalog/season.js';
import { addDays, daysBetween } from '../shared/calendar-date.js';
import { alertAnswer, alertStateOn, ALERT_TRANSITIONS, reconcileAlerts, type OpenAlert } from './alert-state.js';
import { changedRule } from './stall-rule.js';
import { STALL_LEVELS, STALL_TRANSITIONS, stallRank, stallsOf, type StallFacts, type StallThreshold } from './stall.js';
import { daysOnClock, worksOn, type BusinessCalendar } from './working-clock.js';

const calendar: BusinessCalendar = {
  holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-01-02']),
  workedWeekends: new Set(['2026-01-10']),
};
const EVERY_DAY = { count: 'CALENDAR', seasonMonths: [], horizonDays: 0, suspensions: [] } as const;
const WORKING = { ...EVERY_DAY, count: 'WORKING' } as const;

const row = (given: Partial<StallThreshold> & Pick<StallThreshold, 'transition' | 'level'>): StallThreshold => ({
  variant: 'ANY',
  days: null,
  count: 'WORKING',
  horizonDays: 0,
  belowBp: null,
  periods: null,
  intervalPct: null,
  ...given,
});
const byDays = (transition: 'CONTRACT' | 'CALL_OFF' | 'DELIVERY', days: number[], more: Partial<StallThreshold> = {}) =>
  STALL_LEVELS.map((level, index) => row({ transition, level, days: days[index]!, ...more }));
const book: StallThreshold[] = [
  ...byDays('CONTRACT', [30, 45, 60]),
  ...byDays('CALL_OFF', [14, 21, 30], { horizonDays: 14 }),
  ...byDays('DELIVERY', [0, 1, 3], { variant: 'FRESH', count: 'CALENDAR' }),
  ...byDays('DELIVERY', [0, 1, 7], { variant: 'DRY', count: 'CALENDAR' }),
  row({ transition: 'PACE', level: 'WATCH', count: 'CALENDAR', belowBp: 9000, periods: 1 }),
  row({ transition: 'PACE', level: 'RISK', count: 'CALENDAR', belowBp: 7000, periods: 1 }),
  row({ transition: 'PACE', level: 'STALLED', count: 'CALENDAR', belowBp: 5000, periods: 2, intervalPct: 150 }),
  row({ transition: 'EXPIRY', level: 'WATCH', days: 60, count: 'CALENDAR', belowBp: 7500 }),
  row({ transition: 'EXPIRY', level: 'RISK', days: 30, count: 'CALENDAR', belowBp: 7500 }),
  row({ transition: 'EXPIRY', level: 'STALLED', days: 7, count: 'CALENDAR', belowBp: 5000 }),
];
const facts = (given: Partial<StallFacts> = {}): StallFacts => ({
  isOpen: true,
  isSuspended: false,
  rung: 'SIGNED',
  signedOn: '2026-03-02',
  contractedOn: null,
  seasonMonths: [],
  suspensions: [],
  unanswered: null,
  promise: null,
  pace: [],
  acceptedOn: [],
  realisedBp: null,
  validTo: null,
  ...given,
});
const levelOn = (on: string, given: Partial<StallFacts> = {}) => stallsOf(facts(given), on, book, calendar)[0]?.level ?? null;

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days));
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });

describe('the working-day and season clock', () => {
  it('stands still on weekends and holidays, and runs on a Saturday worked in exchange', () => {
    expect(daysOnClock('2026-02-13', '2026-02-23', WORKING, calendar)).toBe(1);
    expect([worksOn('2026-01-02', calendar), worksOn('2026-01-10', calendar)]).toEqual([false, true]);
    expect(daysOnClock('2026-02-13', '2026-02-23', EVERY_DAY, calendar)).toBe(10);
  });

  it('runs in the harvest months and, with a horizon, a little before them', () => {
    const season = { ...EVERY_DAY, seasonMonths: [7, 8, 9] };
    expect(daysOnClock('2026-04-30', '2026-06-30', season, calendar)).toBe(0);
    expect(daysOnClock('2026-04-30', '2026-07-10', season, calendar)).toBe(10);
    expect(daysOnClock('2026-04-30', '2026-06-30', { ...season, horizonDays: 14 }, calendar)).toBe(14);
  });

  it('takes off approved suspensions, both days included', () => {
    const suspended = { ...EVERY_DAY, suspensions: [{ from: '2026-03-05', to: '2026-03-09' }] };
    expect(daysOnClock('2026-03-01', '2026-03-11', suspended, calendar)).toBe(5);
    expect(
      daysOnClock('2026-03-01', '2026-03-11', { ...EVERY_DAY, suspensions: [{ from: '2026-03-05', to: null }] }, calendar),
    ).toBe(3);
  });

  it('adds up over any day in between, never runs faster than the calendar, and never back', () => {
    fc.assert(
      fc.property(
        day,
        day,
        day,
        months,
        fc.constantFrom('WORKING', 'CALENDAR'),
        fc.integer({ min: 0, max: 30 }),
        (a, b, c, seasonMonths, count, horizonDays) => {
          const [from, middle, to] = [a, b, c].sort() as [string, string, string];
          const rule = { count, seasonMonths, horizonDays, suspensions: [] } as const;
          const whole = daysOnClock(from, to, rule, calendar);
          expect(whole).toBe(daysOnClock(from, middle, rule, calendar) + daysOnClock(middle, to, rule, calendar));
          expect(whole).toBeLessThanOrEqual(daysBetween(from, to));
          expect(daysOnClock(to, from, rule, calendar)).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('plain day numbers', () => {
  it('agree with the calendar on every day of the season', () => {
    fc.assert(
      fc.property(day, months, (on, seasonMonths) => {
        const runs = daysOnClock(addDays(on, -1), on, { ...EVERY_DAY, seasonMonths }, calendar) === 1;
        expect(runs).toBe(isInSeason(seasonMonths, on));
        expect(daysOnClock(addDays(on, -1), on, WORKING, calendar) === 1).toBe(worksOn(on, calendar));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what stands still', () => {
  it('from signature to contract, by working days', () => {
    expect(levelOn('2026-04-10')).toBe(null);
    expect(levelOn('2026-04-13')).toBe('WATCH');
    expect(levelOn('2026-05-04')).toBe('RISK');
    expect(stallsOf(facts(), '2026-05-25', book, calendar)).toEqual([
      expect.objectContaining({
        level: 'STALLED',
        days: 60,
        limitDays: 60,
        fact: 'SIGNED',
        factOn: '2026-03-02',
        actor: 'BOTH',
        step: 'PROPOSE_CONTRACT',
      }),
    ]);
    expect(levelOn('2026-06-30', { seasonMonths: [7, 8, 9] })).toBe(null);
  });

  it('from contract to call-off, and then it is the seller who owes the answer to one that was placed', () => {
    const contracted = { rung: 'CONTRACTED', contractedOn: '2026-03-02' } as const;
    expect(stallsOf(facts(contracted), '2026-04-13', book, calendar)).toEqual([
      expect.objectContaining({ transition: 'CALL_OFF', level: 'STALLED', actor: 'BUYER', step: 'PLACE_CALL_OFF' }),
    ]);
    expect(stallsOf(facts({ ...contracted, unanswered: { number: 'DH-1' } }), '2026-04-13', book, calendar)).toEqual([
      expect.objectContaining({ actor: 'SELLER', step: 'ANSWER_ORDER', factRef: 'DH-1' }),
    ]);
  });

  it('from a promised day to goods: three days for fresh goods, seven for dry ones; goods on the road wait for the buyer', () => {
    const promised = (fresh: boolean, onTheRoad = false) =>
      ({ rung: 'FIRST_CALL_OFF', promise: { number: 'DH-1', on: '2026-08-10', fresh, onTheRoad } }) as const;
    expect(['2026-08-09', '2026-08-10', '2026-08-11', '2026-08-13'].map((on) => levelOn(on, promised(true)))).toEqual([
      null,
      'WATCH',
      'RISK',
      'STALLED',
    ]);
    expect(levelOn('2026-08-13', promised(false))).toBe('RISK');
    expect(stallsOf(facts(promised(true, true)), '2026-08-13', book, calendar)[0]).toMatchObject({
      actor: 'BUYER',
      step: 'RECEIVE',
    });
  });

  it('by pace: one slow month is a risk, two in a row stand still, and goods that come now end it', () => {
    const pace = (accepted: number[]) => ({
      rung: 'FIRST_ACCEPTED' as const,
      pace: accepted.map((acceptedBp, index) => ({ month: `2026-0${index + 5}`, plannedBp: (index + 1) * 1000, acceptedBp })),
    });
    expect(levelOn('2026-08-02', pace([1000, 2000, 2650, 2650]))).toBe('WATCH');
    expect(levelOn('2026-08-02', pace([1000, 1000, 1400, 1400]))).toBe('RISK');
    expect(levelOn('2026-08-02', pace([1000, 900, 1200, 1200]))).toBe('STALLED');
    expect(levelOn('2026-08-02', pace([1000, 900, 1200, 3000]))).toBe(null);
    expect(levelOn('2026-08-02', pace([1000, 2000, 3000, 3000]))).toBe(null);
  });

  it('by silence: longer than one and a half of the usual interval', () => {
    const delivering = { rung: 'P25', acceptedOn: ['2026-05-01', '2026-05-21', '2026-06-10'] } as const;
    expect(levelOn('2026-07-10', delivering)).toBe(null);
    expect(stallsOf(facts(delivering), '2026-07-11', book, calendar)).toEqual([
      expect.objectContaining({ level: 'STALLED', fact: 'LAST_ACCEPTED', days: 31, limitDays: 30 }),
    ]);
    expect(levelOn('2026-12-01', { ...delivering, acceptedOn: ['2026-05-01', '2026-05-21'] })).toBe(null);
  });

  it('by the end of the term, only where a share can be computed', () => {
    const ending = { rung: 'P50', validTo: '2026-12-31', realisedBp: 6000 } as const;
    expect(['2026-10-31', '2026-11-01', '2026-12-01', '2026-12-30'].map((on) => levelOn(on, ending))).toEqual([
      null,
      'WATCH',
      'RISK',
      'RISK',
    ]);
    expect(levelOn('2026-12-24', { ...ending, realisedBp: 4999 })).toBe('STALLED');
    expect(levelOn('2026-12-24', { ...ending, realisedBp: null })).toBe(null);
    expect(levelOn('2026-12-24', { ...ending, realisedBp: 8000 })).toBe(null);
  });

  it('nothing that is suspended or ended stands still, and each transition at most once', () => {
    const any = fc.record({
      rung: fc.constantFrom('RECORDED', 'SIGNED', 'CONTRACTED', 'FIRST_CALL_OFF', 'FIRST_ACCEPTED', 'P50', 'FULFILLED'),
      signedOn: day,
      contractedOn: day,
      seasonMonths: months,
      realisedBp: fc.option(fc.integer({ min: 0, max: 10_000 })),
      validTo: fc.option(day),
      acceptedOn: fc.array(day, { maxLength: 6 }).map((days) => [...new Set(days)].sort()),
    });
    fc.assert(
      fc.property(any, day, (given, on) => {
        const made = facts(given as Partial<StallFacts>);
        const stalls = stallsOf(made, on, book, calendar);
        expect(new Set(stalls.map(({ transition }) => transition)).size).toBe(stalls.length);
        expect(stallsOf({ ...made, isSuspended: true }, on, book, calendar)).toEqual([]);
        expect(stallsOf({ ...made, isOpen: false }, on, book, calendar)).toEqual([]);
        expect(stallsOf(made, on, [...book].reverse(), calendar)).toEqual(stalls);
      }),
      { numRuns: 150 },
    );
  });
});

describe('answers to alerts', () => {
  it('need a reason, a next step and a day within the longest snooze', () => {
    const given = { reasonCode: 'PRICE_GAP', nextStep: ' Gọi hai bên ', followUpOn: '2026-08-20' };
    const known = new Set(['PRICE_GAP']);
    const ask = (change: Partial<typeof given>) => alertAnswer({ ...given, ...change }, known, '2026-08-05', 30);
    expect(ask({})).toEqual({ ok: true, value: { ...given, nextStep: 'Gọi hai bên' } });
    expect(ask({ reasonCode: 'X' })).toMatchObject({ refusal: { code: 'STALL_REASON_UNKNOWN' } });
    expect(ask({ nextStep: ' ' })).toMatchObject({ refusal: { code: 'NEXT_STEP_MISSING' } });
    expect(ask({ followUpOn: '2026-08-04' })).toMatchObject({ refusal: { code: 'FOLLOW_UP_IN_PAST' } });
    expect(ask({ followUpOn: '2026-09-04' })).toMatchObject({ ok: true });
    expect(ask({ followUpOn: '2026-09-05' })).toMatchObject({ refusal: { code: 'FOLLOW_UP_TOO_LATE', latest: '2026-09-04' } });
  });

  it('hold until their day has passed, and nobody can clear', () => {
    expect(alertStateOn('ACKNOWLEDGED', '2026-08-05', '2026-08-05')).toBe('ACKNOWLEDGED');
    expect(alertStateOn('ACKNOWLEDGED', '2026-08-05', '2026-08-06')).toBe('RAISED');
    expect(Object.keys(ALERT_TRANSITIONS.CLEARED)).toEqual([]);
  });

  it('leave open alerts exactly the stalls, whatever stood open before', () => {
    const level = fc.constantFrom(...STALL_LEVELS);
    const transitions = fc.uniqueArray(fc.constantFrom(...STALL_TRANSITIONS));
    const stall = (transition: (typeof STALL_TRANSITIONS)[number], at: (typeof STALL_LEVELS)[number]) => ({
      ...stallsOf(facts(), '2026-05-25', book, calendar)[0]!,
      transition,
      level: at,
    });
    fc.assert(
      fc.property(
        transitions,
        transitions,
        level,
        level,
        fc.constantFrom('RAISED', 'ACKNOWLEDGED'),
        (before, after, was, is, state) => {
          const open = before.map((transition): OpenAlert => ({
            id: transition,
            transition,
            level: was,
            state,
            followUpOn: '2026-09-01',
          }));
          const done = reconcileAlerts(
            open,
            after.map((transition) => stall(transition, is)),
            '2026-08-05',
          );
          const left = [
            ...done.raise.map(({ transition }) => transition),
            ...done.keep.map(({ stall: { transition } }) => transition),
          ];
          expect(left.sort()).toEqual([...after].sort());
          expect(done.clear.every(({ transition }) => !after.includes(transition))).toBe(true);
          for (const { again } of done.keep) expect(again).toBe(state === 'ACKNOWLEDGED' && stallRank(is) > stallRank(was));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('changed thresholds', () => {
  const change = (given: Partial<StallThreshold>) =>
    changedRule(book, {
      transition: 'CONTRACT',
      variant: 'ANY',
      level: 'RISK',
      days: 40,
      belowBp: null,
      periods: null,
      intervalPct: null,
      ...given,
    });
  it('keep their shape, their bounds and the order of the levels', () => {
    expect(change({})).toMatchObject({ ok: true, value: { days: 40, count: 'WORKING' } });
    expect(change({ days: 29 })).toMatchObject({ refusal: { code: 'STALL_RULE_NOT_IN_ORDER' } });
    expect(change({ days: 61 })).toMatchObject({ refusal: { code: 'STALL_RULE_NOT_IN_ORDER' } });
    expect(change({ days: null })).toMatchObject({ refusal: { code: 'STALL_RULE_OUT_OF_RANGE' } });
    expect(change({ variant: 'FRESH' })).toMatchObject({ refusal: { code: 'STALL_RULE_UNKNOWN' } });
    expect(change({ transition: 'EXPIRY', level: 'STALLED', days: 40, belowBp: 5000 })).toMatchObject({
      refusal: { code: 'STALL_RULE_NOT_IN_ORDER' },
    });
    expect(change({ transition: 'EXPIRY', level: 'STALLED', days: 10, belowBp: 5000 })).toMatchObject({ ok: true });
  });
});
