import { useEffect, useMemo, useRef, useState } from 'react';

const rowHeight = 37;
const messageHeight = 27;
const beyond = 8;
const unsliced = 80;

/** Which rows to draw: all of a short sheet, the visible slice of a long one. Heights are guessed, then measured. */
export function useRowWindow(ids: readonly string[], messageCounts: readonly number[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [view, setView] = useState({ top: 0, height: 640 });
  const observer = useRef<ResizeObserver | null>(null);
  const sliced = ids.length > unsliced;

  const offsets = useMemo(() => {
    const tops = [0];
    ids.forEach((id, index) => {
      tops.push((tops[index] ?? 0) + (heights.get(id) ?? rowHeight + (messageCounts[index] ?? 0) * messageHeight));
    });
    return tops;
  }, [ids, messageCounts, heights]);

  useEffect(() => {
    if (!sliced) return;
    const measure = new ResizeObserver((entries) => {
      const sizes = entries.map(
        ({ target }) => [(target as HTMLElement).dataset.rowId, (target as HTMLElement).offsetHeight] as const,
      );
      setHeights((before) => {
        const changed = sizes.filter(([id, height]) => id && height && before.get(id) !== height) as [string, number][];
        return changed.length ? new Map([...before, ...changed]) : before;
      });
      const height = scroller.current?.clientHeight;
      if (height) setView((before) => (before.height === height ? before : { ...before, height }));
    });
    observer.current = measure;
    return () => {
      measure.disconnect();
      observer.current = null;
    };
  }, [sliced]);

  // Rows come and go with the slice; observing one twice is harmless.
  useEffect(() => {
    scroller.current?.querySelectorAll('[data-row-id]').forEach((row) => observer.current?.observe(row));
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

  const look = () => {
    const element = scroller.current;
    if (element && sliced) setView({ top: element.scrollTop, height: element.clientHeight || view.height });
  };

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

  return {
    scroller,
    first,
    last,
    before: offsets[first] ?? 0,
    after: Math.max(0, total - (offsets[last + 1] ?? total)),
    look,
    reveal,
  };
}
