import { Button, Field } from '@lienket/ui';
import { X } from 'lucide-react';
import type { OrganizationPartsFragment } from '../../../gql/graphql';
import { OrganizationCombobox } from '../../../shared/agreements/organization-combobox';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import s from '../fulfillment.module.css';

interface Props {
  value: readonly OrganizationPartsFragment[];
  onChange: (orgs: OrganizationPartsFragment[]) => void;
  error?: string;
}

/** Organizations to invite, one after the other. */
export function InvitedField({ value, onChange, error }: Props) {
  const t = useText(trips);
  return (
    <div className={s.fields}>
      <Field id="invited" label={t('trip.invited')} hint={t('trip.inviteHint')} error={error}>
        <OrganizationCombobox
          value={null}
          onChange={(org) => org && onChange([...value.filter(({ id }) => id !== org.id), org])}
        />
      </Field>
      {value.length > 0 && (
        <ul className={s.lines}>
          {value.map((org) => (
            <li key={org.id} className={s.lineName}>
              <span>{org.name}</span>
              <Button
                variant="quiet"
                size="small"
                icon={<X />}
                aria-label={t('trip.remove', { name: org.shortName })}
                onClick={() => onChange(value.filter(({ id }) => id !== org.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
