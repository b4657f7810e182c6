import { Combobox, type ComboboxOption } from '@lienket/ui';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../../gql';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { useText } from '../i18n/use-text';
import { useComboboxLabels } from './use-combobox-labels';

const OrganizationsDocument = graphql(`
  query PickOrganization($search: String) {
    organizations(search: $search, first: 20) {
      ...OrganizationParts
    }
  }
`);

interface Option extends ComboboxOption {
  org: OrganizationPartsFragment;
}

interface Props {
  value: OrganizationPartsFragment | null;
  onChange: (org: OrganizationPartsFragment | null) => void;
}

/** One organization of the register, found by name with or without marks. */
export function OrganizationCombobox({ value, onChange }: Props) {
  const t = useText();
  const client = useApolloClient();
  const labels = useComboboxLabels();
  const optionOf = useCallback(
    (org: OrganizationPartsFragment): Option => ({ value: org.id, label: org.name, detail: t(`orgKind.${org.kind}`), org }),
    [t],
  );
  const load = useCallback(
    async (search: string, signal: AbortSignal) => {
      const { data } = await client.query({
        query: OrganizationsDocument,
        variables: { search },
        context: { fetchOptions: { signal } },
        fetchPolicy: 'network-only',
      });
      return (data?.organizations ?? []).map(optionOf);
    },
    [client, optionOf],
  );
  return (
    <Combobox
      value={value && optionOf(value)}
      onValueChange={(option) => onChange((option as Option | null)?.org ?? null)}
      loadOptions={load}
      labels={labels}
    />
  );
}
