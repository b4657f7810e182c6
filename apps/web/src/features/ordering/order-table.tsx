import { StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { OrdersQuery, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { moveOf } from './order-move';
import { orderTone } from './order-tone';
import { useMoveSentence } from './use-move-sentence';
import s from './ordering.module.css';

export type OrderRow = OrdersQuery['orders']['edges'][number]['node'] & Parameters<typeof moveOf>[0];

const sum = (amounts: readonly (string | number | null | undefined)[]) =>
  amounts.reduce<bigint>((all, one) => all + BigInt(one ?? 0), 0n);
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

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
  const amounts = (ordered: string | number | bigint, accepted: string | number | bigint) => (
    <span>
      {f.vnd(ordered)}
      {BigInt(accepted) > 0n && <span className={s.under}>{t('orders.acceptedOf', { amount: f.vnd(accepted) })}</span>}
    </span>
  );
  const money: TableColumn<OrderRow> = {
    key: 'ordered',
    header: t('orders.ordered'),
    numeric: true,
    width: 168,
    cell: (order) => order.orderedTotal != null && amounts(order.orderedTotal, order.acceptedTotal ?? 0),
    footer:
      orders.length > 1
        ? amounts(sum(orders.map(({ orderedTotal }) => orderedTotal)), sum(orders.map(({ acceptedTotal }) => acceptedTotal)))
        : undefined,
  };
  const columns: TableColumn<OrderRow>[] = [
    {
      key: 'number',
      header: t('orders.number'),
      primary: true,
      width: 152,
      cell: (order) => (
        <span className={s.whole}>
          {order.number}
          <span className={s.under}>
            {[t('orders.linesOf', { count: order.lineCount }), order.contractNumber].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
      footer: seesMoney && orders.length > 1 ? t('orders.total', { count: orders.length }) : undefined,
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
        // Third parties do not see the payments, so of received goods they cannot know who moves.
        if (!move && order.status === 'RECEIVED' && !order.paymentRequests) return null;
        if (!move) return <span className={s.under}>{words.move}</span>;
        return (
          <span>
            {words.mine ? <b>{capital(words.move)}</b> : capital(words.move)}
            {words.due && <span className={move.overdue ? s.late : s.under}>{words.due}</span>}
          </span>
        );
      },
    },
    { key: 'requestedOn', header: t('orders.requestedOn'), width: 112, cell: (order) => f.date(order.requestedOn) },
    ...(seesMoney ? [money] : []),
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
