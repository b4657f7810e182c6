import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '../field/choices';
import { Link } from '../link/link';
import { Skeleton } from '../feedback/skeleton';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import s from './table.module.css';

export interface TableColumn<R> {
  key: string;
  header: string;
  headerHidden?: boolean;
  cell: (row: R) => ReactNode;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** In px; the others share what is left. */
  width?: number;
  sortable?: boolean;
  /** Names the row: read as its header, carries the row link, heads the card on phones. The first column by default. */
  primary?: boolean;
  /** Left out of the card on phones. */
  wideOnly?: boolean;
  footer?: ReactNode;
}

export interface TableSort {
  key: string;
  direction: 'ascending' | 'descending';
}

export interface TableProps<R> {
  /** Names the table for readers; shown above it unless hidden. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** The whole row leads there. */
  rowHref?: (row: R) => string | undefined;
  /** Opens a side panel; the primary cell becomes a button. */
  onRowOpen?: (row: R) => void;
  /** A quiet mark on rows that call for attention. */
  rowTone?: (row: R) => 'danger' | 'warning' | undefined;
  isCurrent?: (row: R) => boolean;
  density?: 'compact' | 'comfortable';
  loading?: boolean;
  loadingLabel?: string;
  empty?: ReactNode;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  selection?: {
    selected: ReadonlySet<string>;
    onChange: (selected: Set<string>) => void;
    label: (row: R) => string;
    allLabel: string;
  };
  /** Keeps the heading in sight while the page scrolls (wide screens). */
  stickyHeader?: boolean;
}

export function Table<R>(props: TableProps<R>) {
  const { caption, captionHidden, columns, rows, rowKey, rowHref, onRowOpen, rowTone, isCurrent, selection, sort, onSort } =
    props;
  const { density = 'comfortable', loading, loadingLabel, empty, stickyHeader = true } = props;
  const primary = columns.find((column) => column.primary) ?? columns[0];
  const toggle = (key: string) => {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (!next.delete(key)) next.add(key);
    selection.onChange(next);
  };
  const all = Boolean(selection && rows.length && rows.every((row) => selection.selected.has(rowKey(row))));

  const content = (column: TableColumn<R>, row: R) => {
    const inner = column.cell(row);
    const href = column === primary ? rowHref?.(row) : undefined;
    if (href) {
      return (
        <Link href={href} className={s.rowLink}>
          {inner}
        </Link>
      );
    }
    if (column === primary && onRowOpen) {
      return (
        <button type="button" className={s.rowLink} onClick={() => onRowOpen(row)}>
          {inner}
        </button>
      );
    }
    return inner;
  };

  return (
    <div className={cx(s.frame, stickyHeader && s.sticky)}>
      {/* Roles are spelled out because `display: block` on phones would take the table's away. */}
      <table role="table" className={cx(s.table, s[density])} aria-busy={loading || undefined}>
        <caption className={captionHidden ? 'visually-hidden' : s.caption}>{caption}</caption>
        <colgroup>
          {selection && <col width={44} />}
          {columns.map((column) => (
            <col key={column.key} width={column.width} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" scope="col" className={s.pick}>
                <Checkbox
                  label={selection.allLabel}
                  labelHidden
                  checked={all}
                  onChange={() => selection.onChange(new Set(all ? [] : rows.map(rowKey)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cx(column.numeric && s.numeric)}
                aria-sort={sort?.key === column.key ? sort.direction : undefined}
              >
                <Heading column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {loading && rows.length === 0 && (
            <tr role="row">
              <td role="cell" colSpan={columns.length + (selection ? 1 : 0)} className={s.slot}>
                <Skeleton kind="rows" count={5} label={loadingLabel} />
              </td>
            </tr>
          )}
          {!loading && rows.length === 0 && empty && (
            <tr role="row">
              <td role="cell" colSpan={columns.length + (selection ? 1 : 0)} className={s.slot}>
                {empty}
              </td>
            </tr>
          )}
          {rows.map((row) => {
            const key = rowKey(row);
            const tone = rowTone?.(row);
            return (
              <tr
                key={key}
                role="row"
                className={cx(s.row, (rowHref || onRowOpen) && s.open, tone && s[tone])}
                aria-selected={selection ? selection.selected.has(key) : undefined}
                data-current={isCurrent?.(row) || undefined}
              >
                {selection && (
                  <td role="cell" className={s.pick}>
                    <Checkbox
                      label={selection.label(row)}
                      labelHidden
                      checked={selection.selected.has(key)}
                      onChange={() => toggle(key)}
                    />
                  </td>
                )}
                {columns.map((column) => {
                  const Cell = column === primary ? 'th' : 'td';
                  return (
                    <Cell
                      key={column.key}
                      role={column === primary ? 'rowheader' : 'cell'}
                      scope={column === primary ? 'row' : undefined}
                      data-label={column.headerHidden ? undefined : column.header}
                      className={cx(column.numeric && s.numeric, column === primary && s.primary, column.wideOnly && s.wideOnly)}
                    >
                      {content(column, row)}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        {rows.length > 0 && columns.some((column) => column.footer !== undefined) && (
          <tfoot role="rowgroup">
            <tr role="row">
              {selection && <td role="cell" className={s.wideOnly} />}
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.headerHidden ? undefined : column.header}
                  className={cx(column.numeric && s.numeric, column.footer === undefined && s.wideOnly)}
                >
                  {column.footer}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Heading<R>({ column, sort, onSort }: { column: TableColumn<R> } & Pick<TableProps<R>, 'sort' | 'onSort'>) {
  if (column.headerHidden) return <VisuallyHidden>{column.header}</VisuallyHidden>;
  if (!column.sortable || !onSort) return column.header;
  const active = sort?.key === column.key;
  const up = active && sort.direction === 'ascending';
  return (
    <button
      type="button"
      className={cx(s.sort, active && s.sorted)}
      onClick={() => onSort({ key: column.key, direction: up ? 'descending' : 'ascending' })}
    >
      {column.header}
      {up ? <ArrowUp aria-hidden="true" size={14} /> : <ArrowDown aria-hidden="true" size={14} />}
    </button>
  );
}
