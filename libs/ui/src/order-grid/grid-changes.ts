import { fold } from '../lib/fold';
import { parseTypedDate } from '../date-field/dates';
import { isEditable, optionsOf, textOf, type GridColumn, type GridRowBase } from './grid-types';

interface Placed<R> {
  index: number;
  row: R;
}

/** A reversible change: cell patches rather than whole sheets, so fields the app computes meanwhile survive an undo. */
export interface GridChange<R> {
  patches: { id: string; before: Partial<R>; after: Partial<R> }[];
  added: Placed<R>[];
  removed: Placed<R>[];
}

export const noChange = <R>(): GridChange<R> => ({ patches: [], added: [], removed: [] });

export const isEmpty = <R>(change: GridChange<R>) => !change.patches.length && !change.added.length && !change.removed.length;

/** What turns one set of rows into another: lets a paste that the app has worked out be undone like any other. */
export function changeBetween<R extends GridRowBase>(before: readonly R[], after: readonly R[]): GridChange<R> {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map((row) => row.id));
  const change = noChange<R>();
  before.forEach((row, index) => {
    if (!kept.has(row.id)) change.removed.push({ index, row });
  });
  after.forEach((row, index) => {
    const known = old.get(row.id);
    if (!known) change.added.push({ index, row });
    else if (known !== row) change.patches.push({ id: row.id, before: known, after: row });
  });
  return change;
}

export const inverse = <R>(change: GridChange<R>): GridChange<R> => ({
  patches: change.patches.map(({ id, before, after }) => ({ id, before: after, after: before })),
  added: change.removed,
  removed: change.added,
});

export function applyChange<R extends GridRowBase>(rows: readonly R[], change: GridChange<R>): R[] {
  const gone = new Set(change.removed.map(({ row }) => row.id));
  const next = gone.size ? rows.filter((row) => !gone.has(row.id)) : [...rows];
  for (const { index, row } of [...change.added].sort((a, b) => a.index - b.index)) next.splice(index, 0, row);
  const patches = new Map<string, Partial<R>>();
  for (const { id, after } of change.patches) patches.set(id, { ...patches.get(id), ...after });
  return patches.size ? next.map((row) => (patches.has(row.id) ? { ...row, ...patches.get(row.id) } : row)) : next;
}

/** A patch of the named fields, or null when nothing would change. */
export function patchOf<R extends GridRowBase>(row: R, after: Partial<R>) {
  const keys = Object.keys(after) as (keyof R)[];
  if (keys.every((key) => row[key] === after[key])) return null;
  return { id: row.id, before: Object.fromEntries(keys.map((key) => [key, row[key]])) as Partial<R>, after };
}

/** What a cell becomes when this text is written into it. */
export function valueFromText<R extends GridRowBase>(column: GridColumn<R>, row: R, text: string): Partial<R> {
  const typed = text.trim();
  if (column.kind === 'combobox') {
    const wanted = fold(typed);
    const option = optionsOf(column, row)?.find(({ value, label }) => fold(label) === wanted || fold(value) === wanted) ?? null;
    if (column.pick && (option || !typed)) return column.pick(row, option);
    return { [column.key]: option?.value ?? typed } as Partial<R>;
  }
  if (column.kind === 'date') return { [column.key]: parseTypedDate(typed) ?? typed } as Partial<R>;
  return { [column.key]: typed } as Partial<R>;
}

/** Writes a block of texts from a cell on, adding rows where the sheet ends; read-only cells keep what they hold. */
export function pasteChange<R extends GridRowBase>(
  rows: readonly R[],
  columns: readonly GridColumn<R>[],
  cells: string[][],
  at: { row: number; column: number },
  newRow?: () => R,
): GridChange<R> {
  const change = noChange<R>();
  cells.forEach((texts, down) => {
    const index = at.row + down;
    const existing = rows[index];
    const row = existing ?? newRow?.();
    if (!row) return;
    const after = texts.reduce<Partial<R>>((fields, text, across) => {
      const column = columns[at.column + across];
      return column && isEditable(column, row) ? { ...fields, ...valueFromText(column, row, text) } : fields;
    }, {});
    if (!existing) change.added.push({ index, row: { ...row, ...after } });
    else {
      const patch = patchOf(row, after);
      if (patch) change.patches.push(patch);
    }
  });
  return change;
}

export interface GridRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Copies the first row of a range down; a single row takes from the one above. */
export function fillChange<R extends GridRowBase>(rows: readonly R[], columns: readonly GridColumn<R>[], range: GridRange) {
  const change = noChange<R>();
  const from = rows[range.top === range.bottom ? range.top - 1 : range.top];
  if (!from) return change;
  for (const row of rows.slice(range.top === range.bottom ? range.top : range.top + 1, range.bottom + 1)) {
    const after = columns.slice(range.left, range.right + 1).reduce<Partial<R>>((fields, column) => {
      if (!isEditable(column, row)) return fields;
      const chosen = column.kind === 'combobox' && column.pick && column.selected;
      return { ...fields, ...(chosen ? column.pick?.(row, chosen(from)) : { [column.key]: textOf(from, column.key) }) };
    }, {});
    const patch = patchOf(row, after);
    if (patch) change.patches.push(patch);
  }
  return change;
}

export function clearChange<R extends GridRowBase>(rows: readonly R[], columns: readonly GridColumn<R>[], range: GridRange) {
  const change = noChange<R>();
  for (const row of rows.slice(range.top, range.bottom + 1)) {
    const after = columns
      .slice(range.left, range.right + 1)
      .reduce<Partial<R>>(
        (fields, column) => (isEditable(column, row) ? { ...fields, ...valueFromText(column, row, '') } : fields),
        {},
      );
    const patch = patchOf(row, after);
    if (patch) change.patches.push(patch);
  }
  return change;
}
