import { Check, ChevronsUpDown, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useRef, useState, type ComponentPropsWithRef, type KeyboardEvent } from 'react';
import { useFieldControl } from '../field/field';
import { cx } from '../lib/cx';
import inputs from '../field/inputs.module.css';
import s from './combobox.module.css';
import { useOptions } from './use-options';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line that tells namesakes apart. */
  detail?: string;
}

export interface ComboboxLabels {
  /** "Không tìm thấy" */
  empty: string;
  loading: string;
  /** Shown when `loadOptions` fails. */
  failed: string;
  clear: string;
}

export interface ComboboxProps extends Pick<
  ComponentPropsWithRef<'input'>,
  | 'id'
  | 'name'
  | 'placeholder'
  | 'disabled'
  | 'required'
  | 'autoFocus'
  | 'onBlur'
  | 'aria-label'
  | 'aria-describedby'
  | 'className'
> {
  value: ComboboxOption | null;
  onValueChange: (option: ComboboxOption | null) => void;
  /** A fixed list, searched here without regard to marks. */
  options?: readonly ComboboxOption[];
  /** Asked after a short pause in typing; the signal aborts when a newer question follows. */
  loadOptions?: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  labels: ComboboxLabels;
  /** Text the field opens with: a sheet hands over the key that started the edit. */
  initialQuery?: string;
  /** Keys the list does not use, such as Tab and Escape on a closed list. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** One choice from many, by typing. Follows the ARIA combobox pattern: focus stays in the field. */
export function Combobox(props: ComboboxProps) {
  const { value, onValueChange, options, loadOptions, labels, initialQuery, onKeyDown, onBlur, className, ...rest } = props;
  const control = useFieldControl(rest);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(initialQuery ?? null);
  const [open, setOpen] = useState(initialQuery !== undefined);
  const [marked, setMarked] = useState(0);
  const found = useOptions({ query: query ?? '', open, options, loadOptions });
  const active = found.options[Math.min(marked, found.options.length - 1)];

  const show = () => {
    setOpen(true);
    setMarked(0);
  };
  const close = () => {
    setOpen(false);
    setQuery(null);
  };
  const pick = (option: ComboboxOption | null) => {
    onValueChange(option);
    close();
  };

  const move = (to: number) => {
    const count = found.options.length;
    if (!open) return show();
    if (!count) return;
    const next = (to + count) % count;
    setMarked(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(open ? marked + 1 : 0);
    else if (event.key === 'ArrowUp') move(marked - 1);
    else if (event.key === 'Enter' && open && active) pick(active);
    else if (event.key === 'Escape' && open) {
      close();
      event.stopPropagation();
    } else {
      if (event.key === 'Tab' && open && active && query) pick(active);
      return onKeyDown?.(event);
    }
    event.preventDefault();
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && close()}>
      <Popover.Anchor asChild>
        <div className={cx(inputs.box, s.box, className)}>
          <input
            {...rest}
            {...control}
            ref={input}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && active ? `${listId}-${found.options.indexOf(active)}` : undefined}
            className={cx(inputs.input, s.input)}
            value={query ?? value?.label ?? ''}
            onChange={(event) => {
              setQuery(event.target.value);
              show();
            }}
            onClick={() => !open && !rest.disabled && show()}
            onKeyDown={press}
            onBlur={(event) => {
              close();
              onBlur?.(event);
            }}
          />
          {value && !rest.disabled && !rest.required && (
            <button
              type="button"
              className={s.clear}
              aria-label={labels.clear}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                pick(null);
                input.current?.focus();
              }}
            >
              <X aria-hidden="true" size={16} />
            </button>
          )}
          <ChevronsUpDown className={s.mark} aria-hidden="true" size={16} />
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="presentation"
          className={s.popup}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => input.current?.parentElement?.contains(event.target as Node) && event.preventDefault()}
        >
          <ul className={s.list} id={listId} role="listbox" aria-label={rest['aria-label'] ?? rest.placeholder ?? labels.empty}>
            {found.options.map((option, index) => (
              // The field keeps the focus and the keys; the pointer is a second way in.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.value === value?.value}
                className={cx(s.option, option === active && s.marked)}
                onMouseMove={() => setMarked(index)}
                onClick={() => pick(option)}
              >
                <span>
                  {option.label}
                  {option.detail && <span className={s.detail}>{option.detail}</span>}
                </span>
                {option.value === value?.value && <Check aria-hidden="true" size={16} />}
              </li>
            ))}
          </ul>
          {found.state !== 'ready' || found.options.length === 0 ? (
            <p className={s.note} role="status">
              {found.state === 'loading' ? labels.loading : found.state === 'failed' ? labels.failed : labels.empty}
            </p>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
