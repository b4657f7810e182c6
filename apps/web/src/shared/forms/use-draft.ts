import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from './draft-store';

const DELAY_MS = 400;

/**
 * The values of a form, kept in this browser while one types. `form` names it, with the record's id when it edits one.
 * `restored` says that a draft was found; `drop` (after success, or by hand) goes back to `initial`.
 */
export function useDraft<Values extends object>(form: string, initial: Values) {
  const [start] = useState(() => readDraft<Values>(form));
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...start?.values }));
  const [savedAt, setSavedAt] = useState<string | null>(start?.savedAt ?? null);
  const [restored, setRestored] = useState(start !== null);
  const dirty = useRef(false);

  useEffect(() => {
    if (!dirty.current) return;
    const timer = setTimeout(() => {
      const now = new Date().toISOString();
      writeDraft(form, values, now);
      setSavedAt(now);
    }, DELAY_MS);
    return () => clearTimeout(timer);
  }, [form, values]);

  const set = useCallback((change: Partial<Values> | ((current: Values) => Partial<Values>)) => {
    dirty.current = true;
    setValues((current) => ({ ...current, ...(typeof change === 'function' ? change(current) : change) }));
  }, []);
  const drop = useCallback(
    (next: Values = initial) => {
      dirty.current = false;
      dropDraft(form);
      setSavedAt(null);
      setRestored(false);
      setValues(next);
    },
    [form, initial],
  );
  return { values, set, drop, savedAt, restored };
}
