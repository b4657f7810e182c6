import { quantity, Quantity } from '@lienket/domain';
import { Link, Progress, Section, StatusMark } from '@lienket/ui';
import type { OrderPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { paymentTone, shipmentTone } from './order-tone';
import s from './ordering.module.css';

/** How far the goods have come, and every journey they made. */
export function OrderShipments({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  const due = order.lines.filter((line) => quantity(line.confirmedQty).isPositive);
  const done = due.filter(
    (line) =>
      Quantity.sum([line.acceptedQty, line.rejectedQty, line.missingQty].map(quantity)).compare(quantity(line.confirmedQty)) >= 0,
  );
  return (
    <Section title={t('order.shipments')}>
      {order.shipments.length === 0 ? (
        <p>{t('order.shipmentsEmpty')}</p>
      ) : (
        <>
          <Progress
            label={t('order.progress')}
            value={done.length}
            max={due.length}
            text={t('order.progressText', { done: done.length, all: due.length })}
            tone="success"
          />
          <ul className={s.parts}>
            {order.shipments.map((shipment) => (
              <li key={shipment.id} className={s.part}>
                <span className={s.partMain}>
                  <Link href={`/shipments/${shipment.id}`}>{t('order.shipment', { number: shipment.number })}</Link>
                  <span className={s.under}>
                    {shipment.receipt
                      ? t('order.shipmentReceived', { date: f.date(shipment.receipt.receivedAt) })
                      : t('order.shipmentExpected', { date: f.date(shipment.expectedOn) })}
                    {' · '}
                    {t('orders.linesOf', { count: shipment.lines.length })}
                  </span>
                </span>
                <span className={s.partEnd}>
                  <StatusMark tone={shipmentTone[shipment.status]}>{t(`order.shipmentStatus.${shipment.status}`)}</StatusMark>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export function OrderPayments({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  return (
    <Section title={t('order.payments')}>
      {order.paymentRequests.length === 0 ? (
        <p>{t('order.paymentsEmpty')}</p>
      ) : (
        <ul className={s.parts}>
          {order.paymentRequests.map((request) => (
            <li key={request.id} className={s.part}>
              <span className={s.partMain}>
                <Link href={`/payments/${request.id}`}>{request.number}</Link>
                {request.status !== 'PAID' && (
                  <span className={request.overdue ? s.late : s.under}>
                    {t('order.paymentDue', { date: f.date(request.dueOn), due: f.due(request.dueOn) })}
                  </span>
                )}
              </span>
              <StatusMark tone={request.overdue ? 'danger' : paymentTone[request.status]}>
                {t(`order.paymentStatus.${request.status}`)}
              </StatusMark>
              <b className={s.partEnd}>{f.vnd(request.total)}</b>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
