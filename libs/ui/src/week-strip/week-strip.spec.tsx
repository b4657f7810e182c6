import { render, screen } from '@testing-library/react';
import { WeekStrip } from './week-strip';

const week = { key: '1', name: '48', sentence: 'Week 48: 100 kg in stock', inner: 0.001, outer: 2, line: 0 };

test('the strip is one named figure, and every week is read out as a sentence', () => {
  render(<WeekStrip label="Twelve weeks of tangerines" weeks={[week]} legend={{ inner: 'In stock' }} />);
  expect(screen.getByRole('figure', { name: 'Twelve weeks of tangerines' })).toBeTruthy();
  expect(screen.getByRole('listitem').textContent).toContain('Week 48: 100 kg in stock');
  expect(screen.getByText('In stock')).toBeTruthy();
});

test('a little is still seen, too much stays inside, and a measure that is not given is not drawn', () => {
  const { container } = render(<WeekStrip label="x" weeks={[week, { key: '2', name: '49', sentence: 'Week 49: nothing' }]} />);
  const heights = [...container.querySelectorAll<HTMLElement>('[style]')].map(({ style }) => style.height || style.bottom);
  expect(heights).toEqual(['100%', '6%', '0%']);
});
