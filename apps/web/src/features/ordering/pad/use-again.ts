import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { OrderAgainQuery } from '../../../gql/graphql';
import type { AgainLine } from './again';
import { OrderAgainDocument } from './pad.operations';

interface AgainOrders {
  numbers: string[];
  lines: AgainLine[];
}

type Order = NonNullable<OrderAgainQuery['order']>;

/** The lines of the orders that are placed again; null while they are read, and without any. */
export function useAgain(orderIds: readonly string[]): AgainOrders | null {
  const client = useApolloClient();
  const asked = orderIds.join();
  const [read, setRead] = useState<{ asked: string; orders: AgainOrders } | null>(null);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    void Promise.all(asked.split(',').map((id) => client.query({ query: OrderAgainDocument, variables: { id } })))
      .then((answers) => {
        const orders = answers.flatMap(({ data }) => (data?.order ? [data.order] : []));
        if (!gone) setRead({ asked, orders: { numbers: orders.map(({ number }) => number), lines: linesOf(orders) } });
      })
      // The sheet works without them.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked, client]);
  return read?.asked === asked && asked ? read.orders : null;
}

/** One place for all belongs to the sheet, not to its rows. Hours are asked anew, as the day is. */
export function linesOf(orders: readonly Pick<Order, 'lines'>[]): AgainLine[] {
  const lines = orders.flatMap((order) => order.lines);
  const ofMany = new Set(lines.map(({ locationId }) => locationId)).size > 1;
  return lines.map((line) => ({
    productId: line.product.id,
    contractLineId: line.contractLineId ?? null,
    gradeId: line.gradeId ?? null,
    packId: line.packId ?? null,
    description: line.description,
    qty: line.orderedQty,
    placeId: ofMany ? line.locationId : null,
    hours: null,
    cost: line.costCenter ?? null,
  }));
}
