import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import type { PadOffersQuery } from '../../../gql/graphql';
import { useDebounced } from '../../../shared/screen/use-debounced';
import type { PadCheck } from './pad-check';
import type { RowDelivery } from './pad-delivery';
import type { PadRow } from './pad-rows';
import { PadOffersDocument } from './pad.operations';

export type PadOffer = PadOffersQuery['padOffers'][number];

interface OfferQuestion {
  /** Null: nothing is asked, as in a contract's own sheet. */
  sellerId: string | null;
  rows: readonly PadRow[];
  check: PadCheck;
  on: string;
  deliveryOf: (row: PadRow) => RowDelivery | undefined;
}

/** What the rows of one seller could count for, asked once typing rests; rows without a day are asked for when they have one. */
export function usePadOffers({ sellerId, rows, check, on, deliveryOf }: OfferQuestion) {
  const asked = useMemo(
    () =>
      sellerId === null
        ? '[]'
        : JSON.stringify(
            rows.flatMap((row, index) => {
              const found = check.rows[index];
              const day = deliveryOf(row)?.on ?? on;
              if (found?.kind !== 'OK' || found.item.seller.id !== sellerId || !day) return [];
              return [{ row: index, productId: found.item.productId, qty: found.qty.toDecimalString(), on: day }];
            }),
          ),
    [sellerId, rows, check, on, deliveryOf],
  );
  const lines = useDebounced(asked, 400);
  const { data, previousData } = useQuery(PadOffersDocument, {
    variables: { sellerOrgId: sellerId ?? '', lines: JSON.parse(lines) as never },
    skip: lines === '[]',
  });
  return lines === '[]' ? [] : ((data ?? previousData)?.padOffers ?? []);
}

/** Which memorandum each seller's order shall count for; nothing is chosen by itself. */
export function useChosenMous() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const choose = (sellerId: string, mouId: string | null) =>
    setChosen((before) => {
      const next = new Map(before);
      if (mouId) next.set(sellerId, mouId);
      else next.delete(sellerId);
      return next;
    });
  return { chosen, choose };
}
