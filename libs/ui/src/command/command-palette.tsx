import { CornerDownLeft, Search } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../overlay/dialog';
import { fold } from '../lib/fold';
import { cx } from '../lib/cx';
import s from './command-palette.module.css';

export interface CommandItem {
  id: string;
  label: string;
  group?: string;
  /** Further words that should find it. */
  keywords?: string;
  detail?: ReactNode;
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: readonly string[];
  onSelect: () => void;
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly CommandItem[];
  /** Lets the app add found records to `items` as one types. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  labels: { title: string; placeholder: string; empty: string; loading: string; close: string };
}

export function CommandPalette({ open, onOpenChange, labels, ...rest }: CommandPaletteProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={labels.title} titleHidden closeLabel={labels.close}>
      <Finder {...rest} labels={labels} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FinderProps = Omit<CommandPaletteProps, 'open' | 'onOpenChange'> & { onDone: () => void };

function Finder({ items, onQueryChange, loading, labels, onDone }: FinderProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const found = useMemo(() => {
    const words = fold(query).split(/\s+/);
    return items.filter((item) => {
      const text = fold(`${item.label} ${item.keywords ?? ''} ${item.group ?? ''}`);
      return words.every((word) => text.includes(word));
    });
  }, [items, query]);
  const active = found[Math.min(marked, found.length - 1)];

  const run = (item: CommandItem | undefined) => {
    if (!item) return;
    onDone();
    item.onSelect();
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && found.length) {
      const next = (found.indexOf(active!) + step + found.length) % found.length;
      setMarked(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className={s.palette}>
      <div className={s.box}>
        <Search aria-hidden="true" size={20} />
        <input
          // The palette opens to be typed into.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className={s.input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${found.indexOf(active)}`}
          aria-label={labels.title}
          placeholder={labels.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setMarked(0);
            onQueryChange?.(event.target.value);
          }}
          onKeyDown={press}
        />
      </div>
      <ul className={s.list} id={listId} role="listbox" aria-label={labels.title}>
        {found.map((item, index) => (
          // The field keeps the focus and the keys; the pointer is a second way in.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={item === active}
            className={cx(s.item, item === active && s.marked)}
            onMouseMove={() => setMarked(index)}
            onClick={() => run(item)}
          >
            <span className={s.icon} aria-hidden="true">
              {item.icon}
            </span>
            <span className={s.label}>
              {item.label}
              {item.detail && <span className={s.detail}>{item.detail}</span>}
            </span>
            {item.group && item.group !== found[index - 1]?.group && <span className={s.group}>{item.group}</span>}
            {item.keys && <Keys keys={item.keys} />}
            {item === active && <CornerDownLeft className={s.enter} aria-hidden="true" size={14} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={s.note} role="status">
          {loading ? labels.loading : labels.empty}
        </p>
      )}
    </div>
  );
}

const Keys = ({ keys }: { keys: readonly string[] }) => (
  <span className={s.keys}>
    {keys.map((key) => (
      <kbd key={key} className={s.key}>
        {key}
      </kbd>
    ))}
  </span>
);

export interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  groups: readonly { heading: string; items: readonly { keys: readonly string[]; label: string }[] }[];
}

/** Every key of the app on one sheet, opened by "?". */
export const ShortcutSheet = ({ open, onOpenChange, title, closeLabel, groups }: ShortcutSheetProps) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={title} closeLabel={closeLabel}>
    <div className={s.sheet}>
      {groups.map((group) => (
        <section key={group.heading}>
          <h3 className={s.sheetHeading}>{group.heading}</h3>
          <dl>
            {group.items.map((item) => (
              <div key={item.label} className={s.shortcut}>
                <dt>{item.label}</dt>
                <dd>
                  <Keys keys={item.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
