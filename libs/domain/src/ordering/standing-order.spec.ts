import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from '../shared/calendar-date.js';
import { finalStates, unreachableStates } from '../shared/state-machine.js';
import {
  checkStandingRule,
  deliveryDays,
  dueDays,
  placingDay,
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
          for (const day of dueDays(standing, now, handled)) {
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
    const stage = (state: 'ACTIVE' | 'PAUSED' | 'ENDED', on: string) => standingStage(state, mondaysAndThursdays, on);
    expect(stage('ACTIVE', '2026-06-29')).toBe('COMING');
    expect(stage('ACTIVE', '2026-06-30')).toBe('RUNNING');
    expect(stage('PAUSED', '2026-08-01')).toBe('PAUSED');
    expect(stage('PAUSED', '2026-10-01')).toBe('OVER');
    expect(stage('ENDED', '2026-10-01')).toBe('ENDED');
  });

  it('moves by tables without dead ends: what is placed or asked for stays', () => {
    expect(unreachableStates(STANDING_TRANSITIONS, 'ACTIVE')).toEqual([]);
    expect(finalStates(STANDING_TRANSITIONS)).toEqual(['ENDED']);
    expect(unreachableStates(STANDING_DAY_TRANSITIONS, 'OPEN')).toEqual([]);
    expect(finalStates(STANDING_DAY_TRANSITIONS)).toEqual(['PLACED', 'ASKED']);
  });
});
