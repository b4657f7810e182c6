import { useQuery } from '@apollo/client/react';
import { Checkbox, FieldError } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { PetitionFieldsDocument } from './petitions.operations';
import s from './petitions.module.css';

interface Props {
  value: readonly string[];
  hint?: string;
  error?: string;
  onChange: (codes: string[]) => void;
}

/** One or several of the notice's fields. */
export function FieldChoices({ value, hint, error, onChange }: Props) {
  const t = useText(petitions);
  const { data } = useQuery(PetitionFieldsDocument);
  return (
    <fieldset id="fieldCodes" className={s.choices} aria-describedby={error ? 'fieldCodes-error' : undefined}>
      <legend>{t('petition.fields')}</legend>
      {hint && <p className={s.under}>{hint}</p>}
      {(data?.petitionFields ?? []).map(({ code, name }) => (
        <Checkbox
          key={code}
          label={name}
          checked={value.includes(code)}
          onChange={(event) => onChange(event.target.checked ? [...value, code] : value.filter((one) => one !== code))}
        />
      ))}
      {error && <FieldError id="fieldCodes-error">{error}</FieldError>}
    </fieldset>
  );
}
