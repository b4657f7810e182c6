import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

export interface CellAt {
  row: number;
  column: number;
}

export interface SheetKeyActions {
  active: CellAt;
  last: CellAt;
  editing: boolean;
  /** True while the edit began by typing: then the arrows leave the cell, as in Excel. */
  arrowsLeave: boolean;
  move: (to: CellAt, extend?: boolean) => void;
  /** Next editable cell in reading order; false at the end, where Tab leaves the sheet. */
  moveOn: (direction: 1 | -1) => boolean;
  edit: (fresh: boolean) => boolean;
  finish: (how: 'keep' | 'cancel') => void;
  clear: () => void;
  fill: () => void;
  undo: () => void;
  redo: () => void;
  fix: () => boolean;
  leave: () => void;
}

const page = 10;

function step({ active, last }: SheetKeyActions, key: string, far: boolean): CellAt | null {
  const { row, column } = active;
  if (key === 'ArrowUp') return { row: far ? 0 : row - 1, column };
  if (key === 'ArrowDown') return { row: far ? last.row : row + 1, column };
  if (key === 'ArrowLeft') return { row, column: far ? 0 : column - 1 };
  if (key === 'ArrowRight') return { row, column: far ? last.column : column + 1 };
  if (key === 'Home') return { row: far ? 0 : row, column: 0 };
  if (key === 'End') return { row: far ? last.row : row, column: last.column };
  if (key === 'PageUp') return { row: row - page, column };
  if (key === 'PageDown') return { row: row + page, column };
  return null;
}

/** The keys of a sheet, as hands that know Excel expect them. */
export function handleSheetKey(event: KeyboardEvent, sheet: SheetKeyActions) {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const taken = sheet.editing ? editingKey() : restingKey();
  if (taken) event.preventDefault();

  function editingKey() {
    if (key === 'Escape') sheet.finish('cancel');
    else if (key === 'Enter') {
      sheet.finish('keep');
      sheet.move({ row: sheet.active.row + (shiftKey ? -1 : 1), column: sheet.active.column });
    } else if (key === 'Tab') {
      sheet.finish('keep');
      return sheet.moveOn(shiftKey ? -1 : 1);
    } else if (sheet.arrowsLeave && (key === 'ArrowUp' || key === 'ArrowDown')) {
      sheet.finish('keep');
      sheet.move(step(sheet, key, false) ?? sheet.active);
    } else return false;
    return true;
  }

  function restingKey() {
    const letter = key.toLowerCase();
    if (control && letter === 'd') sheet.fill();
    else if (control && letter === 'z') (shiftKey ? sheet.redo : sheet.undo)();
    else if (control && letter === 'y') sheet.redo();
    else if (event.altKey) return key === 'Enter' && sheet.fix();
    else if (key === 'Tab') return sheet.moveOn(shiftKey ? -1 : 1);
    else if (key === 'Enter' || key === 'F2') return sheet.edit(false);
    else if (key === 'Delete' || key === 'Backspace') sheet.clear();
    else if (key === 'Escape') sheet.leave();
    else if (!control && (key.length === 1 || key === 'Process')) {
      // The field appears before the key's character arrives, so input methods write into it from the first stroke.
      flushSync(() => sheet.edit(true));
      return false;
    } else {
      const to = step(sheet, key, control);
      if (!to) return false;
      sheet.move(to, shiftKey);
    }
    return true;
  }
}
