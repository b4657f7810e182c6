import { FieldError, cx } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { useFormats } from '../../shared/i18n/formats';
import { products } from '../../shared/messages/vi/products';
import s from './product-form.module.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

interface MonthPickerProps {
  id: string;
  value: readonly number[];
  onChange: (months: number[]) => void;
  error?: string;
}

/** Twelve buttons for a thumb; none chosen means the whole year. */
export function MonthPicker({ id, value, onChange, error }: MonthPickerProps) {
  const t = useText(products);
  const f = useFormats();
  const chosen = new Set(value);
  const toggle = (month: number) => {
    const next = new Set(chosen);
    if (!next.delete(month)) next.add(month);
    onChange([...next]);
  };
  return (
    <fieldset id={id} aria-describedby={`${id}-shown`}>
      <legend className={s.legend}>{t('form.harvest')}</legend>
      <div className={s.months}>
        {months.map((month) => (
          <button
            key={month}
            type="button"
            className={cx(s.month, chosen.has(month) && s.chosen)}
            aria-pressed={chosen.has(month)}
            aria-label={f.month(month)}
            onClick={() => toggle(month)}
          >
            {f.monthShort(month)}
          </button>
        ))}
      </div>
      <p className={s.hint} id={`${id}-shown`} role="status">
        {t('form.harvestShown', { months: f.months(value) })}
      </p>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
