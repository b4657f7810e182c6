import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { tripFacts } from './trip-facts.js';
import { tripFor, type TripView } from './trip.view.js';

/** Goods of an order that wait to be sent to one place. */
export interface TripCargoView {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly locationId: string;
  readonly placeName: string;
  readonly neededOn: string;
  /** What is sold by the kilogram and has not left. */
  readonly openKg: string;
  readonly otherLines: number;
}

/** Room that an order holds on a trip. */
export interface OrderTripView {
  readonly tripId: string;
  readonly number: string;
  readonly vehicle: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly departsAt: Date;
  readonly placeName: string;
  readonly locationId: string;
  readonly weightKg: string;
  readonly expectedAt: Date | null;
}

/** What a shipment says of the truck it shares. */
export interface ShipmentTripView {
  readonly id: string;
  readonly number: string;
  readonly position: number;
  readonly stopCount: number;
  readonly placeName: string;
  readonly expectedAt: Date | null;
  readonly others: { readonly id: string; readonly number: string; readonly sellerName: string; readonly waits: boolean }[];
}

const OPEN_QTY = 'l.confirmed_qty - l.dispatched_qty';

@Injectable()
export class TripQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** NOT_FOUND for a reader who has no part in it. */
  byId(actor: Actor, id: string): Promise<TripView> {
    return this.uow.read(actor, async (tx) => {
      const { id: known } = await tx.one<{ id: string }>('select id from trip where id = $1', [idOf(id)]);
      const [trip] = await tripFacts(tx, [known]);
      if (!trip) throw new NotFoundError();
      return tripFor(actor, trip);
    });
  }

  /** Of the reader's side, latest departure first; the Alliance sees all. */
  page(actor: Actor, first: number | null, after: string | null): Promise<Connection<TripView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 2);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `select id from trip where ($1::timestamptz is null or (departs_at, id) < ($1, $2)) order by departs_at desc, id desc limit ${size + 1}`,
        cursor ? [cursor[0], idOf(cursor[1]!)] : [null, null],
      );
      const facts = await tripFacts(
        tx,
        rows.map(({ id }) => id),
      );
      return toConnection(
        facts.map((trip) => tripFor(actor, trip)),
        size,
        (trip) => trip,
        ({ departsAt, id }) => encodeCursor(departsAt, id),
        () =>
          this.uow.read(actor, async (counting) => (await counting.one<{ n: number }>('select count(*)::int as n from trip')).n),
      );
    });
  }

  /** The reader's own confirmed goods by order and place, as they may be put on a trip; what is needed first comes first. */
  cargo(actor: Actor): Promise<TripCargoView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<TripCargoView>(
        `select o.id as "orderId", o.number as "orderNumber", b.short_name as "buyerName", l.location_id as "locationId",
           min(l.place_name) as "placeName", min(coalesce(l.promised_on, l.requested_on)) as "neededOn",
           coalesce(sum(${OPEN_QTY}) filter (where l.base_unit = 'kg'), 0)::text as "openKg",
           count(*) filter (where l.base_unit <> 'kg')::int as "otherLines"
         from purchase_order o join order_line l on l.order_id = o.id join organization b on b.id = o.buyer_org_id
         where o.seller_org_id = $1 and o.status in ('CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART') and ${OPEN_QTY} > 0
         group by o.id, b.short_name, l.location_id order by 6, o.id, l.location_id limit 100`,
        [actor.orgId],
      ),
    );
  }

  /** For the seller: on which trips room is held for an order's goods that have not left. */
  ofOrder(actor: Actor, orderId: string): Promise<OrderTripView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<OrderTripView>(
        `select t.id as "tripId", t.number, t.vehicle, t.driver_name as "driverName", t.driver_phone as "driverPhone", t.departs_at as "departsAt",
           s.place_name as "placeName", s.location_id as "locationId", l.weight_kg as "weightKg", s.expected_at as "expectedAt"
         from trip_load l join trip t on t.id = l.trip_id join trip_stop s on s.id = l.unloading_stop_id
         where l.order_id = $1 and l.seller_org_id = $2 and l.shipment_id is null and l.removed_at is null and t.cancelled_at is null
         order by t.departs_at, t.id, s.position`,
        [idOf(orderId), actor.orgId],
      ),
    );
  }
}

/** The shared trucks of these shipments, by shipment, with what else of the same buyer the reader may see on them. */
export async function tripsOfShipments(tx: Tx, shipmentIds: readonly string[]): Promise<ReadonlyMap<string, ShipmentTripView>> {
  const rows = await tx.query<ShipmentTripView & { shipmentId: string }>(
    `select distinct on (l.shipment_id) l.shipment_id as "shipmentId", t.id, t.number, s.position, t.stop_count as "stopCount",
       s.place_name as "placeName", s.expected_at as "expectedAt",
       coalesce((select json_agg(json_build_object('id', d.id, 'number', d.number, 'sellerName', q.short_name,
           'waits', d.status in ('DISPATCHED', 'ARRIVED')) order by d.number)
         from shipment d join organization q on q.id = d.seller_org_id
         where d.buyer_org_id = l.buyer_org_id and d.id <> l.shipment_id
           and exists (select 1 from trip_load k where k.shipment_id = d.id and k.trip_id = l.trip_id)), '[]') as others
     from trip_load l join trip t on t.id = l.trip_id join trip_stop s on s.id = l.unloading_stop_id
     where l.shipment_id = any($1) order by l.shipment_id, s.position`,
    [shipmentIds],
  );
  return new Map(rows.map(({ shipmentId, ...trip }) => [shipmentId, trip]));
}
