import { Button, Checkbox, Field, FieldError, IconButton, Select, TextInput } from '@lienket/ui';
import { Plus, Trash2 } from 'lucide-react';
import type { PartyRole } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { emptyParty, type PartyDraft } from './mou-draft';
import s from './mou-form.module.css';

const ROLES = ['SELLER', 'BUYER', 'BANK', 'WITNESS'] as const satisfies readonly PartyRole[];

interface Props {
  parties: readonly PartyDraft[];
  error: string | undefined;
  onChange: (parties: PartyDraft[]) => void;
}

/** Who stands in the memorandum, as what, and whose signature it needs. */
export function MouParties({ parties, error, onChange }: Props) {
  const t = useText(agreements);
  const change = (row: number, part: Partial<PartyDraft>) =>
    onChange(parties.map((party, index) => (index === row ? { ...party, ...part } : party)));
  return (
    <fieldset id="parties" className={s.rows} aria-describedby={error ? 'parties-error' : undefined}>
      <legend className="visually-hidden">{t('mouForm.parties')}</legend>
      {parties.map((party, row) => (
        <div key={row} className={s.row} role="group" aria-label={t('mouForm.partyRow', { row: row + 1 })}>
          <div className={s.party}>
            <Field label={t('mouForm.organization')} required>
              <OrganizationCombobox value={party.org} onChange={(org) => change(row, { org })} />
            </Field>
            <Field label={t('mouForm.role')}>
              <Select
                value={party.role}
                options={ROLES.map((code) => ({ value: code, label: t(`partyRole.${code}`) }))}
                onChange={(event) => {
                  const role = event.target.value as PartyRole;
                  change(row, { role, mustSign: role !== 'WITNESS' });
                }}
              />
            </Field>
            <Field label={t('mouForm.representative')} optionalText={t('state.optional')}>
              <TextInput
                value={party.representative}
                maxLength={200}
                onChange={(event) => change(row, { representative: event.target.value })}
              />
            </Field>
          </div>
          <div className={s.foot}>
            <Checkbox
              label={t('mouForm.mustSign')}
              checked={party.mustSign}
              onChange={(event) => change(row, { mustSign: event.target.checked })}
            />
            {parties.length > 2 && (
              <IconButton
                icon={<Trash2 />}
                label={t('action.remove', { name: party.org?.shortName ?? t('mouForm.partyRow', { row: row + 1 }) })}
                onClick={() => onChange(parties.filter((_, index) => index !== row))}
              />
            )}
          </div>
        </div>
      ))}
      {error && <FieldError id="parties-error">{error}</FieldError>}
      <Button icon={<Plus />} onClick={() => onChange([...parties, emptyParty('WITNESS')])}>
        {t('mouForm.addParty')}
      </Button>
    </fieldset>
  );
}
