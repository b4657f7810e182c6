import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { AgainLine } from './again';
import { OrderAgainDocument } from './pad.operations';

export interface AgainOrders {
  numbers: string[];
  lines: AgainLine[];
}

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
        if (!gone) {
          setRead({
            asked,
            orders: { numbers: orders.map(({ number }) => number), lines: orders.flatMap(({ lines }) => lines) },
          });
        }
      })
      // The sheet works without them.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked, client]);
  return read?.asked === asked && asked ? read.orders : null;
}
