import {
  checkDeliveryDay,
  foldVietnamese,
  isLocalDate,
  parseWindow,
  type DeliveryCalendar,
  type DeliveryDayRefusal,
} from '@lienket/domain';
import type { OrderPadAnswer } from './pad-items';
import type { PadColumn, PadRow } from './pad-rows';

type PadPlace = OrderPadAnswer['locations'][number];

/** Where and when a row is wanted, ready to be sent. Null parts: as the order says. */
export interface RowDelivery {
  placeId: string | null;
  on: string | null;
  from: string | null;
  to: string | null;
  cost: string | null;
  problem: DeliveryProblem | null;
}

export type DeliveryProblem =
  | { code: 'PLACE_UNKNOWN'; column: PadColumn; text: string }
  | { code: 'DATE_UNREAD'; column: PadColumn; text: string }
  | { code: 'DATE_PAST'; column: PadColumn }
  | { code: 'HOURS_UNREAD'; column: PadColumn; text: string }
  | { code: 'DAY'; column: PadColumn; refusal: DeliveryDayRefusal };

export interface DeliveryContext {
  places: PadPlaces;
  /** What rows without their own place and day go by. */
  placeId: string;
  on: string;
  today: string;
  /** The calendar of a seller at a place; null for no seller in particular. */
  calendarOf: (placeId: string, sellerId: string | null) => DeliveryCalendar | null;
  /** Whose goods a row asks for; null as long as it names none. */
  sellerOf: (row: PadRow) => string | null;
}

export interface PadPlaces {
  all: readonly PadPlace[];
  byId: ReadonlyMap<string, PadPlace>;
  /** Exact, by the buyer's code or by the name, accents aside. */
  find: (text: string) => PadPlace | undefined;
}

export function padPlaces(all: readonly PadPlace[]): PadPlaces {
  const byText = new Map<string, PadPlace>();
  for (const place of [...all].reverse()) byText.set(foldVietnamese(place.name), place);
  for (const place of [...all].reverse()) if (place.code) byText.set(foldVietnamese(place.code), place);
  return {
    all,
    byId: new Map(all.map((place) => [place.id, place])),
    find: (text) => byText.get(foldVietnamese(text)),
  };
}

/** What stands against a day for a place; a day nobody chose yet is no fault. */
export function dayProblem(
  on: string,
  placeId: string,
  sellerId: string | null,
  context: Pick<DeliveryContext, 'calendarOf'>,
): DeliveryDayRefusal | null {
  const calendar = on && isLocalDate(on) ? context.calendarOf(placeId, sellerId) : null;
  if (!calendar) return null;
  const day = checkDeliveryDay(on, calendar);
  return day.ok ? null : day.refusal;
}

export function rowDelivery(row: PadRow, context: DeliveryContext): RowDelivery {
  const [place, on, hours, cost] = [row.place, row.on, row.hours, row.cost].map((text) => text?.trim() ?? '') as [
    string,
    string,
    string,
    string,
  ];
  const window = hours ? parseWindow(hours) : null;
  const known = place ? context.places.byId.has(place) : true;
  const none: RowDelivery = {
    placeId: place && known ? place : null,
    on: on || null,
    from: window?.from ?? null,
    to: window?.to ?? null,
    cost: cost || null,
    problem: null,
  };
  const wrong = (problem: DeliveryProblem): RowDelivery => ({ ...none, problem });
  if (!known) return wrong({ code: 'PLACE_UNKNOWN', column: 'place', text: place });
  if (on && !isLocalDate(on)) return wrong({ code: 'DATE_UNREAD', column: 'on', text: on });
  if (on && on < context.today) return wrong({ code: 'DATE_PAST', column: 'on' });
  if (hours && !window) return wrong({ code: 'HOURS_UNREAD', column: 'hours', text: hours });
  // A row that goes by the order's day and place is spoken of once, beside the order's day.
  if (!on && !place) return none;
  const refusal = dayProblem(on || context.on, place || context.placeId, context.sellerOf(row), context);
  return refusal ? wrong({ code: 'DAY', column: 'on', refusal }) : none;
}
