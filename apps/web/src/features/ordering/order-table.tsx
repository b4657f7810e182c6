import { StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { OrdersQuery, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { moveOf } from './order-move';
import { orderTone } from './order-tone';
import { useMoveSentence } from './use-move-sentence';
import s from './ordering.module.css';

export type OrderRow = OrdersQuery['orders']['edges'][number]['node'];

const sum = (amounts: readonly (string | number | null | undefined)[]) =>
  amounts.reduce<bigint>((all, one) => all + BigInt(one ?? 0), 0n);

/** Dense, for people who compare: one line per order, totals at the foot. */
export function OrderTable({ orders, side }: { orders: readonly OrderRow[]; side: Side | null }) {
  const t = useText(ordering);
  const f = useFormats();
  const say = useMoveSentence();
  const today = f.today();
  const seesMoney = orders.some(({ orderedTotal }) => orderedTotal != null);
  const other = (key: 'seller' | 'buyer'): TableColumn<OrderRow> => ({
    key,
    header: t(`orders.${key}`),
    cell: (order) => <span title={order[key].name}>{order[key].shortName}</span>,
  });
  const money = (
    key: 'ordered' | 'accepted',
    of: (order: OrderRow) => string | number | null | undefined,
  ): TableColumn<OrderRow> => ({
    key,
    header: t(`orders.${key}`),
    numeric: true,
    width: 140,
    cell: (order) => {
      const amount = of(order);
      return amount == null ? '' : f.vnd(amount);
    },
    footer: <b>{f.vnd(sum(orders.map(of)))}</b>,
  });
  const columns: TableColumn<OrderRow>[] = [
    {
      key: 'number',
      header: t('orders.number'),
      primary: true,
      width: 160,
      cell: (order) => (
        <>
          {order.number}
          {order.contractNumber && <span className={s.under}>{t('orders.contract', { number: order.contractNumber })}</span>}
        </>
      ),
      footer: seesMoney ? t('orders.total', { count: orders.length }) : undefined,
    },
    ...(side === 'SELLER' ? [] : [other('seller')]),
    ...(side === 'BUYER' ? [] : [other('buyer')]),
    {
      key: 'status',
      header: t('orders.status'),
      width: 168,
      cell: (order) => <StatusMark tone={orderTone[order.status]}>{t(`orderStatus.${order.status}`)}</StatusMark>,
    },
    {
      key: 'turn',
      header: t('orders.turn'),
      cell: (order) => {
        const move = moveOf(order, today);
        const words = say(order, move);
        return (
          <>
            {words.mine ? <b>{words.move}</b> : words.move}
            {words.due && <span className={move?.overdue ? s.late : s.under}>{words.due}</span>}
          </>
        );
      },
    },
    { key: 'requestedOn', header: t('orders.requestedOn'), width: 112, cell: (order) => f.date(order.requestedOn) },
    {
      key: 'lines',
      header: t('orders.lines'),
      numeric: true,
      width: 72,
      wideOnly: true,
      cell: (order) => f.count(order.lineCount),
    },
    ...(seesMoney ? [money('ordered', (order) => order.orderedTotal), money('accepted', (order) => order.acceptedTotal)] : []),
  ];
  return (
    <Table
      caption={t('orders.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={orders}
      rowKey={(order) => order.id}
      rowHref={(order) => `/orders/${order.id}`}
      rowTone={(order) => (moveOf(order, today)?.overdue ? 'danger' : undefined)}
    />
  );
}
