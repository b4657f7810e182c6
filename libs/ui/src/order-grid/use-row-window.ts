import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

export const rowHeight = 37;
const messageHeight = 27;
const beyond = 8;
const unsliced = 80;

/** Which rows to draw: all of a short sheet, the visible slice of a long one. Heights are guessed, then measured. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, ids: readonly string[], messageCounts: readonly number[]) {
  const measured = useRef(new Map<string, number>());
  const [version, setVersion] = useState(0);
  const [view, setView] = useState({ top: 0, height: 640 });
  const sliced = ids.length > unsliced;

  const offsets = useMemo(() => {
    const tops = [0];
    ids.forEach((id, index) => {
      tops.push((tops[index] ?? 0) + (measured.current.get(id) ?? rowHeight + (messageCounts[index] ?? 0) * messageHeight));
    });
    return tops;
    // `version` stands for what `measured` holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, messageCounts, version]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight || 640 });
  }, [scroller]);

  useLayoutEffect(look, [look, sliced]);

  useLayoutEffect(() => {
    if (!sliced || !scroller.current) return;
    let changed = false;
    for (const row of scroller.current.querySelectorAll<HTMLElement>('[data-row-id]')) {
      const id = row.dataset.rowId ?? '';
      if (!row.offsetHeight || measured.current.get(id) === row.offsetHeight) continue;
      measured.current.set(id, row.offsetHeight);
      changed = true;
    }
    if (changed) setVersion((before) => before + 1);
  });

  const rowAt = (y: number) => {
    let low = 0;
    let high = ids.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const first = sliced ? Math.max(0, rowAt(view.top) - beyond) : 0;
  const last = sliced ? Math.min(ids.length - 1, rowAt(view.top + view.height) + beyond) : ids.length - 1;
  const total = offsets[ids.length] ?? 0;

  /** Brings a row into the scrolling area, below the sticky heading. */
  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element || !sliced) return;
    const top = offsets[index] ?? 0;
    const bottom = (offsets[index + 1] ?? top) + rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    look();
  };

  return { first, last, before: offsets[first] ?? 0, after: Math.max(0, total - (offsets[last + 1] ?? total)), look, reveal };
}
