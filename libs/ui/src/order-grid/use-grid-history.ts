import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { applyChange, inverse, isEmpty, type GridChange } from './grid-changes';
import type { GridChangeKind, GridRowBase } from './grid-types';

interface Entry<R> {
  change: GridChange<R>;
  /** Keystrokes of one edit share a key and undo together. */
  mergeKey?: string;
}

const deepest = 200;

/** Undo and redo over rows the parent holds. */
export function useGridHistory<R extends GridRowBase>(
  rows: readonly R[],
  onRowsChange: (rows: R[], kind: GridChangeKind) => void,
) {
  const latest = useRef({ rows, onRowsChange });
  const past = useRef<Entry<R>[]>([]);
  const future = useRef<GridChange<R>[]>([]);
  const [can, setCan] = useState({ undo: false, redo: false });

  useLayoutEffect(() => {
    latest.current = { rows, onRowsChange };
  });

  const write = useCallback((change: GridChange<R>, kind: GridChangeKind) => {
    const next = applyChange(latest.current.rows, change);
    // Two changes in one tick must build on each other, not both on the last render.
    latest.current = { ...latest.current, rows: next };
    setCan({ undo: past.current.length > 0, redo: future.current.length > 0 });
    latest.current.onRowsChange(next, kind);
  }, []);

  const commit = useCallback(
    (change: GridChange<R>, kind: GridChangeKind, mergeKey?: string) => {
      if (isEmpty(change)) return false;
      const top = past.current.at(-1);
      if (mergeKey && top?.mergeKey === mergeKey) {
        top.change = {
          ...top.change,
          patches: change.patches.map((patch) => {
            const earlier = top.change.patches.find(({ id }) => id === patch.id);
            return earlier ? { ...patch, before: { ...patch.before, ...earlier.before } } : patch;
          }),
        };
      } else past.current = [...past.current, { change, mergeKey }].slice(-deepest);
      future.current = [];
      write(change, kind);
      return true;
    },
    [write],
  );

  const undo = useCallback(() => {
    const entry = past.current.pop();
    if (!entry) return false;
    future.current.push(entry.change);
    write(inverse(entry.change), 'undo');
    return true;
  }, [write]);

  const redo = useCallback(() => {
    const change = future.current.pop();
    if (!change) return false;
    past.current.push({ change });
    write(change, 'redo');
    return true;
  }, [write]);

  /** Takes back one unfinished edit as if it had never been typed. */
  const cancel = useCallback(
    (mergeKey: string) => {
      const top = past.current.at(-1);
      if (top?.mergeKey !== mergeKey) return;
      past.current.pop();
      write(inverse(top.change), 'edit');
    },
    [write],
  );

  const current = useCallback(() => latest.current.rows, []);
  return { commit, undo, redo, cancel, current, canUndo: can.undo, canRedo: can.redo };
}

export type GridHistory<R extends GridRowBase> = ReturnType<typeof useGridHistory<R>>;
