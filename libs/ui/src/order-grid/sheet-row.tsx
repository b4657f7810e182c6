import { Trash2 } from 'lucide-react';
import { IconButton } from '../button/button';
import { showDate } from '../date-field/dates';
import { cx } from '../lib/cx';
import { CellEditor } from './cell-editor';
import type { GridRange } from './grid-changes';
import { isEditable, textOf, type GridColumn, type GridMessage, type GridRowBase, type OrderGridLabels } from './grid-types';
import { RowMessages } from './row-messages';
import type { CellAt } from './use-sheet-keys';
import s from './order-grid.module.css';

export interface SheetRowProps<R extends GridRowBase> {
  row: R;
  index: number;
  columns: readonly GridColumn<R>[];
  labels: OrderGridLabels;
  said: readonly GridMessage[];
  /** Id of what the row says, for the cells it speaks of. */
  saidId: string;
  at: CellAt;
  range: GridRange;
  editing: { fresh: boolean } | null;
  onMove: (to: CellAt, extend: boolean) => void;
  onEdit: () => void;
  onWrite: (fields: Partial<R>) => void;
  onFinish: () => void;
  onLeaveCell: () => void;
  onRemove?: () => void;
}

export const alignsEnd = <R,>(column: GridColumn<R>) => (column.align ?? (column.kind === 'number' ? 'end' : 'start')) === 'end';

export const cellText = <R extends GridRowBase>(column: GridColumn<R>, row: R) => {
  const held = textOf(row, column.key);
  return column.render ? column.render(row) : column.kind === 'date' ? showDate(held) || held : held;
};

/** One row of the sheet: its number, its cells, and underneath what it has to say. */
export function SheetRow<R extends GridRowBase>(props: SheetRowProps<R>) {
  const { row, index, columns, labels, said, saidId, at, range, editing } = props;
  const { onMove, onEdit, onWrite, onFinish, onLeaveCell, onRemove } = props;
  return (
    <div role="row" aria-rowindex={index + 2} className={s.row} data-row-id={row.id}>
      <div role="rowheader" aria-colindex={1} className={s.number}>
        {index + 1}
      </div>
      {columns.map((column, position) => {
        const here = index === at.row && position === at.column;
        const inRange = index >= range.top && index <= range.bottom && position >= range.left && position <= range.right;
        const wrong = said.some((message) => message.columnKey === column.key && message.tone === 'danger');
        const open = here && editing;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={position + 2}
            aria-selected={inRange}
            aria-readonly={!isEditable(column, row) || undefined}
            aria-invalid={wrong || undefined}
            aria-describedby={said.length ? saidId : undefined}
            tabIndex={here && !open ? 0 : -1}
            data-cell={`${index}:${position}`}
            className={cx(
              s.cell,
              alignsEnd(column) && s.end,
              !isEditable(column, row) && s.readonly,
              inRange && !(range.top === range.bottom && range.left === range.right) && s.selected,
              wrong && s.wrong,
              open && s.open,
            )}
            onMouseDown={(event) => {
              if (open) return;
              if (event.shiftKey) event.preventDefault();
              onMove({ row: index, column: position }, event.shiftKey);
            }}
            onDoubleClick={() => !open && onEdit()}
          >
            {open ? (
              <CellEditor
                column={column}
                row={row}
                fresh={editing.fresh}
                labels={labels}
                describedBy={said.length ? saidId : undefined}
                onLive={(fields) => onWrite(fields)}
                onPick={(fields) => {
                  onWrite(fields);
                  onFinish();
                }}
                onLeave={onLeaveCell}
              />
            ) : (
              <span className={s.value}>
                {cellText(column, row) || (column.placeholder && <span className={s.placeholder}>{column.placeholder}</span>)}
              </span>
            )}
          </div>
        );
      })}
      {onRemove && (
        <div role="gridcell" aria-colindex={columns.length + 2} className={s.tail}>
          <IconButton
            size="small"
            label={labels.removeRow(index + 1)}
            icon={<Trash2 />}
            tabIndex={index === at.row ? 0 : -1}
            onClick={onRemove}
          />
        </div>
      )}
      {said.length > 0 && (
        <div role="gridcell" aria-colspan={columns.length} className={s.saying}>
          <RowMessages id={saidId} messages={said} />
        </div>
      )}
    </div>
  );
}
