import { jest } from '@jest/globals';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { gridLabels } from '../gallery/grid-parts';
import { OrderGrid } from './order-grid';
import type { GridColumn, GridMessage, OrderGridProps } from './grid-types';
import { parseTsv } from './tsv';

interface Line {
  id: string;
  product: string;
  quantity: string;
  total: string;
  deliver: string;
}

const columns: GridColumn<Line>[] = [
  {
    key: 'product',
    header: 'Product',
    kind: 'combobox',
    options: [
      { value: 'NA1', label: 'Na dai' },
      { value: 'HOI', label: 'Hoa hồi' },
    ],
  },
  { key: 'quantity', header: 'Quantity', kind: 'number' },
  { key: 'total', header: 'Total', kind: 'readonly' },
  { key: 'deliver', header: 'Deliver', kind: 'date' },
];
const line = (id: string, quantity = '', product = 'NA1'): Line => ({ id, product, quantity, total: `t${id}`, deliver: '' });
const labels = gridLabels((_, en) => en);

let added = 0;
let latest: Line[] = [];

function Harness({ start, ...rest }: { start: Line[] } & Partial<OrderGridProps<Line>>) {
  const [rows, setRows] = useState(start);
  useEffect(() => {
    latest = rows;
  });
  return (
    <OrderGrid
      label="Pad"
      columns={columns}
      rows={rows}
      onRowsChange={setRows}
      newRow={() => line(`new${(added += 1)}`)}
      labels={labels}
      {...rest}
    />
  );
}

const cell = (at: string) => document.querySelector<HTMLElement>(`[data-cell="${at}"]`)!;
const quantities = () => latest.map((row) => row.quantity);
const paste = (text: string) => fireEvent.paste(document.activeElement!, { clipboardData: { getData: () => text } });

beforeEach(() => {
  added = 0;
});

test('typing over a cell replaces it, and Enter goes down', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a', '5'), line('b', '6')]} />);
  await user.click(cell('0:1'));
  await user.keyboard('120{Enter}');
  expect(quantities()).toEqual(['120', '6']);
  expect(document.activeElement).toBe(cell('1:1'));
});

test('the parent hears every keystroke, so the row can answer while one types', async () => {
  const user = userEvent.setup();
  const heard: string[] = [];
  const Listening = () => {
    const [rows, setRows] = useState([line('a')]);
    return (
      <OrderGrid
        label="Pad"
        columns={columns}
        rows={rows}
        labels={labels}
        onRowsChange={(next) => {
          heard.push(next[0]!.quantity);
          setRows(next);
        }}
      />
    );
  };
  render(<Listening />);
  await user.click(cell('0:1'));
  await user.keyboard('12');
  expect(heard).toEqual(['1', '12']);
});

test('Escape gives back what the cell held, and leaves nothing to undo', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a', '5')]} />);
  await user.click(cell('0:1'));
  await user.keyboard('99{Escape}');
  expect(quantities()).toEqual(['5']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo' }).disabled).toBe(true);
});

test('arrows walk the sheet and stop at its edges', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a'), line('b')]} />);
  await user.click(cell('0:1'));
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(cell('1:2'));
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(document.activeElement).toBe(cell('0:0'));
});

test('Tab skips cells that cannot be edited, and leaves the sheet at its end', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a')]} />);
  await user.click(cell('0:1'));
  await user.tab();
  expect(document.activeElement).toBe(cell('0:3'));
  await user.tab();
  expect(screen.getByRole('grid').contains(document.activeElement)).toBe(false);
});

test('one undo takes back a whole edit, however many keys it took; redo brings it again', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a', '5')]} />);
  await user.click(cell('0:1'));
  await user.keyboard('1250{Enter}{Control>}z{/Control}');
  expect(quantities()).toEqual(['5']);
  await user.keyboard('{Control>}y{/Control}');
  expect(quantities()).toEqual(['1250']);
});

test('an undo leaves fields alone that the app computed meanwhile', async () => {
  const user = userEvent.setup();
  const Computing = () => {
    const [rows, setRows] = useState([line('a', '5')]);
    useEffect(() => {
      latest = rows;
    });
    return (
      <OrderGrid
        label="Pad"
        columns={columns}
        rows={rows}
        labels={labels}
        onRowsChange={(next) => setRows(next.map((row) => ({ ...row, total: `sum of ${row.quantity}` })))}
      />
    );
  };
  render(<Computing />);
  await user.click(cell('0:1'));
  await user.keyboard('7{Enter}{Control>}z{/Control}');
  expect(latest[0]).toMatchObject({ quantity: '5', total: 'sum of 5' });
});

test('a block pasted from Excel fills from the active cell on, adds rows, and spares read-only cells', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a'), line('b')]} />);
  await user.click(cell('1:1'));
  paste('10\tignored\t7/8/2026\r\n20\tignored\t08/08/2026\r\n');
  expect(quantities()).toEqual(['', '10', '20']);
  expect(latest.map((row) => row.total)).toEqual(['ta', 'tb', 'tnew1']);
  expect(latest.map((row) => row.deliver)).toEqual(['', '2026-08-07', '2026-08-08']);
  await user.keyboard('{Control>}z{/Control}');
  expect(quantities()).toEqual(['', '']);
});

test('a pasted product name without marks finds its option', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a', '', '')]} />);
  await user.click(cell('0:0'));
  paste('hoa hoi');
  expect(latest[0]!.product).toBe('HOI');
});

test('the parent may take over a paste', async () => {
  const user = userEvent.setup();
  const onPaste = jest.fn(() => [line('server', '42')]);
  render(<Harness start={[line('a')]} onPaste={onPaste} />);
  await user.click(cell('0:1'));
  paste('x\ty');
  expect(onPaste).toHaveBeenCalledWith([['x', 'y']], 0, 1);
  expect(quantities()).toEqual(['42']);
});

test('Ctrl+D copies the first cell of a range down', async () => {
  const user = userEvent.setup();
  render(<Harness start={[line('a', '30'), line('b'), line('c')]} />);
  await user.click(cell('0:1'));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
  expect(quantities()).toEqual(['30', '30', '30']);
  expect(screen.getByRole('status').textContent).toBe('Filled 2 rows');
});

test('a message belongs to its row and cell, and Alt+Enter applies its fix', async () => {
  const user = userEvent.setup();
  const onFix = jest.fn();
  const messages: Record<string, GridMessage[]> = {
    a: [{ tone: 'danger', columnKey: 'quantity', text: 'Not a whole number of boxes', fix: { label: 'Round up', onFix } }],
  };
  render(<Harness start={[line('a', '5')]} messages={messages} />);
  const wrong = cell('0:1');
  expect(wrong.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(wrong.getAttribute('aria-describedby')!)?.textContent).toContain('Not a whole number of boxes');
  await user.click(wrong);
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  expect(onFix).toHaveBeenCalledTimes(1);
});

test('a thousand rows draw only a slice, yet the grid tells its true size', () => {
  render(<Harness start={Array.from({ length: 1000 }, (_, index) => line(String(index)))} />);
  const grid = screen.getByRole('grid');
  expect(grid.getAttribute('aria-rowcount')).toBe('1001');
  expect(within(grid).getAllByRole('row').length).toBeLessThan(80);
});

test('quoted cells from Excel keep their tabs, line ends and quotes', () => {
  expect(parseTsv('"a\tb"\t"say ""na"""\n"two\nlines"\tc\n')).toEqual([
    ['a\tb', 'say "na"'],
    ['two\nlines', 'c'],
  ]);
});
