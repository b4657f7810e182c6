import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { ShipmentPartsFragment } from '../../../gql/graphql';
import { useMe } from '../../../shared/session/session';
import { ShipmentDocument } from '../fulfillment.operations';
import { keepShipment, keptShipment } from './offline-store';

interface KeptQuery {
  data: { shipment: ShipmentPartsFragment | null } | undefined;
  loading: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** The shipment from the server; without a network as it was last seen on this phone. */
export function useShipment(id: string): KeptQuery {
  const { userId } = useMe();
  const query = useQuery(ShipmentDocument, { variables: { id } });
  const [kept, setKept] = useState<ShipmentPartsFragment | null>(null);
  const fresh = query.data?.shipment;
  const failed = Boolean(query.error) && !query.data;
  useEffect(() => {
    if (fresh) void keepShipment(userId, fresh);
  }, [fresh, userId]);
  useEffect(() => {
    if (failed) void keptShipment(userId, id).then(setKept);
  }, [failed, userId, id]);
  const refetch = () => query.refetch().catch(() => undefined);
  if (!query.data && kept) return { data: { shipment: kept }, loading: false, error: undefined, refetch };
  return { data: query.data, loading: query.loading, error: query.error, refetch };
}
