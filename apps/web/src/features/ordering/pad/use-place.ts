import { toast } from '@lienket/ui';
import { useNavigate } from 'react-router';
import type { OrderLineInput } from '../../../gql/graphql';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { OrderGroupPlaceDocument, OrderPlaceDocument } from './pad.operations';

interface Placement {
  contractId: string | null;
  buyerPoNo: string | null;
  requestedOn: string;
  deliveryLocationId: string;
  note: string | null;
  /** By seller: the memorandum its order counts for from the start. */
  linkMouIds: ReadonlyMap<string, string>;
  /** Rows of one seller stand together. */
  rows: readonly { sellerOrgId: string; line: OrderLineInput }[];
}

const STALE = [
  'orders',
  'orderGroups',
  'orderRequests',
  'workItems',
  'orderPad',
  'orderPads',
  'padOffers',
  'mou',
  'agreementBoard',
];

/** Sends the sheet: to one seller as an order, to several as a group of orders, all of them or none. */
export function usePlace(name: string, ofMany: boolean, onSent: () => void) {
  const t = useText(ordering);
  const format = useFormats();
  const navigate = useNavigate();
  const waits = (answer: { __typename: string; id?: string }) => {
    if (answer.__typename !== 'OrderRequest') return;
    toast.success(t('pad.sentForApproval'));
    void navigate(`/orders/requests/${answer.id}`);
  };
  const one = useMutationForm(OrderPlaceDocument, {
    form: name,
    pick: (data) => data.orderPlace,
    stale: STALE,
    onDone: (order) => {
      onSent();
      if (order.__typename !== 'Order') return waits(order);
      toast.success(t('pad.sent', { number: order.number, date: format.dateTime(order.ackDueAt) }));
      void navigate(`/orders/${order.id}`);
    },
  });
  const many = useMutationForm(OrderGroupPlaceDocument, {
    form: `${name}-group`,
    pick: (data) => data.orderGroupPlace,
    stale: STALE,
    onDone: (group) => {
      onSent();
      if (group.__typename !== 'OrderGroup') return waits(group);
      toast.success(t('pad.sentMany', { number: group.number, count: group.orderCount }));
      void navigate(`/orders/groups/${group.id}`);
    },
  });
  const place = ({ contractId, linkMouIds, rows, ...common }: Placement) => {
    const sellers = [...new Set(rows.map(({ sellerOrgId }) => sellerOrgId))];
    const linesOf = (id: string) => rows.flatMap(({ sellerOrgId, line }) => (sellerOrgId === id ? [line] : []));
    if (sellers.length > 1) {
      const baskets = sellers.map((sellerOrgId) => ({
        ...{ sellerOrgId, lines: linesOf(sellerOrgId), linkMouId: linkMouIds.get(sellerOrgId) ?? null },
      }));
      void many.submit((clientKey) => ({ input: { clientKey, ...common, baskets } }));
    } else {
      const [sellerOrgId] = sellers as [string];
      const linkMouId = linkMouIds.get(sellerOrgId) ?? null;
      const input = { ...common, sellerOrgId, contractId, linkMouId, lines: linesOf(sellerOrgId) };
      void one.submit((clientKey) => ({ input: { clientKey, ...input } }));
    }
  };
  return { form: ofMany ? many : one, place };
}
