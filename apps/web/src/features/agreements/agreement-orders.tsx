import { EmptyState, StatusMark, Table, type Tone } from '@lienket/ui';
import type { MouPageFragment, OrderStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useMe } from '../../shared/session/session';

const tones: Record<OrderStatus, Tone> = {
  PLACED: 'warning',
  COUNTERED: 'warning',
  CONFIRMED: 'info',
  REFUSED: 'danger',
  CANCELLED: 'neutral',
  IN_DELIVERY: 'info',
  RECEIVED_PART: 'info',
  RECEIVED: 'success',
  CLOSED: 'neutral',
};

/** Orders under this agreement; amounts only where the reader is a party. */
export function AgreementOrders({ orders }: { orders: MouPageFragment['orders'] }) {
  const t = useText(agreements);
  const f = useFormats();
  const { organization } = useMe();
  if (orders.length === 0) return <EmptyState title={t('agreement.noOrders')} />;
  const priced = orders.some((order) => order.orderedTotal != null);
  const money = (amount: string | number | null | undefined) => (amount == null ? '—' : f.vnd(amount));
  return (
    <Table
      caption={t('agreement.orders')}
      captionHidden
      density="compact"
      stickyHeader={false}
      rows={orders}
      rowKey={(order) => order.id}
      rowHref={(order) =>
        order.buyer.id === organization.id || order.seller.id === organization.id ? `/orders/${order.id}` : undefined
      }
      columns={[
        { key: 'number', header: t('mouOrder.number'), primary: true, cell: (order) => order.number },
        { key: 'placed', header: t('mouOrder.placed'), cell: (order) => f.date(order.placedAt) },
        { key: 'requested', header: t('mouOrder.requested'), cell: (order) => f.date(order.requestedOn) },
        { key: 'place', header: t('mouOrder.place'), wideOnly: true, cell: (order) => order.deliveryPlace },
        {
          key: 'status',
          header: t('mouOrder.status'),
          cell: (order) => <StatusMark tone={tones[order.status]}>{t(`orderStatus.${order.status}`)}</StatusMark>,
        },
        ...(priced
          ? [
              {
                key: 'ordered',
                header: t('mouOrder.ordered'),
                numeric: true,
                cell: (order: MouPageFragment['orders'][number]) => money(order.orderedTotal),
              },
              {
                key: 'accepted',
                header: t('mouOrder.accepted'),
                numeric: true,
                cell: (order: MouPageFragment['orders'][number]) => money(order.acceptedTotal),
              },
            ]
          : []),
      ]}
    />
  );
}
