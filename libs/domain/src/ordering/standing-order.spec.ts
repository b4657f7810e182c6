import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from '../shared/calendar-date.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import {
  checkStandingChange,
  checkStandingRule,
  deliveryDays,
  dueDays,
  isDeliveryDay,
  placingDay,
  ruleOn,
  STANDING_DAY_TRANSITIONS,
  STANDING_TRANSITIONS,
  type StandingRule,
  standingStage,
} from './standing-order.js';

const FIRST = '2026-01-05';
const rule: fc.Arbitrary<StandingRule> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 200 }),
    leadDays: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ weekdays, start, length, leadDays }) => {
    const validFrom = addDays(FIRST, start);
    return { weekdays, leadDays, validFrom, validTo: addDays(validFrom, length) };
  });
const mondaysAndThursdays: StandingRule = { weekdays: [1, 4], validFrom: '2026-07-01', validTo: '2026-09-30', leadDays: 2 };

describe('the days of a standing order', () => {
  it('are its weekdays within the season, each once, rising', () => {
    fc.assert(
      fc.property(rule, (standing) => {
        const days = deliveryDays(standing, standing.validFrom, standing.validTo);
        expect(days).toEqual([...new Set(days)].sort());
        for (const day of days) expect(standing.weekdays).toContain(weekdayOf(day));
        const whole = daysBetween(standing.validFrom, standing.validTo) + 1;
        expect(days.length).toBeGreaterThanOrEqual(Math.floor(whole / 7) * standing.weekdays.length);
      }),
    );
    expect(deliveryDays(mondaysAndThursdays, '2026-01-01', '2026-12-31', 4)).toEqual([
      '2026-07-02',
      '2026-07-06',
      '2026-07-09',
      '2026-07-13',
    ]);
  });

  it('are each due once, never before their placing day, however often and late somebody looks', () => {
    fc.assert(
      fc.property(rule, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), (standing, steps) => {
        const handled = new Set<string>();
        let now = FIRST;
        for (const step of [0, ...steps, 400]) {
          now = addDays(now, step);
          for (const day of dueDays([standing], now, handled)) {
            expect(placingDay(day, standing) <= now).toBe(true);
            expect(handled.has(day)).toBe(false);
            handled.add(day);
          }
        }
        expect([...handled].sort()).toEqual(deliveryDays(standing, standing.validFrom, standing.validTo));
      }),
    );
  });
});

describe('a standing order', () => {
  it('is taken for a season with at least one day, from today on', () => {
    const check = (change: Partial<StandingRule>, on = '2026-06-20') => {
      const answer = checkStandingRule({ ...mondaysAndThursdays, ...change }, on);
      return answer.ok ? null : answer.refusal.code;
    };
    expect(check({})).toBeNull();
    expect(check({ weekdays: [] })).toBe('STANDING_NO_WEEKDAY');
    expect(check({ weekdays: [8] })).toBe('STANDING_NO_WEEKDAY');
    expect(check({}, '2026-07-02')).toBe('STANDING_STARTS_PAST');
    expect(check({ validTo: '2026-06-30' })).toBe('STANDING_DATES_FALLING');
    expect(check({ validTo: '2027-07-01' })).toBe('STANDING_TOO_LONG');
    expect(check({ leadDays: 15 })).toBe('STANDING_LEAD_RANGE');
    expect(check({ validTo: '2026-07-01' })).toBe('STANDING_NO_DAY');
  });

  it('comes, runs, pauses and ends; its season passes whatever it was', () => {
    const stage = (state: 'ACTIVE' | 'PAUSED' | 'ENDED', on: string) => standingStage(state, [mondaysAndThursdays], on);
    expect(stage('ACTIVE', '2026-06-29')).toBe('COMING');
    expect(stage('ACTIVE', '2026-06-30')).toBe('RUNNING');
    expect(stage('PAUSED', '2026-08-01')).toBe('PAUSED');
    expect(stage('PAUSED', '2026-10-01')).toBe('OVER');
    expect(stage('ENDED', '2026-10-01')).toBe('ENDED');
  });

  it('is changed from a day on: what lies before stays as it was, what comes after follows the new rule alone', () => {
    const plan = fc.array(rule, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        plan,
        rule,
        fc.array(fc.integer({ min: 0, max: 280 }), { minLength: 20, maxLength: 20 }),
        (before, next, days) => {
          const after = [...before, next];
          for (const day of days.map((n) => addDays(FIRST, n))) {
            expect(isDeliveryDay(after, day)).toBe(isDeliveryDay(day < next.validFrom ? before : [next], day));
            expect(ruleOn(after, day)).toBe(day < next.validFrom ? ruleOn(before, day) : ruleOn([next], day));
          }
          const all = dueDays(after, addDays(FIRST, 400), new Set());
          expect(all).toEqual(deliveryDays(after, FIRST, addDays(FIRST, 400)));
        },
      ),
      { numRuns: 60 },
    );
    const tuesdays: StandingRule = { weekdays: [2], validFrom: '2026-08-01', validTo: '2026-12-31', leadDays: 5 };
    expect(standingStage('ACTIVE', [mondaysAndThursdays, tuesdays], '2026-11-01')).toBe('RUNNING');
    const handled = new Set(deliveryDays(mondaysAndThursdays, FIRST, '2026-07-30'));
    expect(dueDays([mondaysAndThursdays, tuesdays], '2026-07-30', handled)).toEqual(['2026-08-04']);
  });

  it('is not changed for days that were placed already: they belong to the rule they were placed under', () => {
    const change = (lastTaken: string | null) => checkStandingChange(mondaysAndThursdays, '2026-06-20', lastTaken);
    expect(change(null).ok).toBe(true);
    expect(change('2026-06-30').ok).toBe(true);
    expect(change('2026-07-01')).toMatchObject({ refusal: { code: 'STANDING_DAYS_TAKEN', earliest: '2026-07-02' } });
    expect(checkStandingChange(mondaysAndThursdays, '2026-07-02', null)).toMatchObject({
      refusal: { code: 'STANDING_STARTS_PAST' },
    });
  });

  it('moves by tables without dead ends: what is placed or asked for stays', () => {
    expect(unreachableStates(STANDING_TRANSITIONS, 'ACTIVE')).toEqual([]);
    expect(finalStates(STANDING_TRANSITIONS)).toEqual(['ENDED']);
    expect(unreachableStates(STANDING_DAY_TRANSITIONS, 'OPEN')).toEqual([]);
    expect(finalStates(STANDING_DAY_TRANSITIONS)).toEqual(['PLACED', 'ASKED']);
  });
});
