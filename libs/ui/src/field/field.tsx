import { CircleAlert } from 'lucide-react';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { cx } from '../lib/cx';
import s from './field.module.css';

interface FieldControl {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldControl | null>(null);

export interface FieldProps {
  label: ReactNode;
  /** Stands under the label before anything is typed: what is wanted and in which form. */
  hint?: ReactNode;
  /** One sentence that says what can be done. */
  error?: ReactNode;
  required?: boolean;
  /** A word after the label of fields that may stay empty, such as "không bắt buộc". */
  optionalText?: string;
  /** Give it when a FormErrorSummary links here. */
  id?: string;
  labelHidden?: boolean;
  className?: string;
  children: ReactNode;
}

/** Ties a label, a hint and an error sentence to the control inside; every input of this library reads them. */
export function Field({ label, hint, error, required = false, optionalText, id, labelHidden, className, children }: FieldProps) {
  const made = useId();
  const controlId = id ?? made;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const control = {
    id: controlId,
    describedBy: [hintId, errorId].filter(Boolean).join(' ') || undefined,
    invalid: Boolean(error),
    required,
  };
  return (
    <div className={cx(s.field, className)} data-invalid={control.invalid || undefined}>
      <label className={labelHidden ? 'visually-hidden' : s.label} htmlFor={controlId}>
        {label}
        {required && (
          <span className={s.required} aria-hidden="true">
            *
          </span>
        )}
        {optionalText && <span className={s.optional}>{optionalText}</span>}
      </label>
      {hint && (
        <p className={s.hint} id={hintId}>
          {hint}
        </p>
      )}
      <FieldContext value={control}>{children}</FieldContext>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}

export const FieldError = ({ id, children }: { id?: string; children: ReactNode }) => (
  <p className={s.error} id={id}>
    <CircleAlert aria-hidden="true" size={16} />
    <span>{children}</span>
  </p>
);

interface ControlProps {
  id?: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: unknown;
}

/** What a control takes from the Field around it; its own props win. */
export function useFieldControl(own: ControlProps) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    required: own.required ?? (field?.required || undefined),
    'aria-describedby': [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ') || undefined,
    'aria-invalid': own['aria-invalid'] || field?.invalid ? (true as const) : undefined,
  };
}

/** Fields side by side where there is room, one under another where there is not. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={s.row}>{children}</div>;
