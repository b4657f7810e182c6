import fc from 'fast-check';
import { propertyRuns } from '../../../testing/property-runs.js';
import { addDays, isLocalDate } from '../../shared/calendar-date.js';
import { Quantity, quantity } from '../../shared/quantity.js';
import { expectedHarvest, forecastAccuracy, type ForecastRevision } from './forecast.js';
import {
  calendarQty,
  checkHarvestWindows,
  isHarvestWeek,
  isYearDay,
  monthsOfWindows,
  windowHas,
  type HarvestWindow,
} from './harvest-window.js';
import { openSchedule, spreadOverWeeks } from './promises.js';
import { bandOf } from './supply-band.js';
import { weeksBetween } from './week.js';

const MONDAY = '2026-08-03';
const weights = { OBSERVED: 10_000, FORECAST: 8_000, CALENDAR: 5_000 };
const yearDay = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2024-01-01', n).slice(5));
const date = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-06-01', n));
const qty = fc.integer({ min: 0, max: 5000 }).map((n) => Quantity.of(n));
const window: fc.Arbitrary<HarvestWindow> = fc.record({ from: yearDay, to: yearDay, weeklyQty: fc.option(qty, { nil: null }) });

describe('the harvest calendar', () => {
  it('knows the days of the year, leap day included', () => {
    expect(['02-29', '12-31', '01-01'].map(isYearDay)).toEqual([true, true, true]);
    expect(['02-30', '13-01', '00-10', '1-1', '04-31'].map(isYearDay)).toEqual([false, false, false, false, false]);
  });

  it('a window over the new year holds its days on both sides, and none between', () => {
    const winter = { from: '11-15', to: '01-20' };
    expect(['2026-11-15', '2026-12-31', '2027-01-01', '2027-01-20'].map((day) => windowHas(winter, day))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['2026-11-14', '2027-01-21', '2026-07-01'].map((day) => windowHas(winter, day))).toEqual([false, false, false]);
    expect(monthsOfWindows([{ ...winter, weeklyQty: null }])).toEqual([1, 11, 12]);
  });

  it('accepts exactly the windows that share no day', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        let shared = false;
        for (let day = '2024-01-01'; day < '2025-01-01'; day = addDays(day, 1)) shared ||= windowHas(a, day) && windowHas(b, day);
        expect(checkHarvestWindows([a, b]).ok).toBe(!shared);
      }),
      propertyRuns(1000),
    );
  });

  it('expects of a week what its days in the window bring, and of a year about fifty-two weeks of it', () => {
    const september: HarvestWindow = { from: '08-06', to: '09-30', weeklyQty: quantity('700') };
    expect(calendarQty([september], MONDAY)).toEqual(quantity('400'));
    expect(calendarQty([september], '2026-08-10')).toEqual(quantity('700'));
    expect(calendarQty([september], '2026-10-05')).toEqual(Quantity.ZERO);
    expect(calendarQty([{ ...september, weeklyQty: null }], MONDAY)).toBeNull();
    expect(isHarvestWeek([], [8], MONDAY)).toBe(true);
    expect(isHarvestWeek([september], [1], '2026-10-05')).toBe(false);
  });
});

