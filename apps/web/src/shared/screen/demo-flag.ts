import { useEffect, useSyncExternalStore } from 'react';

let seen = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** A screen that shows sample data says so; the frame then carries the banner. */
export function useDemoMark(isDemo: boolean | undefined) {
  useEffect(() => {
    if (!isDemo || seen) return;
    seen = true;
    listeners.forEach((listener) => listener());
  }, [isDemo]);
}

export const useDemoSeen = () => useSyncExternalStore(subscribe, () => seen);
