import { Notice } from '@lienket/ui';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { weekdayNames } from './day-text';
import type { PadCheck } from './pad-check';
import type { OrderPadAnswer } from './pad-items';
import { routeOf } from './use-pad';
import s from './pad.module.css';

interface RouteNotesProps {
  pad: OrderPadAnswer;
  placeId: string;
  check: PadCheck;
  /** When ordering for the chosen day ends; null without a day or a route. */
  until: Date | null;
}

/** What the seller's route asks of the order, said before it is sent. */
export function RouteNotes({ pad, placeId, check, until }: RouteNotesProps) {
  const t = useText(ordering);
  const f = useFormats();
  const route = routeOf(pad, placeId);
  if (!route) return null;
  const minimum = route.minOrderValue == null || pad.contract ? null : BigInt(route.minOrderValue);
  const missing = minimum !== null && check.total > 0n && check.total < minimum ? minimum - check.total : null;
  return (
    <>
      <p className={s.small}>
        {t('pad.route', {
          name: route.name,
          days: weekdayNames(route.weekdays, t),
          time: route.cutoffTime,
          count: route.cutoffDays,
        })}{' '}
        {minimum !== null && t('pad.routeMinimum', { amount: f.vnd(minimum) })}{' '}
        {until && <b>{t('pad.orderUntil', { at: f.dateTime(until.toISOString()) })}</b>}
      </p>
      {missing !== null && <Notice tone="warning">{t('pad.belowMinimum', { amount: f.vnd(missing), name: route.name })}</Notice>}
    </>
  );
}
