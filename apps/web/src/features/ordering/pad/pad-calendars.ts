import type { DeliveryCalendar } from '@lienket/domain';
import type { OrderPadAnswer } from './pad-items';

/** What one sheet is filled from: one seller or contract, or several sellers by their price lists. */
export type Pads = readonly [OrderPadAnswer, ...OrderPadAnswer[]];

/** The route that serves a place: the one that names it, otherwise the seller's general one. */
export const routeOf = (pad: Pick<OrderPadAnswer, 'routes'>, placeId: string) =>
  pad.routes.find(({ stops }) => stops.some((stop) => stop.locationId === placeId)) ??
  pad.routes.find(({ isGeneral }) => isGeneral) ??
  null;

/** The days of each seller at each place, made once. */
export function padCalendars(pads: Pads, now: Date) {
  const bySeller = new Map(pads.map((pad) => [pad.seller.id, pad]));
  const known = new Map<string, DeliveryCalendar>();
  return (placeId: string, sellerId: string | null): DeliveryCalendar | null => {
    const pad = sellerId === null ? undefined : bySeller.get(sellerId);
    if (!pad) return null;
    const key = `${sellerId} ${placeId}`;
    const calendar = known.get(key) ?? {
      terms: routeOf(pad, placeId),
      closures: pad.closures,
      holidays: pad.holidays,
      now,
    };
    known.set(key, calendar);
    return calendar;
  };
}
