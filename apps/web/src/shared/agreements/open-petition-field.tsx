import { OPEN_PETITION } from '@lienket/domain';
import { useApolloClient } from '@apollo/client/react';
import { Combobox, type ComboboxOption, Field } from '@lienket/ui';
import { useCallback } from 'react';
import { useText } from '../i18n/use-text';
import { blocked } from '../messages/vi/blocked';
import { OpenPetitionsDocument } from './blocked.operations';
import { useComboboxLabels } from './use-combobox-labels';

/** A petition still being handled; the version goes along, for acts that are guarded by it. */
export interface OpenPetition extends ComboboxOption {
  version: number;
}

interface Props {
  value: OpenPetition | null;
  error?: string;
  onChange: (petition: OpenPetition | null) => void;
}

/** Chooses one of the open petitions by number, words or department. */
export function OpenPetitionField({ value, error, onChange }: Props) {
  const t = useText(blocked);
  const client = useApolloClient();
  const labels = useComboboxLabels();
  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
      const { data } = await client.query({
        query: OpenPetitionsDocument,
        variables: { search, status: [...OPEN_PETITION] },
        context: { fetchOptions: { signal } },
        fetchPolicy: 'network-only',
      });
      return (data?.petitions.edges ?? []).map(({ node }): OpenPetition => ({
        value: node.id,
        label: node.number,
        detail: node.content?.slice(0, 90) ?? '',
        version: node.version,
      }));
    },
    [client],
  );
  return (
    <Field id="petitionId" label={t('blocked.which')} error={error} required>
      <Combobox
        value={value}
        onValueChange={(option) => onChange(option as OpenPetition | null)}
        loadOptions={load}
        labels={labels}
      />
    </Field>
  );
}
