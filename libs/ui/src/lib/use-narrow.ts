import { useSyncExternalStore } from 'react';

const query = '(max-width: 639.98px)';

const subscribe = (notify: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
};

/** True on phone-wide screens: the same line the stylesheets draw. */
export const useNarrow = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
