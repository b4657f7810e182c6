import { cleared, filterCount, filterFrom, sortFrom, toggled } from './catalog-filter';

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

test('months, papers, prices and the order of the list stand in the address too', () => {
  const params = new URLSearchParams('month=8&paper=VIETGAP&storage=CHILLED&price=20000&least=50&sort=NAME');
  expect(filterFrom(params)).toEqual({
    harvestMonth: 8,
    certificate: 'VIETGAP',
    storage: 'CHILLED',
    priceBand: 20000,
    leastOrder: 50,
  });
  expect(sortFrom(params)).toBe('NAME');
  expect(filterFrom(new URLSearchParams('month=13&paper=a;b&storage=WARM&price=-1&least=x'))).toEqual({});
  expect(sortFrom(new URLSearchParams('sort=RANDOM'))).toBeUndefined();
});
