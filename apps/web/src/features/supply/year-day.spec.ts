import { readYearDay, showYearDay } from './year-day';

test('a day of the year is written day first, as people write it here', () => {
  expect(['15/11', '5-1', ' 29.2 '].map(readYearDay)).toEqual(['11-15', '01-05', '02-29']);
  expect(['31/04', '11-15-2026', '', 'mai'].map(readYearDay)).toEqual([null, null, null, null]);
  expect(readYearDay(showYearDay('11-15'))).toBe('11-15');
});
