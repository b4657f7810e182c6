import { Notice } from '@lienket/ui';
import { cutoffAt } from '@lienket/domain';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { weekdayNames } from './day-text';
import type { OrderPadAnswer } from './pad-items';
import { routeOf } from './pad-calendars';
import s from './pad.module.css';

interface RouteNotesProps {
  pad: OrderPadAnswer;
  placeId: string;
  /** Of this seller's rows. */
  total: bigint;
  /** The chosen day; empty while there is none, or none that will do. */
  on: string;
  /** Beside other sellers it says whose route it is. */
  named: boolean;
}

/** What the seller's route asks of the order, said before it is sent. */
export function RouteNotes({ pad, placeId, total, on, named }: RouteNotesProps) {
  const t = useText(ordering);
  const f = useFormats();
  const route = routeOf(pad, placeId);
  if (!route) return null;
  const minimum = route.minOrderValue == null || pad.contract ? null : BigInt(route.minOrderValue);
  const missing = minimum !== null && total > 0n && total < minimum ? minimum - total : null;
  const until = on ? cutoffAt(on, route, pad.holidays) : null;
  return (
    <>
      <p className={s.small}>
        {named && <b>{pad.seller.shortName}: </b>}
        {t('pad.route', {
          name: route.name,
          days: weekdayNames(route.weekdays, t),
          time: route.cutoffTime,
          count: route.cutoffDays,
        })}{' '}
        {minimum !== null && t('pad.routeMinimum', { amount: f.vnd(minimum) })}{' '}
        {until && <b>{t('pad.orderUntil', { at: f.dateTime(until.toISOString()) })}</b>}
      </p>
      {missing !== null && (
        <Notice tone="warning">
          {named && `${pad.seller.shortName}: `}
          {t('pad.belowMinimum', { amount: f.vnd(missing), name: route.name })}
        </Notice>
      )}
    </>
  );
}
