import { useSyncExternalStore } from 'react';

/** Small lists of product ids that live in this browser: what a visitor keeps, and what is being compared. */
function localList(key: string, most: number) {
  const listeners = new Set<() => void>();
  let text: string | null = null;
  let ids: readonly string[] = [];
  const read = (): readonly string[] => {
    const stored = safely(() => localStorage.getItem(key)) ?? '';
    if (stored !== text) {
      text = stored;
      ids = stored.split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id));
    }
    return ids;
  };
  const write = (next: readonly string[]) => {
    safely(() => (next.length ? localStorage.setItem(key, next.join(',')) : localStorage.removeItem(key)));
    listeners.forEach((tell) => tell());
  };
  const listen = (tell: () => void) => {
    listeners.add(tell);
    window.addEventListener('storage', tell);
    return () => {
      listeners.delete(tell);
      window.removeEventListener('storage', tell);
    };
  };
  return {
    read,
    /** False when the list is full. */
    toggle(id: string): boolean {
      const now = read();
      if (now.includes(id)) write(now.filter((one) => one !== id));
      else if (now.length >= most) return false;
      else write([...now, id]);
      return true;
    },
    clear: () => write([]),
    useIds: () => useSyncExternalStore(listen, read),
  };
}

/** Private windows may refuse storage: the list is then empty instead of the page broken. */
function safely<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export const visitorList = localList('lienket.shortlist', 100);
export const compareList = localList('lienket.compare', 4);
