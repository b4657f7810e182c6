import {
  type ShipmentState,
  tripLoadState,
  type TripLoadState,
  type TripMemberState,
  tripState,
  type TripState,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type OrganizationRefView, organizationRefSql } from '../../registry/index.js';

export interface TripMemberFacts {
  readonly id: string;
  readonly tripId: string;
  readonly org: OrganizationRefView;
  readonly status: TripMemberState;
  readonly reason: string | null;
}

export interface TripStopFacts {
  readonly id: string;
  readonly tripId: string;
  readonly position: number;
  readonly kind: 'LOAD' | 'UNLOAD';
  readonly orgId: string;
  readonly locationId: string | null;
  readonly placeName: string;
  readonly address: string | null;
  readonly expectedAt: Date | null;
}

export interface TripLoadFacts {
  readonly id: string;
  readonly tripId: string;
  readonly seller: OrganizationRefView;
  readonly buyer: OrganizationRefView;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly loadingStopId: string;
  readonly unloadingStopId: string;
  readonly weightKg: string;
  readonly shipmentId: string | null;
  readonly shipmentNumber: string | null;
  readonly shipmentStatus: Exclude<ShipmentState, 'PACKING'> | null;
  readonly dispatchedAt: Date | null;
  readonly offAt: Date | null;
  readonly state: TripLoadState;
}

/** Everything of a trip, whoever may read which part of it. */
export interface TripFacts {
  readonly id: string;
  readonly number: string;
  readonly opener: OrganizationRefView;
  readonly vehicle: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly departsAt: Date;
  readonly capacityKg: string | null;
  readonly bookedKg: string;
  readonly note: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly isDemo: boolean;
  readonly version: number;
  readonly state: TripState;
  readonly members: readonly TripMemberFacts[];
  readonly stops: readonly TripStopFacts[];
  /** Those that stand, without what left the trip. */
  readonly loads: readonly TripLoadFacts[];
}

type TripRow = Omit<TripFacts, 'state' | 'members' | 'stops' | 'loads'>;

const TRIPS = `select t.id, t.number, ${organizationRefSql('o')} as opener, t.vehicle, t.driver_name as "driverName", t.driver_phone as "driverPhone",
    t.departs_at as "departsAt", t.capacity_kg as "capacityKg", t.booked_kg as "bookedKg", t.note, t.cancelled_at as "cancelledAt",
    t.cancel_reason as "cancelReason", t.is_demo as "isDemo", t.version
  from trip t join organization o on o.id = t.opener_org_id where t.id = any($1) order by t.departs_at desc, t.id desc`;
const MEMBERS = `select m.id, m.trip_id as "tripId", ${organizationRefSql('o')} as org, m.status, m.reason
  from trip_member m join organization o on o.id = m.org_id where m.trip_id = any($1) order by m.id`;
const STOPS = `select id, trip_id as "tripId", position, kind, org_id as "orgId", location_id as "locationId", place_name as "placeName", address,
    expected_at as "expectedAt" from trip_stop where trip_id = any($1) order by position`;
const LOADS = `select l.id, l.trip_id as "tripId", ${organizationRefSql('se')} as seller, ${organizationRefSql('bu')} as buyer, l.order_id as "orderId",
    p.number as "orderNumber", l.loading_stop_id as "loadingStopId", l.unloading_stop_id as "unloadingStopId", l.weight_kg as "weightKg",
    l.shipment_id as "shipmentId", s.number as "shipmentNumber", s.status as "shipmentStatus", s.dispatched_at as "dispatchedAt",
    coalesce(s.arrived_at, (select max(r.received_at) from goods_receipt r where r.shipment_id = s.id and r.status = 'POSTED')) as "offAt"
  from trip_load l join organization se on se.id = l.seller_org_id join organization bu on bu.id = l.buyer_org_id
    join purchase_order p on p.id = l.order_id left join shipment s on s.id = l.shipment_id
  where l.trip_id = any($1) and l.removed_at is null order by l.id`;

/**
 * The trips of these ids, newest departure first, with all that hangs on them, past the walls: a trip's state and its free room come
 * from all its loads, which no reader may see whole. Only `tripFor` may hand parts of it to a reader.
 */
export function tripFacts(tx: Tx, ids: readonly string[]): Promise<TripFacts[]> {
  return asSystem(tx, async () => {
    const trips = await tx.query<TripRow>(TRIPS, [ids]);
    if (trips.length === 0) return [];
    const members = await tx.query<TripMemberFacts>(MEMBERS, [ids]);
    const stops = await tx.query<TripStopFacts>(STOPS, [ids]);
    const loads = (await tx.query<Omit<TripLoadFacts, 'state'>>(LOADS, [ids])).map((load) => ({
      ...load,
      state: tripLoadState(load.shipmentStatus),
    }));
    const of = <T extends { readonly tripId: string }>(rows: readonly T[], id: string) =>
      rows.filter(({ tripId }) => tripId === id);
    return trips.map((trip) => {
      const standing = of(loads, trip.id);
      const state = tripState(
        trip.cancelledAt !== null,
        standing.map((load) => load.state),
      );
      return { ...trip, state, members: of(members, trip.id), stops: of(stops, trip.id), loads: standing };
    });
  });
}

/** NOT_FOUND for a reader who has no part in the trip; else the trip, whose row this transaction holds. */
export async function lockTrip(tx: Tx, id: string): Promise<TripFacts> {
  await tx.one('select id from trip where id = $1', [id]);
  await asSystem(tx, () => tx.query('select id from trip where id = $1 for update', [id]));
  const [trip] = await tripFacts(tx, [id]);
  return trip!;
}
