import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DateField } from '../date-field/date-field';
import { parseTypedDate } from '../date-field/dates';
import { Field } from './field';
import { FormErrorSummary } from './form-error-summary';
import { NumberInput, TextInput } from './inputs';

const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);

test('the hint and the error sentence are read with their field', () => {
  render(
    <Field label="Name" hint="As on the label" error="Please name the goods." required>
      <TextInput name="goods" />
    </Field>,
  );
  const input = screen.getByRole('textbox', { name: /Name/ });
  expect(described(input)).toEqual(['As on the label', 'Please name the goods.']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect((input as HTMLInputElement).required).toBe(true);
});

test('a field without an error is not called invalid', () => {
  render(
    <Field label="Weight">
      <NumberInput unit="kg" />
    </Field>,
  );
  const input = screen.getByRole('textbox', { name: 'Weight' });
  expect(input.hasAttribute('aria-invalid')).toBe(false);
  expect(input.hasAttribute('aria-describedby')).toBe(false);
  expect(input.getAttribute('inputmode')).toBe('decimal');
});

test('the error summary takes the focus, and each line leads to its field', async () => {
  render(
    <>
      <FormErrorSummary title="1 thing to mend" errors={[{ fieldId: 'goods', message: 'Please name the goods.' }]} />
      <Field id="goods" label="Name">
        <TextInput />
      </Field>
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  await userEvent.click(screen.getByRole('link', { name: 'Please name the goods.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
});

test.each([
  ['5/3/2026', '2026-03-05'],
  ['05.03.26', '2026-03-05'],
  ['05032026', '2026-03-05'],
  ['2026-3-5', '2026-03-05'],
  ['29/02/2028', '2028-02-29'],
  ['29/02/2026', null],
  ['40/13/2026', null],
  ['mai', null],
])('a day typed as %s is read as %s', (typed, day) => {
  expect(parseTypedDate(typed)).toBe(day);
});

const labels = { open: 'Open calendar', invalid: 'No such day.', outOfRange: 'Outside the term.', loading: 'Opening' };
function Day() {
  const [value, setValue] = useState('');
  return (
    <>
      <Field label="Day">
        <DateField value={value} onValueChange={setValue} min="2026-01-01" max="2026-12-31" labels={labels} />
      </Field>
      <output>{value || 'none'}</output>
    </>
  );
}

test('a typed day becomes a business date, a day outside the limits becomes a sentence', async () => {
  const user = userEvent.setup();
  render(<Day />);
  const input = screen.getByRole('textbox', { name: 'Day' });
  await user.type(input, '7/8/2026');
  await user.tab();
  expect(document.querySelector('output')!.textContent).toBe('2026-08-07');
  expect((input as HTMLInputElement).value).toBe('07/08/2026');
  await user.clear(input);
  await user.type(input, '7/8/2031');
  await user.tab();
  expect(document.querySelector('output')!.textContent).toBe('none');
  expect(described(input)).toEqual(['Outside the term.']);
  await user.clear(input);
  await user.type(input, '31/2/2026');
  await user.tab();
  expect(described(input)).toEqual(['No such day.']);
});
