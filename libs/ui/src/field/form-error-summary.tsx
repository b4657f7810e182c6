import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import s from './form-error-summary.module.css';

export interface FormErrorSummaryProps {
  title: string;
  errors: readonly { fieldId: string; message: string }[];
  /** Change it at every submission that fails, so the summary takes the focus again. */
  attempt?: number;
}

/** Lists what stops the form and takes the focus; each line leads to its field. Nothing when there are no errors. */
export function FormErrorSummary({ title, errors, attempt = 0 }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div className={s.summary} ref={box} tabIndex={-1} role="alert">
      <CircleAlert aria-hidden="true" size={20} />
      <div>
        <h2 className={s.title}>{title}</h2>
        <ul className={s.list}>
          {errors.map((error) => (
            <li key={error.fieldId}>
              <a
                href={`#${error.fieldId}`}
                onClick={(event) => {
                  const field = document.getElementById(error.fieldId);
                  if (!field) return;
                  event.preventDefault();
                  field.scrollIntoView?.({ block: 'center' });
                  (field.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field)?.focus();
                }}
              >
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
