import { useQuery } from '@apollo/client/react';
import { Button, Field, FieldError, Stack } from '@lienket/ui';
import { X } from 'lucide-react';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AskableProductsDocument } from './sourcing.operations';
import s from './sourcing.module.css';

interface InviteesProps {
  invited: readonly OrganizationPartsFragment[];
  onChange: (invited: OrganizationPartsFragment[]) => void;
  /** Whose sellers can be invited with one tap. */
  productIds: readonly string[];
  error?: string;
}

/** Whom to ask: found by name, or all who sell the listed products. */
export function Invitees({ invited, onChange, productIds, error }: InviteesProps) {
  const t = useText(sourcing);
  const owners = useQuery(AskableProductsDocument, { variables: { ids: [...productIds] }, skip: productIds.length === 0 });
  const add = (orgs: readonly OrganizationPartsFragment[]) => {
    const known = new Set(invited.map(({ id }) => id));
    const fresh = new Map(orgs.filter(({ id }) => !known.has(id)).map((org) => [org.id, org]));
    if (fresh.size) onChange([...invited, ...fresh.values()]);
  };
  const missing = (owners.data?.askableProducts ?? [])
    .map(({ seller }) => seller)
    .filter(({ id }) => !invited.some((org) => org.id === id));
  return (
    <Stack gap="small">
      <Field id="inviteeIds" label={t('rfqForm.inviteAdd')}>
        <OrganizationCombobox value={null} onChange={(org) => org && add([org])} />
      </Field>
      {missing.length > 0 && (
        <div>
          <Button size="small" onClick={() => add(missing)}>
            {t('rfqForm.inviteOwners')}
          </Button>
        </div>
      )}
      {error && <FieldError>{error}</FieldError>}
      <p role="status" className={s.under}>
        {t('rfqForm.invited', { count: invited.length })}
      </p>
      <ul className={s.invited}>
        {invited.map((org) => (
          <li key={org.id}>
            <Button
              size="small"
              icon={<X />}
              aria-label={t('rfqForm.inviteRemove', { name: org.shortName })}
              onClick={() => onChange(invited.filter(({ id }) => id !== org.id))}
            >
              {org.shortName}
            </Button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
