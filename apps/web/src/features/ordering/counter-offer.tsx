import { Section, Stack } from '@lienket/ui';
import type { OrderPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import s from './ordering.module.css';

/** Only what differs from the order, line by line: what one asked for, and what one would get. */
export function CounterOffer({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  const changed = order.lines.filter((line) => line.answer !== 'ALL');
  const same = order.lines.length - changed.length;
  return (
    <Section title={t('order.counter')}>
      <Stack>
        <p>{t('order.counterDetail')}</p>
        <ul className={s.parts}>
          {changed.map((line) => (
            <li key={line.id} className={s.change}>
              <b>{line.description}</b>
              <p className={s.from}>
                {t('order.counterFrom', { qty: f.quantity(line.orderedQty, line.baseUnit), date: f.date(order.requestedOn) })}
              </p>
              <p className={s.to}>
                {line.answer === 'REFUSED'
                  ? t('order.counterRefused')
                  : t('order.counterTo', {
                      qty: f.quantity(line.confirmedQty, line.baseUnit),
                      date: f.date(line.promisedOn ?? order.requestedOn),
                    })}
              </p>
              {line.answerReason && <p className={s.under}>{t('order.reason', { reason: line.answerReason })}</p>}
            </li>
          ))}
        </ul>
        {same > 0 && <p>{t('order.counterSame', { count: same })}</p>}
        {order.orderedTotal != null && order.confirmedTotal != null && (
          <p>{t('order.counterTotal', { from: f.vnd(order.orderedTotal), to: f.vnd(order.confirmedTotal) })}</p>
        )}
      </Stack>
    </Section>
  );
}
