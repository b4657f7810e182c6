import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type ClipboardEvent, type CSSProperties } from 'react';
import { showDate } from '../date-field/dates';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import { changeBetween, clearChange, fillChange, noChange, pasteChange, patchOf, type GridRange } from './grid-changes';
import { isEditable, textOf, type GridColumn, type GridMessage, type GridRowBase, type OrderGridProps } from './grid-types';
import { SheetRow, alignsEnd } from './sheet-row';
import { parseTsv, toTsv } from './tsv';
import type { GridHistory } from './use-grid-history';
import { useRowWindow } from './use-row-window';
import { handleSheetKey, type CellAt } from './use-sheet-keys';
import s from './order-grid.module.css';

interface SheetProps<R extends GridRowBase> extends OrderGridProps<R> {
  history: GridHistory<R>;
  announce: (text: string) => void;
  /** Filled by the sheet: what the tool line's buttons act on. */
  onSelect: (range: GridRange) => void;
  remove: (row: R, index: number) => void;
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
/** Widths in px: row numbers, the remove button, a column that names none. */
const gutter = 44;
const tail = 44;
const flexible = 140;
const silent: readonly GridMessage[] = [];

const clipboardText = <R extends GridRowBase>(column: GridColumn<R>, row: R) => {
  const shown = column.toText ? column.toText(row) : column.kind === 'combobox' ? column.selected?.(row)?.label : undefined;
  return shown ?? (column.kind === 'date' ? showDate(textOf(row, column.key)) : '') ?? '';
};

/** The sheet on wide screens: one tab stop, arrows inside, as the ARIA grid pattern has it. */
export function Sheet<R extends GridRowBase>(props: SheetProps<R>) {
  const { label, columns, rows, messages = {}, newRow, canRemoveRows, onPaste, goTo, labels, history, announce, remove } = props;
  const id = useId();
  const exit = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const session = useRef(0);
  const [active, setActive] = useState<CellAt>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellAt>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ fresh: boolean; key: string } | null>(null);

  const last = { row: Math.max(0, rows.length - 1), column: columns.length - 1 };
  const at = { row: clamp(active.row, last.row), column: clamp(active.column, last.column) };
  const range: GridRange = {
    top: Math.min(at.row, clamp(anchor.row, last.row)),
    bottom: Math.max(at.row, clamp(anchor.row, last.row)),
    left: Math.min(at.column, anchor.column),
    right: Math.max(at.column, anchor.column),
  };
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const counts = useMemo(() => rows.map((row) => messages[row.id]?.length ?? 0), [rows, messages]);
  const { scroller, ...drawing } = useRowWindow(ids, counts);

  useEffect(() => {
    if (!wantsFocus.current || editing) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus();
  });

  const move = (to: CellAt, extend = false) => {
    const next = { row: clamp(to.row, last.row), column: clamp(to.column, last.column) };
    const from = extend ? anchor : next;
    setActive(next);
    setAnchor(from);
    props.onSelect({
      top: Math.min(next.row, from.row),
      bottom: Math.max(next.row, from.row),
      left: Math.min(next.column, from.column),
      right: Math.max(next.column, from.column),
    });
    wantsFocus.current = true;
    drawing.reveal(next.row);
  };

  const goToCell = useEffectEvent((rowId: string, columnKey?: string) => {
    const row = ids.indexOf(rowId);
    if (row < 0) return;
    setEditing(null);
    move({
      row,
      column: Math.max(
        0,
        columns.findIndex((column) => column.key === columnKey),
      ),
    });
  });
  useEffect(() => {
    if (!goTo) return;
    const frame = requestAnimationFrame(() => goToCell(goTo.rowId, goTo.columnKey));
    return () => cancelAnimationFrame(frame);
  }, [goTo]);

  const moveOn = (direction: 1 | -1) => {
    for (let place = at.row * columns.length + at.column + direction; ; place += direction) {
      const row = rows[Math.floor(place / columns.length)];
      const column = columns[place % columns.length];
      if (place < 0 || !row || !column) return false;
      if (!isEditable(column, row)) continue;
      move({ row: Math.floor(place / columns.length), column: place % columns.length });
      return true;
    }
  };

  const edit = (fresh: boolean) => {
    const row = rows[at.row];
    const column = columns[at.column];
    if (!row || !column || !isEditable(column, row)) return false;
    session.current += 1;
    setAnchor(at);
    setEditing({ fresh, key: `${row.id}:${column.key}:${session.current}` });
    return true;
  };

  const finish = (how: 'keep' | 'cancel') => {
    if (how === 'cancel' && editing) history.cancel(editing.key);
    setEditing(null);
    wantsFocus.current = true;
  };

