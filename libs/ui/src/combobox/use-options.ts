import { useEffect, useMemo, useState } from 'react';
import { fold } from '../lib/fold';
import type { ComboboxOption, ComboboxProps } from './combobox';

const pauseBeforeAsking = 180;
const mostShown = 100;

type Found = { state: 'ready' | 'loading' | 'failed'; options: readonly ComboboxOption[] };

interface Wanted extends Pick<ComboboxProps, 'options' | 'loadOptions'> {
  query: string;
  open: boolean;
}

/** Options that fit the query, from the fixed list or from the loader. */
export function useOptions({ query, open, options, loadOptions }: Wanted): Found {
  const [loaded, setLoaded] = useState<Found>({ state: 'loading', options: [] });

  useEffect(() => {
    if (!loadOptions || !open) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        setLoaded((before) => ({ ...before, state: 'loading' }));
        loadOptions(query, abort.signal).then(
          (found) => !abort.signal.aborted && setLoaded({ state: 'ready', options: found }),
          () => !abort.signal.aborted && setLoaded({ state: 'failed', options: [] }),
        );
      },
      query ? pauseBeforeAsking : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, open, loadOptions]);

  const local = useMemo(() => {
    if (!options) return [];
    const words = fold(query).split(/\s+/);
    return options
      .filter((option) => {
        const text = fold(`${option.label} ${option.detail ?? ''}`);
        return words.every((word) => text.includes(word));
      })
      .slice(0, mostShown);
  }, [options, query]);

  return loadOptions ? loaded : { state: 'ready', options: local };
}
