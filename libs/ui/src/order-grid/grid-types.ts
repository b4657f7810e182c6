import type { ReactNode } from 'react';
import type { ComboboxLabels, ComboboxOption } from '../combobox/combobox';
import type { DateFieldLabels } from '../date-field/date-field';
import type { Tone } from '../lib/tone';

export interface GridRowBase {
  id: string;
}

export interface GridColumn<R> {
  /** Field of the row that holds the cell's text. */
  key: string;
  header: string;
  kind: 'text' | 'number' | 'date' | 'readonly' | 'combobox';
  /** In px; columns without one share the rest. */
  width?: number;
  align?: 'start' | 'end';
  placeholder?: string;
  editable?: (row: R) => boolean;
  /** How the cell reads when it is not being edited. */
  render?: (row: R) => ReactNode;
  /** Text for the clipboard when it differs from the field. */
  toText?: (row: R) => string;
  options?: readonly ComboboxOption[];
  /** Where each row offers its own. */
  optionsOf?: (row: R) => readonly ComboboxOption[];
  loadOptions?: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  /** Which option the row holds now; by default the field is both value and label. */
  selected?: (row: R) => ComboboxOption | null;
  /** Fields that a choice sets; by default only `key`. */
  pick?: (row: R, option: ComboboxOption | null) => Partial<R>;
}

export interface GridFix {
  label: string;
  onFix: () => void;
}

export interface GridMessage {
  tone: Extract<Tone, 'info' | 'success' | 'warning' | 'danger'>;
  /** One sentence that says what can be done. */
  text: string;
  /** The cell it speaks of. */
  columnKey?: string;
  fix?: GridFix;
  /** A second way out: the neighbour on the other side. */
  otherFix?: GridFix;
}

export type GridChangeKind = 'edit' | 'paste' | 'fill' | 'clear' | 'add' | 'remove' | 'undo' | 'redo';

export interface OrderGridLabels {
  /** Heading of the row numbers. */
  rowNumber: string;
  addRow: string;
  removeRow: (number: number) => string;
  undo: string;
  redo: string;
  fillDown: string;
  /** Keys in one or two sentences: read when the sheet takes the focus. */
  help: string;
  pasted: (rows: number) => string;
  undone: string;
  redone: string;
  filled: (cells: number) => string;
  combobox: ComboboxLabels;
  date: DateFieldLabels;
}

export interface OrderGridProps<R extends GridRowBase> {
  /** Names the sheet. */
  label: string;
  columns: readonly GridColumn<R>[];
  rows: readonly R[];
  onRowsChange: (rows: R[], kind: GridChangeKind) => void;
  /** Makes an empty row; without it no rows are added. */
  newRow?: () => R;
  canRemoveRows?: boolean;
  /** By row id. */
  messages?: Readonly<Record<string, readonly GridMessage[] | undefined>>;
  /** Takes over a paste: return the new rows, or nothing to let the sheet fill its cells. */
  onPaste?: (cells: string[][], atRow: number, atColumn: number) => R[] | void;
  /** Takes the focus to a cell: a new object each time. */
  goTo?: { rowId: string; columnKey?: string } | null;
  /** Heading of a row's card on phones. */
  cardTitle?: (row: R, index: number) => ReactNode;
  locale?: 'vi' | 'en';
  labels: OrderGridLabels;
  /** Parts at the right of the tool line: totals. */
  summary?: ReactNode;
}

export const textOf = <R extends GridRowBase>(row: R, key: string) => {
  const value = (row as unknown as Record<string, unknown>)[key];
  return value === undefined || value === null ? '' : String(value);
};

export const optionsOf = <R extends GridRowBase>(column: GridColumn<R>, row: R) => column.optionsOf?.(row) ?? column.options;

export const isEditable = <R extends GridRowBase>(column: GridColumn<R>, row: R) =>
  column.kind !== 'readonly' && (column.editable?.(row) ?? true);
