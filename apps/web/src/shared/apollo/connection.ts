import { useSyncExternalStore } from 'react';

let lost = false;
const listeners = new Set<() => void>();

const set = (next: boolean) => {
  if (lost === next) return;
  lost = next;
  listeners.forEach((listener) => listener());
};

export const connectionLost = () => set(true);
export const connectionRestored = () => set(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener('offline', connectionLost);
  window.addEventListener('online', connectionRestored);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('offline', connectionLost);
    window.removeEventListener('online', connectionRestored);
  };
};

/** True while the last request did not reach the server. */
export const useConnectionLost = () => useSyncExternalStore(subscribe, () => lost);
