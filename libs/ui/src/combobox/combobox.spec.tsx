import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Combobox, type ComboboxOption, type ComboboxProps } from './combobox';

const options = ['Chi Lăng', 'Đồng Đăng', 'Hữu Lũng'].map((label) => ({ value: label, label }));
const labels = { empty: 'Nothing found', loading: 'Searching', failed: 'The search failed', clear: 'Clear' };

function Harness(props: Partial<ComboboxProps>) {
  const [value, setValue] = useState<ComboboxOption | null>(null);
  return (
    <>
      <Combobox aria-label="Commune" value={value} onValueChange={setValue} labels={labels} options={options} {...props} />
      <output>{value?.value ?? 'none'}</output>
    </>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Commune' });
const chosen = () => document.querySelector('output')!.textContent;

test('typing without marks finds the name with marks, and Enter takes it', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'dong dang');
  const option = screen.getByRole('option', { name: 'Đồng Đăng' });
  expect(field().getAttribute('aria-activedescendant')).toBe(option.id);
  await user.keyboard('{Enter}');
  expect(chosen()).toBe('Đồng Đăng');
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('arrows move through the list around its ends', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(field());
  await user.keyboard('{ArrowUp}{Enter}');
  expect(chosen()).toBe('Hữu Lũng');
});

test('Escape closes the list and keeps the choice', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'chi{Enter}');
  await user.type(field(), 'xyz{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(chosen()).toBe('Chi Lăng');
  expect((field() as HTMLInputElement).value).toBe('Chi Lăng');
});

test('the clear button empties the choice and returns to the field', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'chi{Enter}');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(chosen()).toBe('none');
  expect(document.activeElement).toBe(field());
});

test('a list without a match says so aloud', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'zzz');
  expect(screen.getByText('Nothing found').getAttribute('role')).toBe('status');
});

test('a newer question aborts the older one, whose late answer is dropped', async () => {
  const user = userEvent.setup();
  const signals: AbortSignal[] = [];
  const loadOptions = jest.fn(async (query: string, signal: AbortSignal) => {
    signals.push(signal);
    if (!query) return new Promise<ComboboxOption[]>(() => undefined);
    return [{ value: query, label: `found ${query}` }];
  });
  render(<Harness options={undefined} loadOptions={loadOptions} />);
  await user.click(field());
  await new Promise((resolve) => setTimeout(resolve, 20));
  await user.keyboard('na');
  expect(await screen.findByRole('option', { name: 'found na' })).toBeTruthy();
  expect(signals[0]!.aborted).toBe(true);
});

test('a failing loader is told in a sentence', async () => {
  const user = userEvent.setup();
  render(<Harness options={undefined} loadOptions={async () => Promise.reject(new Error('down'))} />);
  await user.click(field());
  expect(await screen.findByText('The search failed')).toBeTruthy();
});
