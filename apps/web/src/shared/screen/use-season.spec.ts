import { seasonWindows } from './use-season';

test('neighbouring months are one stretch', () => {
  expect(seasonWindows([8, 7, 9])).toEqual([{ from: '07-01', to: '09-30' }]);
});

test('a season over the new year stays one stretch', () => {
  expect(seasonWindows([11, 12, 1])).toEqual([{ from: '11-01', to: '01-31' }]);
});

test('no month means the whole year, and so do twelve', () => {
  const year = [{ from: '01-01', to: '12-31' }];
  expect(seasonWindows([])).toEqual(year);
  expect(seasonWindows([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toEqual(year);
});
