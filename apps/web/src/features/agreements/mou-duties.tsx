import { Button, DateField, Field, FieldError, FieldRow, IconButton, Select, TextInput } from '@lienket/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import { emptyDuty, type DutyDraft, type PartyDraft } from './mou-draft';
import s from './mou-form.module.css';

interface Props {
  duties: readonly DutyDraft[];
  parties: readonly PartyDraft[];
  error: string | undefined;
  onChange: (duties: DutyDraft[]) => void;
}

/** Duties beside volume: what, by whom, by when. */
export function MouDuties({ duties, parties, error, onChange }: Props) {
  const t = useText(signing);
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const bound = parties.flatMap(({ org, role }) => (org && role !== 'WITNESS' ? [org] : []));
  const change = (row: number, part: Partial<DutyDraft>) =>
    onChange(duties.map((duty, index) => (index === row ? { ...duty, ...part } : duty)));
  return (
    <div className={s.rows} id="obligations" tabIndex={-1}>
      {duties.map((duty, row) => (
        <div key={row} className={s.row} role="group" aria-label={t('duties.row', { row: row + 1 })}>
          <div className={s.rowHead}>
            <h3>{t('duties.row', { row: row + 1 })}</h3>
            <IconButton
              icon={<Trash2 />}
              label={t('action.remove', { name: duty.title || t('duties.row', { row: row + 1 }) })}
              onClick={() => onChange(duties.filter((_, index) => index !== row))}
            />
          </div>
          <Field label={t('duties.what')} required>
            <TextInput value={duty.title} maxLength={300} onChange={(event) => change(row, { title: event.target.value })} />
          </Field>
          <FieldRow>
            <Field label={t('duties.who')} required>
              <Select
                value={duty.obligedOrgId}
                options={[{ value: '', label: '…' }, ...bound.map((org) => ({ value: org.id, label: org.shortName }))]}
                onChange={(event) => change(row, { obligedOrgId: event.target.value })}
              />
            </Field>
            <Field label={t('duties.dueOn')} required>
              <DateField
                value={duty.dueOn}
                onValueChange={(dueOn) => change(row, { dueOn })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
          </FieldRow>
        </div>
      ))}
      {error && <FieldError>{error}</FieldError>}
      <Button icon={<Plus />} onClick={() => onChange([...duties, emptyDuty()])}>
        {t('duties.add')}
      </Button>
    </div>
  );
}
