import { CalendarDays } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense, lazy, useState, type ComponentPropsWithRef } from 'react';
import { FieldError, useFieldControl } from '../field/field';
import { cx } from '../lib/cx';
import inputs from '../field/inputs.module.css';
import { parseTypedDate, showDate } from './dates';
import s from './date-field.module.css';

const Calendar = lazy(() => import('./calendar'));

export interface DateFieldLabels {
  /** Name of the button that opens the calendar. */
  open: string;
  /** Sentence for a day that does not exist or cannot be read. */
  invalid: string;
  /** Sentence for a day before `min` or after `max`. */
  outOfRange: string;
  loading: string;
}

export interface DateFieldProps extends Pick<
  ComponentPropsWithRef<'input'>,
  'id' | 'name' | 'ref' | 'disabled' | 'required' | 'placeholder' | 'className' | 'onBlur' | 'aria-label' | 'aria-describedby'
> {
  /** YYYY-MM-DD, or empty. */
  value: string;
  /** Called with YYYY-MM-DD, or empty when the field holds no readable day. */
  onValueChange: (value: string) => void;
  min?: string;
  max?: string;
  locale?: 'vi' | 'en';
  labels: DateFieldLabels;
}

/** A day typed as dd/mm/yyyy or picked from a calendar, which loads only when opened. */
export function DateField({ value, onValueChange, min, max, locale = 'vi', labels, className, onBlur, ...rest }: DateFieldProps) {
  const control = useFieldControl(rest);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<'invalid' | 'outOfRange' | null>(null);
  const [open, setOpen] = useState(false);
  const problemId = `${control.id ?? rest.name ?? 'date'}-problem`;

  const check = (typed: string): 'invalid' | 'outOfRange' | null => {
    if (!typed.trim()) return null;
    const day = parseTypedDate(typed);
    if (!day) return 'invalid';
    return (min && day < min) || (max && day > max) ? 'outOfRange' : null;
  };
  const type = (typed: string) => {
    setText(typed);
    const found = check(typed);
    if (!found) setProblem(null);
    onValueChange(found ? '' : (parseTypedDate(typed) ?? ''));
  };

  return (
    <div className={className}>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Anchor asChild>
          <div className={cx(inputs.box, s.box)}>
            <input
              {...rest}
              {...control}
              aria-describedby={cx(control['aria-describedby'], problem && problemId) || undefined}
              aria-invalid={problem ? true : control['aria-invalid']}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className={inputs.input}
              value={text ?? showDate(value)}
              onChange={(event) => type(event.target.value)}
              onBlur={(event) => {
                const found = text === null ? null : check(text);
                setProblem(found);
                if (!found) setText(null);
                onBlur?.(event);
              }}
            />
            <Popover.Trigger className={s.open} aria-label={labels.open} disabled={rest.disabled}>
              <CalendarDays aria-hidden="true" size={18} />
            </Popover.Trigger>
          </div>
        </Popover.Anchor>
        <Popover.Portal>
          <Popover.Content className={s.popup} align="end" sideOffset={4} collisionPadding={8} aria-label={labels.open}>
            <Suspense fallback={<p className={s.loading}>{labels.loading}</p>}>
              <Calendar
                value={value}
                min={min}
                max={max}
                locale={locale}
                onPick={(day) => {
                  setText(null);
                  setProblem(null);
                  onValueChange(day);
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {problem && <FieldError id={problemId}>{labels[problem]}</FieldError>}
    </div>
  );
}
