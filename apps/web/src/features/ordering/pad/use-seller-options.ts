import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { SellersDocument } from './pad.operations';

/** Sellers by name, for a combobox. */
export function useSellerOptions() {
  const t = useText(ordering);
  const client = useApolloClient();
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const { data } = await client.query({
        query: SellersDocument,
        variables: { search: search.trim() || null },
        context: { fetchOptions: { signal } },
      });
      return (data?.organizations ?? []).map((seller) => ({
        value: seller.id,
        label: seller.name,
        detail: t(`orgKind.${seller.kind}`),
      }));
    },
    [client, t],
  );
}
