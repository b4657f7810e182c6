import { render, screen, within } from '@testing-library/react';
import { Ladder, type LadderRung, type RungState } from './ladder';

const stateLabels: Record<RungState, string> = {
  reached: 'reached',
  skipped: 'skipped',
  current: 'here now',
  ahead: 'ahead',
  unknown: 'no data',
};
const states: RungState[] = ['reached', 'skipped', 'reached', 'current', 'ahead', 'ahead', 'ahead', 'ahead', 'unknown'];
const rungs: LadderRung[] = states.map((state, index) => ({
  code: `L${index + 1}`,
  label: `Rung ${index + 1}`,
  shortLabel: `R${index + 1}`,
  state,
  date: state === 'reached' ? '25/04/2024' : undefined,
  grade: index === 0 ? 'B' : undefined,
  gradeLabel: index === 0 ? 'grade B evidence' : undefined,
}));

test.each(['row', 'page', 'print'] as const)('in size %s the ladder reads as an ordered list that names every state', (size) => {
  render(<Ladder label="Ladder of the deal" rungs={rungs} stateLabels={stateLabels} size={size} nextLabel="Buyer confirms" />);
  const items = within(screen.getByRole('list', { name: 'Ladder of the deal' })).getAllByRole('listitem');
  expect(items).toHaveLength(9);
  expect(items[0]!.textContent).toContain('Rung 1, reached, 25/04/2024, grade B evidence');
  expect(items[1]!.textContent).toContain('Rung 2, skipped');
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, null, null, 'step', ...Array(5).fill(null)]);
});

test('whose move it is stands beside the ladder', () => {
  render(<Ladder label="Ladder" rungs={rungs} stateLabels={stateLabels} nextLabel="Buyer confirms" />);
  const next = screen.getAllByText('Buyer confirms').find((element) => element.dataset.at);
  expect(next?.dataset.at).toBe('4');
});

test('only skipped rungs are hatched', () => {
  const { container } = render(<Ladder label="Ladder" rungs={rungs} stateLabels={stateLabels} />);
  const hatched = container.querySelectorAll('rect[fill^="url("]');
  expect(hatched).toHaveLength(1);
  expect(container.querySelector(`pattern[id="${hatched[0]!.getAttribute('fill')!.slice(5, -1)}"]`)).not.toBeNull();
});

test('the rung just reached inks once, the others stay still', () => {
  const { container } = render(<Ladder label="Ladder" rungs={rungs} stateLabels={stateLabels} justReached="L3" />);
  expect(container.querySelectorAll('.inking')).toHaveLength(1);
});