describe('the expected harvest', () => {
  const said = (
    revision: number,
    amount: string,
    confidence: ForecastRevision['confidence'] = 'FORECAST',
    on = '2026-07-01',
  ) => ({
    week: MONDAY,
    revision,
    qty: quantity(amount),
    confidence,
    on,
  });
  const sources = { revisions: [], windows: [], harvested: Quantity.ZERO, weights };

  it('is the last word said, weighed by how sure it is; else the calendar; else unknown', () => {
    expect(expectedHarvest(MONDAY, { ...sources, revisions: [said(2, '500'), said(1, '900')] })!.counted).toEqual(
      quantity('400'),
    );
    expect(expectedHarvest(MONDAY, { ...sources, revisions: [said(1, '900', 'OBSERVED')] })!.counted).toEqual(quantity('900'));
    const windows = [{ from: '08-01', to: '08-31', weeklyQty: quantity('100') }];
    expect(expectedHarvest(MONDAY, { ...sources, windows })).toMatchObject({ confidence: 'CALENDAR', counted: quantity('50') });
    expect(expectedHarvest(MONDAY, sources)).toBeNull();
  });

  it('takes off what is harvested already, so that it counts once, and never falls below zero', () => {
    const revisions = [said(1, '500')];
    expect(expectedHarvest(MONDAY, { ...sources, revisions, harvested: quantity('150') })!.counted).toEqual(quantity('250'));
    expect(expectedHarvest(MONDAY, { ...sources, revisions, harvested: quantity('999') })!.counted).toEqual(Quantity.ZERO);
  });

  it('is judged by what was said two weeks before', () => {
    const actual = new Map([
      [MONDAY, quantity('400')],
      ['2026-08-10', quantity('600')],
      ['2026-08-17', quantity('50')],
    ]);
    const revisions = [
      said(1, '500', 'FORECAST', '2026-07-20'),
      said(2, '400', 'FORECAST', '2026-07-21'),
      { ...said(1, '550', 'FORECAST', '2026-07-01'), week: '2026-08-10' },
    ];
    expect(forecastAccuracy(actual, revisions)).toEqual({ wapeBp: 1500, weeks: 2, weeksWithout: 1 });
    expect(forecastAccuracy(new Map(), revisions)).toEqual({ wapeBp: null, weeks: 2, weeksWithout: 0 });
  });
});

describe('what agreements ask of coming weeks', () => {
  it('a spread adds up to the whole, to the gram, inside the period, and in season where there is one', () => {
    fc.assert(
      fc.property(
        qty,
        date,
        fc.integer({ min: 0, max: 200 }),
        fc.array(window, { maxLength: 2 }),
        (amount, from, length, windows) => {
          const to = addDays(from, length);
          const rows = spreadOverWeeks(amount, from, to, { windows, months: [] });
          expect(Quantity.sum(rows.map((row) => row.qty))).toEqual(amount);
          const weeks = weeksBetween(from, to);
          expect(rows.every((row) => weeks.includes(row.week) && isLocalDate(row.week) && row.qty.isPositive)).toBe(true);
          // Every week that gets a share has a day in season, once any day of the period has.
          const days = Array.from({ length: length + 1 }, (_, day) => addDays(from, day));
          if (windows.length > 0 && days.some((day) => windows.some((one) => windowHas(one, day))))
            expect(rows.every((row) => isHarvestWeek(windows, [], row.week))).toBe(true);
        },
      ),
      propertyRuns(1000),
    );
  });

  it('a call-off lowers what is asked by itself at most, never below nothing, whatever the order', () => {
    const row = fc.record({ week: fc.constantFrom(...weeksBetween(MONDAY, addDays(MONDAY, 40))), qty });
    const call = fc.record({ on: fc.integer({ min: -10, max: 60 }).map((n) => addDays(MONDAY, n)), qty });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(call, { maxLength: 5 }), (schedule, calls) => {
        const open = openSchedule(schedule, calls);
        const asked = Quantity.sum(schedule.map((one) => one.qty));
        const left = Quantity.sum(open.map((one) => one.qty));
        expect(open.every((one) => one.qty.isPositive)).toBe(true);
        expect(left.compare(asked)).toBeLessThanOrEqual(0);
        expect(asked.sub(left).compare(Quantity.sum(calls.map((one) => one.qty)))).toBeLessThanOrEqual(0);
        const total = (rows: typeof open) => Quantity.sum(rows.map((one) => one.qty));
        expect(total(openSchedule(schedule, calls.toReversed()))).toEqual(left);
      }),
      propertyRuns(2000),
    );
  });

  it('what is called early is not asked for later, and a week uncalled lapses by itself', () => {
    const weeks = weeksBetween(MONDAY, addDays(MONDAY, 20));
    const schedule = weeks.map((week) => ({ week, qty: quantity('100') }));
    const open = openSchedule(schedule, [{ on: '2026-08-06', qty: quantity('150') }]);
    expect(open).toEqual([
      { week: weeks[1], qty: quantity('50') },
      { week: weeks[2], qty: quantity('100') },
    ]);
  });
});

describe('the band a stranger sees', () => {
  it('holds the quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000_000 }), (n) => {
        const amount = Quantity.fromThousandths(BigInt(n));
        const { from, below } = bandOf(amount);
        expect(from.compare(amount) <= 0 && (below === null || amount.isZero || amount.compare(below) < 0)).toBe(true);
      }),
      propertyRuns(2000),
    );
  });
});
