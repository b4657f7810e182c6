import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LinkProvider, type LinkProps } from '../link/link';
import { Table, type TableColumn } from './table';

interface Row {
  id: string;
  name: string;
  weight: string;
}

const rows: Row[] = [
  { id: '1', name: 'Na', weight: '1.250,5' },
  { id: '2', name: 'Hồi', weight: '80' },
];
const columns: TableColumn<Row>[] = [
  { key: 'name', header: 'Goods', cell: (row) => row.name, sortable: true },
  { key: 'weight', header: 'Weight, kg', numeric: true, cell: (row) => row.weight, footer: '1.330,5' },
  { key: 'more', header: 'Actions', headerHidden: true, cell: () => '…' },
];
const common = { caption: 'Goods', columns, rowKey: (row: Row) => row.id };

test('every cell carries its column name for the stacked cards of a phone', () => {
  render(<Table {...common} rows={rows} />);
  expect(screen.getByRole('cell', { name: '1.250,5' }).dataset.label).toBe('Weight, kg');
  expect(screen.getAllByRole('cell', { name: '…' })[0]!.dataset.label).toBeUndefined();
});

test('the first column names its row', () => {
  render(<Table {...common} rows={rows} />);
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual(['Na', 'Hồi']);
});

test('a row link goes through the app’s router link', () => {
  const RouterLink = ({ href, ...rest }: LinkProps) => (
    <a data-routed="" href={href} {...rest}>
      {rest.children}
    </a>
  );
  render(
    <LinkProvider component={RouterLink}>
      <Table {...common} rows={rows} rowHref={(row) => `/goods/${row.id}`} />
    </LinkProvider>,
  );
  const link = screen.getByRole('link', { name: 'Na' });
  expect(link.getAttribute('href')).toBe('/goods/1');
  expect(link.dataset.routed).toBe('');
});

test('sorting turns round on a second press, and the heading tells the direction', async () => {
  const onSort = jest.fn();
  render(<Table {...common} rows={rows} sort={{ key: 'name', direction: 'ascending' }} onSort={onSort} />);
  expect(screen.getByRole('columnheader', { name: 'Goods' }).getAttribute('aria-sort')).toBe('ascending');
  await userEvent.click(screen.getByRole('button', { name: 'Goods' }));
  expect(onSort).toHaveBeenCalledWith({ key: 'name', direction: 'descending' });
});

test('selecting all takes every row shown, and once more none', async () => {
  const onChange = jest.fn();
  const selection = { onChange, label: (row: Row) => `Select ${row.name}`, allLabel: 'Select all' };
  const { rerender } = render(<Table {...common} rows={rows} selection={{ ...selection, selected: new Set() }} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
  expect(onChange).toHaveBeenLastCalledWith(new Set(['1', '2']));
  rerender(<Table {...common} rows={rows} selection={{ ...selection, selected: new Set(['1', '2']) }} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
  expect(onChange).toHaveBeenLastCalledWith(new Set());
});

test('an empty table shows its sentence and no totals', () => {
  render(<Table {...common} rows={[]} empty="Nothing yet" />);
  expect(screen.getByText('Nothing yet')).toBeTruthy();
  expect(screen.queryByText('1.330,5')).toBeNull();
});
