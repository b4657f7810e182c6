import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

/** A shared truck of a trade's seller with room held for its order, with words that nobody else may read. */
export async function tripSecrets(
  api: TestApi,
  trade: Trade,
  word: string,
): Promise<{ trip: string; tripMember: string; tripStop: string; tripLoad: string }> {
  const ids = { trip: newId(), tripMember: newId(), tripStop: newId(), tripLoad: newId() };
  const unloading = newId();
  const [seller, buyer] = [trade.seller.id, trade.buyer.id];
  await api.sql(
    `insert into trip (id, number, opener_org_id, vehicle, driver_name, driver_phone, departs_at, booked_kg, stop_count, note, opened_by)
     values ($1, $5, $2, $3, $3, '0912345678', now() + interval '1 day', 10, 2, $3, $4)`,
    [ids.trip, seller, word, trade.director.userId, `CX-${ids.trip}`],
  );
  await api.sql(
    `insert into trip_member (id, trip_id, org_id, opener_org_id, status, invited_at) values ($1, $2, $3, $3, 'JOINED', now())`,
    [ids.tripMember, ids.trip, seller],
  );
  await api.sql(
    `insert into trip_stop (id, trip_id, opener_org_id, position, kind, org_id, location_id, place_name)
     values ($1, $3, $4, 1, 'LOAD', $4, null, $6), ($2, $3, $4, 2, 'UNLOAD', $5, $7, $6)`,
    [ids.tripStop, unloading, ids.trip, seller, buyer, word, trade.locationId],
  );
  await api.sql(
    `insert into trip_load (id, trip_id, seller_org_id, buyer_org_id, order_id, loading_stop_id, unloading_stop_id, weight_kg, booked_by, booked_at)
     values ($1, $2, $3, $4, $5, $6, $7, 10, $8, now())`,
    [ids.tripLoad, ids.trip, seller, buyer, trade.orderId, ids.tripStop, unloading, trade.director.userId],
  );
  return ids;
}
