import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from '../button/button';
import { ToneIcon } from '../marks/status-mark';
import { currentToasts, dismissToast, subscribeToasts, type ToastEntry } from './toast-store';
import s from './toaster.module.css';

const timeOf = ({ duration, tone, action }: ToastEntry) => duration ?? (tone === 'danger' ? Infinity : action ? 8000 : 5000);

function Toast({ entry, closeLabel }: { entry: ToastEntry; closeLabel: string }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const time = timeOf(entry);
    if (held || !Number.isFinite(time)) return;
    const timer = setTimeout(() => dismissToast(entry.id), time);
    return () => clearTimeout(timer);
  }, [entry, held]);
  return (
    <li
      className={s.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ToneIcon tone={entry.tone} size={18} />
      <div className={s.text}>
        <p className={s.message}>{entry.message}</p>
        {entry.description && <p className={s.description}>{entry.description}</p>}
      </div>
      {entry.action && (
        <Button
          size="small"
          onClick={() => {
            entry.action?.onAction();
            dismissToast(entry.id);
          }}
        >
          {entry.action.label}
        </Button>
      )}
      <IconButton size="small" label={closeLabel} icon={<X />} onClick={() => dismissToast(entry.id)} />
    </li>
  );
}

/**
 * Stands once near the root. Sonner is not used: it writes a style element when imported, which `style-src 'self'` refuses.
 */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  const entries = useSyncExternalStore(subscribeToasts, currentToasts, currentToasts);
  return (
    <section className={s.region} aria-label={label} aria-live="polite" aria-relevant="additions" data-print="hide">
      {entries.length > 0 && (
        <ol className={s.list}>
          {entries.map((entry) => (
            <Toast key={entry.id} entry={entry} closeLabel={closeLabel} />
          ))}
        </ol>
      )}
    </section>
  );
}
