import { render, screen } from '@testing-library/react';
import { pieces } from './season-positions';
import { SeasonStrip } from './season-strip';

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));

test('a season inside the year is one stretch, both end days included', () => {
  expect(pieces({ from: '07-01', to: '09-30' })).toEqual([[6 / 12, 9 / 12]]);
  expect(pieces({ from: '2026-01-01', to: '2026-12-31' })).toEqual([[0, 1]]);
});

test('a season over the new year is drawn as two stretches', () => {
  expect(pieces({ from: '11-01', to: '01-31' })).toEqual([
    [10 / 12, 1],
    [0, 1 / 12],
  ]);
});

test('the strip is one picture with one sentence, and promised deliveries are read out', () => {
  render(
    <SeasonStrip
      label="Harvest July to September"
      windows={[{ from: '07-01', to: '09-30' }]}
      monthLabels={months}
      today="2026-08-03"
      deliveries={[{ on: '2026-08-07', label: '7 August: 500 kg' }]}
    />,
  );
  expect(screen.getByRole('img', { name: 'Harvest July to September' })).toBeTruthy();
  expect(document.querySelector('.visually-hidden')!.textContent).toBe('7 August: 500 kg');
});
