import { Injectable } from '@nestjs/common';
import {
  accept,
  checkBoarding,
  checkTripBooking,
  dispatchableQty,
  nextState,
  Quantity,
  quantity,
  type Refusal,
  refuse,
  type Result,
  TRIP_MEMBER_TRANSITIONS,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import { type LockedLine, type LockedOrder, NAME_MAX, NOTE_MAX, OrderBook, tooLong } from '../../ordering/index.js';
import { lockTrip, type TripFacts } from './trip-facts.js';
import { closeUpStops, loadingPlaceOf, stopFor } from './trip-stops.js';
import type { TripAnswerCommand, TripLoadPutCommand, TripLoadRemoveCommand } from './trip.commands.js';
import type { TripRefusal } from './trip.messages.js';
import { tripAnswered } from './trip.notices.js';
import { endOf, removeBooked, takeOff } from './trip.service.js';
import { TripLoad } from './trip-load.entity.js';

const no = (refusal: TripRefusal) => refuse(refusal);

/** What goods on a shared truck take over from it. */
export interface Boarding {
  readonly vehicle: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly loadIds: readonly string[];
}

/** Each cooperative answers for itself and puts its own goods on the truck. Locks an order before the trip, as dispatch does. */
@Injectable()
export class TripRideService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
  ) {}

  answer(actor: Actor, input: TripAnswerCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'tripAnswer', clientKey: input.clientKey, input }, async (tx) => {
      const trip = await lockTrip(tx, idOf(input.id));
      const member = ownStanding(actor, trip);
      const ended = endOf(trip);
      if (ended) return ended;
      const moved = nextState(TRIP_MEMBER_TRANSITIONS, member.status, input.join ? 'join' : 'decline');
      if (!moved.ok || (!input.join && trip.opener.id === actor.orgId)) return no({ code: 'TRIP_ANSWERED' });
      const place = tidyLine(input.place);
      const reason = input.join ? null : tidyText(input.reason);
      if (tooLong(place, NAME_MAX)) return no({ code: 'TRIP_TEXT_TOO_LONG', field: 'place', max: NAME_MAX });
      if (tooLong(reason, NOTE_MAX)) return no({ code: 'TRIP_TEXT_TOO_LONG', field: 'reason', max: NOTE_MAX });
      if (!input.join && trip.loads.some(({ seller, state }) => seller.id === actor.orgId && state !== 'BOOKED'))
        return no({ code: 'TRIP_GOODS_ON_BOARD' });
      await tx.query('update trip_member set status = $2, reason = $3, answered_at = $4, answered_by = $5 where id = $1', [
        ...[member.id, moved.value, reason, tx.now, actor.userId],
      ]);
      if (input.join) {
        const own = await loadingPlaceOf(tx, actor.orgId);
        const at = place ? { locationId: null, placeName: place, address: null } : own;
        await stopFor(tx, trip, { kind: 'LOAD', orgId: actor.orgId, ...at });
      } else {
        await removeBooked(tx, trip, actor.orgId);
        await closeUpStops(tx, trip.id);
      }
      await tx.audit(input.join ? 'trip.join' : 'trip.decline', 'trip', trip.id, { reason });
      const facts = { tripId: trip.id, number: trip.number, joined: input.join };
      await sendNotice(tx, tripAnswered, { orgId: trip.opener.id, key: `${member.id}-${tx.now.getTime()}`, facts });
      return accept(trip.id);
    });
  }

  /** Holds room for what an order sends to one place, or changes how much. */
  put(actor: Actor, input: TripLoadPutCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'tripLoadPut', clientKey: input.clientKey, input }, async (tx) => {
      const order = await this.orders.forShipment(tx, idOf(input.orderId));
      const trip = await lockTrip(tx, idOf(input.id));
      const member = ownStanding(actor, trip);
      assertMay(actor, 'shipment.dispatch', order);
      const ended = endOf(trip);
      if (ended) return ended;
      if (member.status !== 'JOINED') return no({ code: 'TRIP_NOT_JOINED' });
      const open = this.orders.mayDispatch(order);
      if (!open.ok) return open;
      const line = order.lines.find(
        (one) => one.locationId === input.locationId.toLowerCase() && dispatchableQty(one).isPositive,
      );
      if (!line) return no({ code: 'TRIP_NOTHING_TO_CARRY' });
      const held = bookedOf(trip, order.id).find(({ locationId }) => locationId === line.locationId);
      const asked = quantity(input.weightKg);
      const capacity = trip.capacityKg === null ? null : quantity(trip.capacityKg);
      const booked = checkTripBooking({ capacity, booked: quantity(trip.bookedKg) }, held?.weight ?? Quantity.ZERO, asked);
      if (!booked.ok) return booked;
      const kg = asked.toDecimalString();
      if (held) await tx.query('update trip_load set weight_kg = $2 where id = $1', [held.id, kg]);
      else await this.book(tx, actor, trip, order, line, kg);
      await asSystem(tx, () =>
        tx.query('update trip set booked_kg = $2 where id = $1', [trip.id, booked.value.toDecimalString()]),
      );
      await tx.audit('trip.load', 'trip', trip.id, { orderId: order.id, place: line.placeName, weightKg: kg });
      return accept(trip.id);
    });
  }

  /** Goods leave the trip before they are dispatched. */
  remove(actor: Actor, input: TripLoadRemoveCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'tripLoadRemove', clientKey: input.clientKey, input }, async (tx) => {
      const trip = await lockTrip(tx, idOf(input.id));
      ownStanding(actor, trip);
      const load = trip.loads.find(({ id, seller }) => id === idOf(input.loadId) && seller.id === actor.orgId);
      if (load?.state !== 'BOOKED') return no({ code: 'TRIP_LOAD_LEFT' });
      await takeOff(tx, trip, [load]);
      await closeUpStops(tx, trip.id);
      await tx.audit('trip.unload', 'trip', trip.id, { orderId: load.orderId, weightKg: load.weightKg });
      return accept(trip.id);
    });
  }

  /** What a shipment of this order takes from the trip it goes on; the caller saves it with the loads it fills. */
  async board(
    tx: Tx,
    order: LockedOrder,
    tripId: string,
    sent: readonly { readonly line: LockedLine; readonly qty: Quantity }[],
  ): Promise<Result<Boarding, TripRefusal>> {
    const trip = await lockTrip(tx, idOf(tripId));
    if (trip.state === 'CANCELLED') return no({ code: 'TRIP_CANCELLED' });
    const lines = sent.map(({ line: { locationId, placeName, baseUnit }, qty }) => ({ locationId, placeName, baseUnit, qty }));
    const boarded = checkBoarding(bookedOf(trip, order.id), lines);
    if (!boarded.ok) return boarded;
    const { vehicle, driverName, driverPhone } = trip;
    return accept({ vehicle, driverName, driverPhone, loadIds: boarded.value.map(({ id }) => id) });
  }

  async boarded(tx: Tx, shipmentId: string, loadIds: readonly string[]): Promise<void> {
    await tx.query('update trip_load set shipment_id = $1 where id = any($2)', [shipmentId, loadIds]);
  }

  private async book(tx: Tx, actor: Actor, trip: TripFacts, order: LockedOrder, line: LockedLine, kg: string): Promise<void> {
    const place = await asSystem(tx, () =>
      tx.one<{ placeName: string; address: string }>('select name as "placeName", address from location where id = $1', [
        line.locationId,
      ]),
    );
    const loadingStopId = trip.stops.find(({ kind, orgId }) => kind === 'LOAD' && orgId === actor.orgId)!.id;
    const unloadingStopId = await stopFor(tx, trip, {
      ...{ kind: 'UNLOAD', orgId: order.buyerOrgId, locationId: line.locationId },
      ...place,
    });
    await tx.insert(TripLoad, {
      ...{ id: newId(), tripId: trip.id, sellerOrgId: order.sellerOrgId, buyerOrgId: order.buyerOrgId, orderId: order.id },
      ...{ loadingStopId, unloadingStopId, weightKg: kg, bookedBy: actor.userId, bookedAt: tx.now },
    });
  }
}

/** NOT_FOUND for whoever was not invited: what others carry is none of its business. */
function ownStanding(actor: Actor, trip: TripFacts) {
  const member = trip.members.find(({ org }) => org.id === actor.orgId);
  if (!member) throw new NotFoundError();
  assertMay(actor, 'trip.ride', { sellerOrgId: member.org.id });
  return member;
}

/** The booked loads of one order, with their places. */
const bookedOf = (trip: TripFacts, orderId: string) =>
  trip.loads.flatMap(({ id, orderId: of, state, weightKg, unloadingStopId }) => {
    if (of !== orderId || state !== 'BOOKED') return [];
    const stop = trip.stops.find((one) => one.id === unloadingStopId)!;
    return [{ id, locationId: stop.locationId!, placeName: stop.placeName, weight: quantity(weightKg) }];
  });
