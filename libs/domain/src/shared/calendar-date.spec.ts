import fc from 'fast-check';
import * as calendar from './calendar-date.js';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => calendar.addDays('1980-01-01', n));
const runs = { numRuns: 1000 };

describe('business dates', () => {
  it('are days in Vietnam, seven hours ahead of UTC', () => {
    expect(calendar.today(new Date('2026-03-04T16:59:59Z'))).toBe('2026-03-04');
    expect(calendar.today(new Date('2026-03-04T17:00:00Z'))).toBe('2026-03-05');
    expect(calendar.localDateOf('2026-12-31T18:00:00Z')).toBe('2027-01-01');
    expect(calendar.instantMs('2026-03-05')).toBe(Date.parse('2026-03-04T17:00:00Z'));
    expect(() => calendar.instantMs('yesterday')).toThrow(RangeError);
  });

  it('count days both ways', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = calendar.addDays(date, days);
        expect(calendar.daysBetween(date, other)).toBe(days);
        expect(calendar.compareDates(date, other)).toBe(-Math.sign(days) + 0);
      }),
      runs,
    );
  });

  it('keep the day of the month when months are added, or take the last one', () => {
    expect(calendar.addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(calendar.addMonths('2024-02-29', 36)).toBe('2027-02-28');
    expect(calendar.addMonths('2026-03-15', -3)).toBe('2025-12-15');
    expect(calendar.addMonths('2026-12-01', 1)).toBe('2027-01-01');
  });

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2024-04-25', '2024-W17'],
  ])('lie in ISO weeks: %s → %s', (date, week) => {
    expect(calendar.isoWeek(date)).toBe(week);
  });

  it('share their ISO week with exactly the seven days from Monday to Sunday', () => {
    fc.assert(
      fc.property(day, (date) => {
        const monday = calendar.startOfWeek(date);
        expect(calendar.weekdayOf(monday)).toBe(1);
        expect(calendar.isoWeek(calendar.addDays(monday, 6))).toBe(calendar.isoWeek(date));
        expect(calendar.isoWeek(calendar.addDays(monday, 7))).not.toBe(calendar.isoWeek(date));
      }),
      runs,
    );
  });

  it('are printed the official way: zeros before days to 9 and months 1 and 2 only', () => {
    expect(calendar.officialDateLine('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026');
    expect(calendar.officialDateLine('2024-02-25')).toBe('ngày 25 tháng 02 năm 2024');
    expect(calendar.officialDateLine('2024-12-01')).toBe('ngày 01 tháng 12 năm 2024');
    expect(calendar.formatDateVi('2026-03-05')).toBe('05/03/2026');
    expect(calendar.formatMonthYear('2026-03-05')).toBe('03/2026');
  });

  it('are read day first, and only when the day exists', () => {
    expect(calendar.parseLocalDate(' 5/3/2026 ')).toEqual({ ok: true, value: '2026-03-05' });
    expect(calendar.parseLocalDate('2026-03-05')).toEqual({ ok: true, value: '2026-03-05' });
    for (const text of ['29/02/2026', '31-04-2026', '2026-13-01', '5/3/26', 'mai']) {
      expect(calendar.parseLocalDate(text)).toEqual({ ok: false, refusal: { code: 'DATE_NOT_VALID', text } });
    }
  });
});
