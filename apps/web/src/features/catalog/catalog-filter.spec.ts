import { cleared, filterCount, filterFrom, toggled } from './catalog-filter';

test('the address is the filter', () => {
  const params = new URLSearchParams('q=na&group=FOOD&district=187&stars=4&season=1');
  expect(filterFrom(params)).toEqual({ search: 'na', group: 'FOOD', districtCode: '187', starsAtLeast: 4, inSeasonNow: true });
});

test('what the contract does not know is left out instead of failing the page', () => {
  expect(filterFrom(new URLSearchParams('group=CARS&stars=9&season=yes'))).toEqual({});
});

test('pressing a filter again takes it off, and clearing keeps the search', () => {
  const params = toggled(new URLSearchParams('q=na'), 'group', 'FOOD');
  expect(params.get('group')).toBe('FOOD');
  expect(toggled(params, 'group', 'FOOD').has('group')).toBe(false);
  expect(filterCount(params)).toBe(1);
  expect(cleared(params).toString()).toBe('q=na');
});
