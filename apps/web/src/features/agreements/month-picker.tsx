import { FieldError } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import s from './mou-form.module.css';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Props {
  id: string;
  months: readonly number[];
  error?: string | undefined;
  onChange: (months: number[]) => void;
}

/** Twelve boxes; none ticked means the whole year, and the words beside say so. */
export function MonthPicker({ id, months, error, onChange }: Props) {
  const t = useText(agreements);
  const f = useFormats();
  return (
    <fieldset id={id} aria-describedby={`${id}-means${error ? ` ${id}-error` : ''}`}>
      <legend className={s.legend}>
        {t('mouForm.season')}{' '}
        <span className={s.soft} id={`${id}-means`}>
          {f.months(months)}
        </span>
      </legend>
      <div className={s.months}>
        {MONTHS.map((month) => (
          <label key={month} className={s.month}>
            <input
              type="checkbox"
              className="visually-hidden"
              checked={months.includes(month)}
              aria-label={f.month(month)}
              onChange={(event) =>
                onChange(event.target.checked ? [...months, month].sort((a, b) => a - b) : months.filter((one) => one !== month))
              }
            />
            <span>{f.monthShort(month)}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