  const write = (row: R, fields: Partial<R>) => {
    const current = history.current().find((candidate) => candidate.id === row.id) ?? row;
    const patch = patchOf(current, fields);
    if (patch) history.commit({ ...noChange<R>(), patches: [patch] }, 'edit', editing?.key);
  };

  const paste = (event: ClipboardEvent) => {
    if (editing) return;
    const text = event.clipboardData.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    const cells = parseTsv(text);
    const taken = onPaste?.(cells, at.row, at.column);
    if (taken) history.commit(changeBetween(history.current(), taken), 'paste');
    else {
      // One copied cell over a range fills the whole range, as in Excel.
      const single = cells.length === 1 && cells[0]?.length === 1;
      const block = single
        ? Array.from({ length: range.bottom - range.top + 1 }, () =>
            Array.from({ length: range.right - range.left + 1 }, () => cells[0]?.[0] ?? ''),
          )
        : cells;
      history.commit(pasteChange(history.current(), columns, block, { row: range.top, column: range.left }, newRow), 'paste');
    }
    announce(labels.pasted(cells.length));
  };

  const copy = (event: ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const block = rows
      .slice(range.top, range.bottom + 1)
      .map((row) =>
        columns.slice(range.left, range.right + 1).map((column) => clipboardText(column, row) || textOf(row, column.key)),
      );
    event.clipboardData.setData('text/plain', toTsv(block));
  };

  const keys = {
    active: at,
    last,
    editing: editing !== null,
    arrowsLeave: Boolean(editing?.fresh) && columns[at.column]?.kind !== 'combobox',
    move,
    moveOn,
    edit,
    finish,
    clear: () => history.commit(clearChange(history.current(), columns, range), 'clear'),
    fill: () => {
      const change = fillChange(history.current(), columns, range);
      if (history.commit(change, 'fill')) announce(labels.filled(change.patches.length));
    },
    undo: () => history.undo() && announce(labels.undone),
    redo: () => history.redo() && announce(labels.redone),
    fix: () => {
      const fix = messages[rows[at.row]?.id ?? '']?.find((message) => message.fix)?.fix;
      fix?.onFix();
      return Boolean(fix);
    },
    leave: () => exit.current?.focus(),
  };

  const tracks = columns.map(({ width }) => (width ? `${width}px` : `minmax(${flexible}px, 1fr)`));
  const layout = {
    '--columns': [`${gutter}px`, ...tracks, ...(canRemoveRows ? [`${tail}px`] : [])].join(' '),
    '--least': `${columns.reduce((sum, { width = flexible }) => sum + width, gutter + (canRemoveRows ? tail : 0))}px`,
  } as CSSProperties;
  const drawn = rows.slice(drawing.first, drawing.last + 1);
  const activeDrawn = at.row >= drawing.first && at.row <= drawing.last;

  return (
    <>
      <div className={s.scroller} ref={scroller} onScroll={drawing.look}>
        {/* The grid itself takes the tab stop only while its active cell is scrolled out of the drawn slice. */}
        {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
        <div
          className={s.grid}
          role="grid"
          aria-label={label}
          aria-describedby={`${id}-help`}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          tabIndex={activeDrawn ? undefined : 0}
          onFocus={(event) => event.target === event.currentTarget && move(at)}
          style={layout}
          onKeyDown={(event) => handleSheetKey(event, keys)}
          onPaste={paste}
          onCopy={copy}
        >
          <div role="row" aria-rowindex={1} className={cx(s.row, s.head)}>
            <div role="columnheader" aria-colindex={1} className={s.numberHead}>
              <VisuallyHidden>{labels.rowNumber}</VisuallyHidden>
            </div>
            {columns.map((column, index) => (
              <div
                key={column.key}
                role="columnheader"
                aria-colindex={index + 2}
                className={cx(s.heading, alignsEnd(column) && s.end)}
              >
                {column.header}
              </div>
            ))}
          </div>
          <div role="presentation" style={{ height: drawing.before }} />
          {drawn.map((row, offset) => {
            const index = drawing.first + offset;
            return (
              <SheetRow
                key={row.id}
                row={row}
                index={index}
                columns={columns}
                labels={labels}
                said={messages[row.id] ?? silent}
                saidId={`${id}-said-${row.id}`}
                at={at}
                range={range}
                editing={editing}
                onMove={move}
                onEdit={() => edit(false)}
                onWrite={(fields) => write(row, fields)}
                onFinish={() => finish('keep')}
                onLeaveCell={() => setEditing(null)}
                onRemove={canRemoveRows ? () => remove(row, index) : undefined}
              />
            );
          })}
          <div role="presentation" style={{ height: drawing.after }} />
        </div>
      </div>
      <div ref={exit} tabIndex={-1} className={s.help} id={`${id}-help`}>
        {labels.help}
      </div>
    </>
  );
}
