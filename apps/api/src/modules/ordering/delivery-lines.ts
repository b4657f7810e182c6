import { accept, checkWindow, parseHour, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../platform/auth/access.js';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, type RowsRefusal } from '../../platform/graphql/refusal.js';
import type { OrderRefusal } from './order.messages.js';
import type { OrderLineCommand } from './order.view.js';
import { NAME_MAX, tooLong, trimmed } from './text-field.js';

/** Where and when one line is wanted, as it is copied into the order. */
export interface LineDelivery {
  readonly locationId: string;
  readonly placeCode: string | null;
  readonly placeName: string;
  readonly requestedOn: string;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly costCenter: string | null;
}

export interface Place {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly address: string;
}

/** What holds for every line that says nothing else. */
export interface DeliveryDefaults {
  readonly place: Place;
  readonly requestedOn: string;
  readonly today: string;
}

type DeliveryCommand = Pick<OrderLineCommand, 'deliveryLocationId' | 'requestedOn' | 'windowFrom' | 'windowTo' | 'costCenter'>;

/** The buyer's open places among these ids; another organization's place is nowhere. */
export async function placesOf(tx: Tx, buyerOrgId: string, ids: readonly string[]): Promise<Map<string, Place>> {
  const wanted = [...new Set(ids.filter(isUuid).map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<Place>(
    prepared(`select id, code, name, address from location where org_id = $1 and id = any($2) and deactivated_at is null`),
    [buyerOrgId, wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Place, day and hours of every line, or every cell that cannot be taken. In the order of the lines. */
export function deliverLines(
  lines: readonly DeliveryCommand[],
  places: ReadonlyMap<string, Place>,
  defaults: DeliveryDefaults,
): Result<LineDelivery[], RowsRefusal<OrderRefusal>> {
  const refused: RowRefusal<OrderRefusal>[] = [];
  const delivered = lines.flatMap((line, row): LineDelivery[] => {
    const say = (field: string, refusal: OrderRefusal): LineDelivery[] => {
      refused.push({ row, field, refusal });
      return [];
    };
    const place = line.deliveryLocationId ? places.get(line.deliveryLocationId.toLowerCase()) : defaults.place;
    if (!place) return say('deliveryLocationId', { code: 'LOCATION_NOT_YOURS' });
    const requestedOn = line.requestedOn ?? defaults.requestedOn;
    if (requestedOn < defaults.today) return say('requestedOn', { code: 'DELIVERY_DATE_PAST', today: defaults.today });
    const hours = hoursOf(line);
    if (!hours.ok) return say('windowFrom', hours.refusal);
    const costCenter = trimmed(line.costCenter);
    if (tooLong(costCenter, NAME_MAX)) return say('costCenter', { code: 'COST_CENTER_TOO_LONG', max: NAME_MAX });
    return [
      {
        locationId: place.id,
        placeCode: place.code,
        placeName: `${place.name}, ${place.address}`,
        requestedOn,
        ...hours.value,
        costCenter,
      },
    ];
  });
  return refused.length ? rowsRefused(refused) : accept(delivered);
}

function hoursOf(line: DeliveryCommand): Result<Pick<LineDelivery, 'windowFrom' | 'windowTo'>, OrderRefusal> {
  const [from, to] = [trimmed(line.windowFrom), trimmed(line.windowTo)];
  const [windowFrom, windowTo] = [from && parseHour(from), to && parseHour(to)];
  if ((from && !windowFrom) || (to && !windowTo)) return refuse({ code: 'WINDOW_NOT_AN_HOUR' });
  const sound = checkWindow(windowFrom, windowTo);
  return sound.ok ? accept({ windowFrom, windowTo }) : sound;
}

/** The days an order asks goods for, the soonest first. */
export const daysOf = (lines: readonly Pick<LineDelivery, 'requestedOn'>[]): string[] =>
  [...new Set(lines.map(({ requestedOn }) => requestedOn))].sort();
