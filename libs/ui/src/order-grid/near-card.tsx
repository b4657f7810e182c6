import { useEffect, useRef, useState, type ReactNode } from 'react';
import s from './order-grid.module.css';

const margin = '800px 0px';
const guessed = 210;
const canWatch = typeof IntersectionObserver !== 'undefined';

interface NearCardProps {
  rowId: string;
  /** Short lists are drawn whole. */
  lazy: boolean;
  children: () => ReactNode;
}

/** A card that is drawn only near the screen, so that a thousand cost no more than the few in sight. */
export function NearCard({ rowId, lazy, children }: NearCardProps) {
  const box = useRef<HTMLLIElement>(null);
  const [place, setPlace] = useState({ near: false, height: guessed });
  const watched = lazy && canWatch;
  useEffect(() => {
    const card = box.current;
    if (!watched || !card) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        // The card one types in stays, wherever the page scrolls.
        if (entry.isIntersecting || card.contains(document.activeElement)) setPlace((before) => ({ ...before, near: true }));
        else setPlace({ near: false, height: Math.round(entry.boundingClientRect.height) || guessed });
      },
      { rootMargin: margin },
    );
    observer.observe(card);
    return () => observer.disconnect();
  }, [watched]);
  const drawn = !watched || place.near;
  return (
    <li ref={box} className={s.card} data-row-id={rowId} style={drawn ? undefined : { minHeight: place.height }}>
      {drawn && children()}
    </li>
  );
}
