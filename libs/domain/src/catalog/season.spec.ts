import fc from 'fast-check';
import { addDays, daysBetween } from '../shared/calendar-date.js';
import { isInSeason, nextSeasonStart, seasonDaysBetween } from './season.js';

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2023-01-01', n));
const span = fc.integer({ min: 0, max: 800 });

describe('seasons', () => {
  it('count the same days as walking the calendar day by day', () => {
    fc.assert(
      fc.property(months, day, fc.integer({ min: 0, max: 200 }), (season, from, length) => {
        let walked = 0;
        for (let i = 0; i < length; i++) if (isInSeason(season, addDays(from, i))) walked++;
        expect(seasonDaysBetween(season, from, addDays(from, length))).toBe(walked);
      }),
      { numRuns: 1000 },
    );
  });

  it('count days additively over adjoining spans', () => {
    fc.assert(
      fc.property(months, day, span, span, (season, from, a, b) => {
        const [middle, end] = [addDays(from, a), addDays(from, a + b)];
        const parts = seasonDaysBetween(season, from, middle) + seasonDaysBetween(season, middle, end);
        expect(parts).toBe(seasonDaysBetween(season, from, end));
        expect(parts).toBeLessThanOrEqual(daysBetween(from, end));
      }),
      { numRuns: 1000 },
    );
  });

  it('begin on a first of a month that follows a month out of season', () => {
    fc.assert(
      fc.property(months, day, (season, date) => {
        const start = nextSeasonStart(season, date);
        if (season.length === 0 || season.length === 12) return expect(start).toBeNull();
        expect(start! >= date && start!.endsWith('-01') && daysBetween(date, start!) <= 366).toBe(true);
        expect(isInSeason(season, start!) && !isInSeason(season, addDays(start!, -1))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('may span the new year, like tangerines from November to January', () => {
    expect(nextSeasonStart([11, 12, 1], '2026-12-15')).toBe('2027-11-01');
    expect(seasonDaysBetween([11, 12, 1], '2026-10-01', '2027-03-01')).toBe(92);
    expect(nextSeasonStart([7, 8, 9], '2026-07-01')).toBe('2026-07-01');
    expect(seasonDaysBetween([7, 8, 9], '2026-08-02', '2026-08-01')).toBe(0);
  });
});
