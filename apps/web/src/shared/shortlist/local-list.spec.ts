import { compareList, visitorList } from './local-list';

const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`;

beforeEach(() => localStorage.clear());

test('choosing twice takes it off again', () => {
  visitorList.toggle(id(1));
  visitorList.toggle(id(2));
  visitorList.toggle(id(1));
  expect(visitorList.read()).toEqual([id(2)]);
});

test('a fifth product does not fit into a comparison', () => {
  expect([1, 2, 3, 4, 5].map((n) => compareList.toggle(id(n)))).toEqual([true, true, true, true, false]);
  expect(compareList.read()).toHaveLength(4);
});

test('what is no id in the storage is left out', () => {
  localStorage.setItem('lienket.shortlist', `x,${id(3)},<script>`);
  expect(visitorList.read()).toEqual([id(3)]);
});
