import fc from 'fast-check';
import { isInSeason } from '../catalog/season.js';
import { addDays } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { periodsOf, splitEvenly, weeklyDeliveries } from './delivery-schedule.js';

describe('the periods of a delivery plan', () => {
  it('are the months in season, clipped to the validity', () => {
    expect(periodsOf('MONTH', '2026-07-10', '2026-10-05', [7, 8, 10])).toEqual([
      { from: '2026-07-10', to: '2026-07-31' },
      { from: '2026-08-01', to: '2026-08-31' },
      { from: '2026-10-01', to: '2026-10-05' },
    ]);
  });

  it('are Monday weeks, without gaps or overlaps', () => {
    const weeks = periodsOf('WEEK', '2026-08-05', '2026-08-20', []);
    expect(weeks).toEqual([
      { from: '2026-08-05', to: '2026-08-09' },
      { from: '2026-08-10', to: '2026-08-16' },
      { from: '2026-08-17', to: '2026-08-20' },
    ]);
  });

  it('are none without a term, or when the term ends before it begins', () => {
    expect(periodsOf('MONTH', '', '2026-08-20', [])).toEqual([]);
    expect(periodsOf('MONTH', '2026-09-01', '2026-08-20', [])).toEqual([]);
  });
});

describe('spreading the target', () => {
  it('gives whole packs that never add up to more than the target', () => {
    const shares = splitEvenly(quantity('104'), quantity('5'), 3);
    expect(shares.map(String)).toEqual(['35', '35', '30']);
    expect(Quantity.sum(shares).compare(quantity('104'))).toBeLessThanOrEqual(0);
  });
});

describe('the weekly plan of an agreed quantity', () => {
  it('gives the weekly quantity until it is used up, only in season', () => {
    const plan = weeklyDeliveries(
      { total: quantity('250'), packSize: quantity('10'), perWeek: quantity('100'), season: [8] },
      '2026-07-20',
      '2026-08-31',
    );
    expect(plan.map(({ from, qty }) => [from, qty.toString()])).toEqual([
      ['2026-07-27', '100'],
      ['2026-08-03', '100'],
      ['2026-08-10', '50'],
    ]);
  });

  it('adds up to what was agreed, week after week without overlap, whatever was asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.option(fc.integer({ min: 1, max: 999_999 })),
        fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
        fc.integer({ min: 0, max: 500 }),
        (total, pack, perWeek, season, days) => {
          const [from, to] = ['2026-03-11', addDays('2026-03-11', days)];
          const thousandths = (value: number) => Quantity.fromThousandths(BigInt(value));
          const plan = weeklyDeliveries(
            {
              total: thousandths(total),
              packSize: thousandths(pack),
              perWeek: perWeek === null ? null : thousandths(perWeek),
              season,
            },
            from,
            to,
          );
          if (plan.length === 0) return periodsOf('WEEK', from, to, season).length === 0;
          return (
            Quantity.sum(plan.map(({ qty }) => qty)).compare(thousandths(total)) === 0 &&
            plan.every(
              (one, i) => one.qty.isPositive && one.from >= from && one.to <= to && (i === 0 || plan[i - 1]!.to < one.from),
            ) &&
            plan.every((one) => isInSeason(season, one.from) || isInSeason(season, one.to))
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
