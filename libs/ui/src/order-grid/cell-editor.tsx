import { Combobox } from '../combobox/combobox';
import { showDate } from '../date-field/dates';
import { valueFromText } from './grid-changes';
import { optionsOf, textOf, type GridColumn, type GridRowBase, type OrderGridLabels } from './grid-types';
import s from './order-grid.module.css';

interface CellEditorProps<R extends GridRowBase> {
  column: GridColumn<R>;
  row: R;
  /** Typing over the cell starts empty; F2 and Enter keep what it holds. */
  fresh: boolean;
  labels: OrderGridLabels;
  onLive: (fields: Partial<R>) => void;
  onPick: (fields: Partial<R>) => void;
  onLeave: () => void;
  describedBy?: string;
}

/** The field inside the cell being edited. Text and numbers are written as one types, so the row answers at once. */
export function CellEditor<R extends GridRowBase>(props: CellEditorProps<R>) {
  const { column, row, fresh, labels, onLive, onPick, onLeave, describedBy } = props;
  if (column.kind === 'combobox') {
    const held = textOf(row, column.key);
    const selected = column.selected ? column.selected(row) : held ? { value: held, label: held } : null;
    return (
      <Combobox
        // The cell was entered on purpose: focus belongs in its field.
        autoFocus
        className={s.comboEditor}
        aria-label={column.header}
        aria-describedby={describedBy}
        value={selected}
        initialQuery={fresh ? '' : (selected?.label ?? '')}
        options={optionsOf(column, row)}
        loadOptions={column.loadOptions}
        labels={labels.combobox}
        onValueChange={(option) =>
          onPick(column.pick ? column.pick(row, option) : ({ [column.key]: option?.value ?? '' } as Partial<R>))
        }
        onBlur={onLeave}
      />
    );
  }
  const held = textOf(row, column.key);
  return (
    <input
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      className={s.editor}
      type="text"
      inputMode={column.kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      aria-label={column.header}
      aria-describedby={describedBy}
      defaultValue={fresh ? '' : column.kind === 'date' ? showDate(held) || held : held}
      onChange={(event) => onLive(valueFromText(column, row, event.target.value))}
      onBlur={onLeave}
    />
  );
}
