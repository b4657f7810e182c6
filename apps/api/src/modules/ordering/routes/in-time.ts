import { accept, checkDeliveryDay, cutoffAt, refuse, type Result } from '@lienket/domain';
import { type RowRefusal, rowsRefused, type RowsRefusal } from '../../../platform/graphql/refusal.js';
import type { LineDelivery } from '../delivery-lines.js';
import type { OrderRefusal } from '../order.messages.js';
import { calendarFor, type SellerCalendar } from './route-book.js';

type DeliveredLine = Pick<LineDelivery, 'locationId' | 'requestedOn'>;

/** The days of the lines against the seller's calendar: one refusal for an order of one day, otherwise at each row, with a day that would do. */
export function deliveredInTime(
  lines: readonly DeliveredLine[],
  calendar: SellerCalendar,
  now: Date,
): Result<null, OrderRefusal | RowsRefusal<OrderRefusal>> {
  const rows = lines.flatMap(({ locationId, requestedOn }, row): RowRefusal<OrderRefusal>[] => {
    const day = checkDeliveryDay(requestedOn, calendarFor(calendar, locationId, now));
    if (day.ok) return [];
    const { refusal } = day;
    return [{ row, field: 'requestedOn', refusal, ...(refusal.next && { suggestion: refusal.next }) }];
  });
  if (rows.length === 0) return accept(null);
  const ways = new Set(lines.map(({ locationId, requestedOn }) => `${locationId} ${requestedOn}`));
  return ways.size === 1 ? refuse(rows[0]!.refusal) : rowsRefused(rows);
}

/** Whether what goes by each route is worth its trip. */
export function worthTheTrip(
  lines: readonly (DeliveredLine & { readonly amount: bigint })[],
  { termsOf }: SellerCalendar,
): Result<null, OrderRefusal> {
  const sums = new Map<string, bigint>();
  for (const { locationId, amount } of lines) {
    const route = termsOf.get(locationId);
    if (route) sums.set(route.id, (sums.get(route.id) ?? 0n) + amount);
  }
  for (const route of termsOf.values()) {
    const [minimum, sum] = [route.minOrderValue, sums.get(route.id)];
    if (minimum !== null && sum !== undefined && sum < minimum) {
      return refuse({ code: 'ORDER_BELOW_MINIMUM', minimum, missing: minimum - sum, route: route.name });
    }
  }
  return accept(null);
}

/** The first moment after which the seller may already be loading for one of the lines. */
export function earliestCutoff(lines: readonly DeliveredLine[], { termsOf, holidays }: SellerCalendar): Date {
  const all = lines.map(({ locationId, requestedOn }) =>
    cutoffAt(requestedOn, termsOf.get(locationId) ?? null, holidays).getTime(),
  );
  return new Date(all.reduce((first, at) => Math.min(first, at)));
}
