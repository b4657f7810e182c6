import { placeOfNewStop } from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { TripFacts, TripStopFacts } from './trip-facts.js';
import { TripStop } from './trip-stop.entity.js';

type NewStop = Pick<TripStopFacts, 'kind' | 'orgId' | 'locationId' | 'placeName' | 'address'>;

/** The stop for a place of this trip, made where a new one belongs when there is none. Call under the trip's lock. */
export async function stopFor(tx: Tx, trip: TripFacts, wanted: NewStop): Promise<string> {
  const same = ({ kind, orgId, locationId }: TripStopFacts) =>
    kind === wanted.kind && (kind === 'LOAD' ? orgId === wanted.orgId : locationId === wanted.locationId);
  const [known] = trip.stops.filter(same);
  if (known) return known.id;
  const id = newId();
  const at = placeOfNewStop(trip.stops, wanted.kind);
  await asSystem(tx, async () => {
    await tx.query('update trip_stop set position = position + 1 where trip_id = $1 and position > $2', [trip.id, at]);
    await tx.insert(TripStop, {
      ...wanted,
      id,
      tripId: trip.id,
      openerOrgId: trip.opener.id,
      position: at + 1,
      expectedAt: null,
    });
    await tx.query('update trip set stop_count = stop_count + 1 where id = $1', [trip.id]);
  });
  return id;
}

/** Takes away unloading stops that no standing load goes to, and loading stops of those who no longer ride; the rest closes up. */
export async function closeUpStops(tx: Tx, tripId: string): Promise<void> {
  await asSystem(tx, async () => {
    const gone = await tx.query<{ id: string }>(
      `select s.id from trip_stop s where s.trip_id = $1
         and not exists (select 1 from trip_load l where l.removed_at is null and s.id in (l.loading_stop_id, l.unloading_stop_id))
         and (s.kind = 'UNLOAD' or not exists (select 1 from trip_member m where m.trip_id = s.trip_id and m.org_id = s.org_id
           and m.status in ('INVITED', 'JOINED')))`,
      [tripId],
    );
    if (gone.length === 0) return;
    const ids = gone.map(({ id }) => id);
    // A load that left the trip keeps its order, its weight and who booked it, not the stop.
    await tx.query('update trip_load set unloading_stop_id = null where unloading_stop_id = any($1)', [ids]);
    await tx.query('update trip_load set loading_stop_id = null where loading_stop_id = any($1)', [ids]);
    await tx.query('delete from trip_stop where id = any($1)', [ids]);
    await tx.query(
      `update trip_stop s set position = n.position from (select id, row_number() over (order by position) as position from trip_stop
         where trip_id = $1) n where n.id = s.id and n.position <> s.position`,
      [tripId],
    );
    await tx.query('update trip set stop_count = (select count(*) from trip_stop where trip_id = $1) where id = $1', [tripId]);
  });
}

export interface LoadingPlace {
  readonly locationId: string | null;
  readonly placeName: string;
  readonly address: string | null;
}

/** Where a cooperative's goods stand: its packing house or store, else what it has, else its seat. */
export function loadingPlaceOf(tx: Tx, orgId: string): Promise<LoadingPlace> {
  return tx.one<LoadingPlace>(
    `select l.id as "locationId", coalesce(l.name, o.short_name) as "placeName", coalesce(l.address, o.address) as address
     from organization o left join location l on l.org_id = o.id and l.deactivated_at is null
     where o.id = $1 order by array_position(array['PACKING_HOUSE', 'WAREHOUSE', 'FARM', 'OFFICE', 'DC', 'STORE'], l.kind), l.id limit 1`,
    [orgId],
  );
}
