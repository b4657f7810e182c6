import { Field, IconButton } from '@lienket/ui';
import { X } from 'lucide-react';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import s from './duties.module.css';

interface Props {
  id: string;
  label: string;
  error?: string;
  value: readonly OrganizationPartsFragment[];
  onChange: (organizations: OrganizationPartsFragment[]) => void;
}

/** Several organizations, found one after the other by name. */
export function OrganizationListField({ id, label, error, value, onChange }: Props) {
  const t = useText(duties);
  return (
    <>
      <Field id={id} label={label} error={error} required>
        <OrganizationCombobox
          value={null}
          onChange={(picked) => picked && !value.some((one) => one.id === picked.id) && onChange([...value, picked])}
        />
      </Field>
      {value.length > 0 && (
        <ul className={s.chosen} aria-label={label}>
          {value.map((organization) => (
            <li key={organization.id}>
              {organization.name}{' '}
              <IconButton
                size="small"
                icon={<X />}
                label={t('distribution.removeOrg', { name: organization.name })}
                onClick={() => onChange(value.filter((one) => one.id !== organization.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
