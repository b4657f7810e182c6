import { Link, StatusMark } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { moveOf } from './order-move';
import type { OrderRow } from './order-table';
import { orderTone } from './order-tone';
import { useMoveSentence } from './use-move-sentence';
import s from './ordering.module.css';

/** One order per card with big numbers: read on a phone, in the sun. */
export function OrderCards({ orders }: { orders: readonly OrderRow[] }) {
  const t = useText(ordering);
  const f = useFormats();
  const say = useMoveSentence();
  const today = f.today();
  return (
    <ul className={s.cards}>
      {orders.map((order) => {
        const move = moveOf(order, today);
        const words = say(order, move);
        return (
          <li key={order.id} className={s.card} data-mine={words.mine || undefined}>
            <p className={s.cardWho}>
              <Link className={s.cardLink} href={`/orders/${order.id}`}>
                {order.buyer.shortName}
              </Link>
              <StatusMark tone={orderTone[order.status]}>{t(`orderStatus.${order.status}`)}</StatusMark>
            </p>
            {order.orderedTotal != null && <p className={s.cardSum}>{f.vnd(order.orderedTotal)}</p>}
            <p className={s.under}>
              {order.number} · {t('orders.linesOf', { count: order.lineCount })} · {t('orders.requestedOn')}{' '}
              {f.date(order.requestedOn)}
            </p>
            {move && (
              <p className={s.cardMove}>
                {words.mine ? <b>{t('move.turn', { move: words.move })}</b> : t('move.turn', { move: words.move })}
                <span className={move.overdue ? s.late : s.under}>{words.due}</span>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
