import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { cx } from '../lib/cx';
import { FieldError } from './field';
import s from './choices.module.css';

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type'> {
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
}

export function Checkbox({ label, labelHidden, hint, error, className, ...rest }: CheckboxProps) {
  const made = useId();
  const id = rest.id ?? made;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={className}>
      <label className={s.choice}>
        <input
          type="checkbox"
          className={s.check}
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        />
        <span className={labelHidden ? 'visually-hidden' : undefined}>{label}</span>
      </label>
      {hint && (
        <p className={s.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'value' | 'defaultValue'> {
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Side by side instead of one under another. */
  inline?: boolean;
}

/** Other props (name, ref, onChange of a form library) go to every radio. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, legendHidden, hint, error, options, value, defaultValue, onValueChange, inline, className, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={className} id={id} aria-describedby={describedBy}>
      <legend className={legendHidden ? 'visually-hidden' : s.legend}>{legend}</legend>
      {hint && (
        <p className={cx(s.hint, s.flush)} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={inline ? s.inline : s.stack}>
        {options.map((option) => (
          <div key={option.value}>
            <label className={s.choice}>
              <input
                type="radio"
                name={made}
                className={s.radio}
                disabled={option.disabled}
                {...rest}
                id={`${id}-${option.value}`}
                value={option.value}
                {...(value !== undefined && { checked: value === option.value })}
                {...(defaultValue !== undefined && { defaultChecked: defaultValue === option.value })}
                onChange={(event) => {
                  rest.onChange?.(event);
                  onValueChange?.(option.value);
                }}
              />
              <span>{option.label}</span>
            </label>
            {option.hint && <p className={s.hint}>{option.hint}</p>}
          </div>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
