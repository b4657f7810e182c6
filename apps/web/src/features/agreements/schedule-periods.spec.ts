import { pasteSchedule } from './schedule-paste';
import { Quantity, quantity } from '@lienket/domain';
import { periodsOf, splitEvenly } from './schedule-periods';

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

describe('a schedule pasted from a sheet', () => {
  const weeks = periodsOf('WEEK', '2026-08-03', '2026-08-30', []);

  it('goes by the day into the week it falls in, a heading left out', () => {
    expect(pasteSchedule('Tuần\tSố lượng\n05/08/2026\t1.200\r\n17/8/2026\t800\n01/10/2026\t5', weeks, 0)).toEqual({
      schedule: { '2026-08-03': '1.200', '2026-08-17': '800' },
      filled: 2,
      skipped: 1,
    });
  });

  it('of one column fills downwards from where one stands; a single cell is left to the field', () => {
    expect(pasteSchedule('100\n200\n300', weeks, 2)).toEqual({
      schedule: { '2026-08-17': '100', '2026-08-24': '200' },
      filled: 2,
      skipped: 1,
    });
    expect(pasteSchedule('100', weeks, 0)).toBeNull();
  });
});
