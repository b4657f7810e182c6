import { Injectable } from '@nestjs/common';
import {
  accept,
  checkRoute,
  nextState,
  normalizePhone,
  Quantity,
  quantity,
  type Refusal,
  refuse,
  type Result,
  TRIP_MEMBER_TRANSITIONS,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import { documentNumber, NAME_MAX, NOTE_MAX, tooLong } from '../../ordering/index.js';
import { lockTrip, tripFacts, type TripFacts } from './trip-facts.js';
import { closeUpStops, loadingPlaceOf, stopFor } from './trip-stops.js';
import type {
  TripArrangeCommand,
  TripCancelCommand,
  TripDropCommand,
  TripInviteCommand,
  TripOpenCommand,
} from './trip.commands.js';
import { Trip } from './trip.entity.js';
import type { TripRefusal } from './trip.messages.js';
import { tripCancelled, tripDropped, tripInvited } from './trip.notices.js';
import { TripMember } from './trip-member.entity.js';

const RIDER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS', 'ENTERPRISE'];
const RIDERS_MAX = 20;
const no = (refusal: TripRefusal) => refuse(refusal);

type TripForm = Pick<Trip, 'vehicle' | 'driverName' | 'driverPhone' | 'departsAt' | 'capacityKg' | 'note'>;

/** Whoever opens a trip leads it: invites, arranges the stops, lets go, cancels. Each answers with the trip's id. */
@Injectable()
export class TripService {
  constructor(private readonly uow: UnitOfWork) {}

  open(actor: Actor, input: TripOpenCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'tripOpen', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'trip.open', { sellerOrgId: actor.orgId });
      const form = checkForm(input, tx.now);
      if (!form.ok) return form;
      const isOfficer = actor.orgKind === 'ALLIANCE';
      if (isOfficer && input.invited.length === 0) return no({ code: 'TRIP_INVITED_MISSING' });
      const id = newId();
      const number = documentNumber('CX', tx.today, await tx.nextNumber('CX'));
      const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [
        actor.orgId,
      ]);
      await tx.insert(Trip, { ...form.value, id, number, openerOrgId: actor.orgId, openedBy: actor.userId, isDemo });
      if (!isOfficer) {
        await tx.insert(TripMember, {
          ...{ id: newId(), tripId: id, orgId: actor.orgId, openerOrgId: actor.orgId, status: 'JOINED' },
          ...{ invitedAt: tx.now, answeredAt: tx.now, answeredBy: actor.userId },
        });
        const [trip] = await tripFacts(tx, [id]);
        await stopFor(tx, trip!, { kind: 'LOAD', orgId: actor.orgId, ...(await loadingPlaceOf(tx, actor.orgId)) });
      }
      const invited = await this.bring(tx, (await tripFacts(tx, [id]))[0]!, input.invited);
      if (!invited.ok) return invited;
      await tx.audit('trip.open', 'trip', id, { number, vehicle: form.value.vehicle, invited: invited.value });
      return accept(id);
    });
  }

  invite(actor: Actor, input: TripInviteCommand): Promise<Result<string, Refusal>> {
    return this.led(actor, 'tripInvite', input, async (tx, trip) => {
      if (input.invited.length === 0) return no({ code: 'TRIP_INVITED_MISSING' });
      const invited = await this.bring(tx, trip, input.invited);
      if (!invited.ok) return invited;
      await tx.audit('trip.invite', 'trip', trip.id, { invited: invited.value });
      return accept(trip.id);
    });
  }

  /** Lets a member go with what it has not brought; what is on board is delivered. */
  drop(actor: Actor, input: TripDropCommand): Promise<Result<string, Refusal>> {
    return this.led(actor, 'tripDrop', input, async (tx, trip) => {
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      const member = trip.members.find(({ org }) => org.id === idOf(input.orgId));
      const moved = member && nextState(TRIP_MEMBER_TRANSITIONS, member.status, 'drop');
      if (!moved?.ok || member!.org.id === trip.opener.id) return no({ code: 'TRIP_ANSWERED' });
      await removeBooked(tx, trip, member!.org.id);
      await asSystem(tx, () =>
        tx.query('update trip_member set status = $2, reason = $3 where id = $1', [member!.id, moved.value, reason.value]),
      );
      await closeUpStops(tx, trip.id);
      await tx.audit('trip.drop', 'trip', trip.id, { orgId: member!.org.id, reason: reason.value });
      const facts = { tripId: trip.id, number: trip.number, reason: reason.value };
      await sendNotice(tx, tripDropped, { orgId: member!.org.id, key: `${member!.id}-${trip.version}`, facts });
      return accept(trip.id);
    });
  }

  arrange(actor: Actor, input: TripArrangeCommand): Promise<Result<string, Refusal>> {
    return this.led(actor, 'tripArrange', input, async (tx, trip) => {
      if (trip.version !== input.version) return versionConflict(trip.version);
      const kinds = new Map(trip.stops.map(({ id, kind }) => [id, kind]));
      const wanted = input.stops.map(({ id, expectedAt }) => ({
        ...{ id: id.toLowerCase(), kind: kinds.get(id.toLowerCase()) ?? ('LOAD' as const) },
        expectedAt: expectedAt?.getTime() ?? null,
      }));
      const legs = trip.loads.map(({ loadingStopId: from, unloadingStopId: to }) => ({ from, to }));
      const route = checkRoute([...kinds.keys()], wanted, legs);
      if (!route.ok) return route;
      const early = wanted.findIndex(({ expectedAt }) => expectedAt !== null && expectedAt < trip.departsAt.getTime());
      if (early >= 0) return no({ code: 'TRIP_TIMES_FALL', position: early + 1 });
      await tx.query(
        `update trip_stop s set position = w.position, expected_at = w.expected_at
         from jsonb_to_recordset($2::jsonb) as w(id uuid, position int, expected_at timestamptz) where w.id = s.id and s.trip_id = $1`,
        [
          trip.id,
          JSON.stringify(
            wanted.map(({ id, expectedAt }, index) => ({
              ...{ id, position: index + 1 },
              expected_at: expectedAt === null ? null : new Date(expectedAt).toISOString(),
            })),
          ),
        ],
      );
      await tx.updateVersioned(Trip, trip.id, trip.version, {});
      await tx.audit('trip.arrange', 'trip', trip.id, { stops: wanted.map(({ id }) => id) });
      return accept(trip.id);
    });
  }

  /** Before the first goods left; the loads lose their vehicle, and whoever joined or was invited is told. */
  cancel(actor: Actor, input: TripCancelCommand): Promise<Result<string, Refusal>> {
    return this.led(actor, 'tripCancel', input, async (tx, trip) => {
      if (trip.version !== input.version) return versionConflict(trip.version);
      if (trip.state !== 'PLANNED') return no({ code: 'TRIP_UNDER_WAY' });
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      await removeBooked(tx, trip, null);
      await tx.updateVersioned(Trip, trip.id, trip.version, { cancelledAt: tx.now, cancelReason: reason.value });
      await tx.audit('trip.cancel', 'trip', trip.id, { reason: reason.value });
      for (const { org, status } of trip.members) {
        if (org.id === actor.orgId || (status !== 'JOINED' && status !== 'INVITED')) continue;
        const facts = { tripId: trip.id, number: trip.number, reason: reason.value };
        await sendNotice(tx, tripCancelled, { orgId: org.id, key: trip.id, facts });
      }
      return accept(trip.id);
    });
  }

  /** An act of whoever opened the trip, under its lock, as long as it is neither cancelled nor done. */
  private led(
    actor: Actor,
    operation: string,
    input: { readonly clientKey: string; readonly id: string },
    act: (tx: Tx, trip: TripFacts) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const trip = await lockTrip(tx, idOf(input.id));
      assertMay(actor, 'trip.lead', { ownerOrgId: trip.opener.id });
      return endOf(trip) ?? act(tx, trip);
    });
  }

  private async bring(tx: Tx, trip: TripFacts, asked: readonly string[]): Promise<Result<string[], TripRefusal>> {
    const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
    const found = await tx.query<{ id: string; name: string }>(
      `select id, short_name as name from organization where id = any($1) and status = 'ACTIVE' and kind = any($2) order by id`,
      [ids.filter(isUuid), RIDER_KINDS],
    );
    if (found.length !== ids.length) return no({ code: 'TRIP_INVITED_UNKNOWN' });
    const again = (id: string) => trip.members.find(({ org }) => org.id === id);
    for (const { id, name } of found) {
      const known = again(id);
      if (known && !nextState(TRIP_MEMBER_TRANSITIONS, known.status, 'invite').ok)
        return no({ code: 'TRIP_INVITED_ALREADY', name });
    }
    const riding = trip.members.filter(({ status }) => status === 'INVITED' || status === 'JOINED').length;
    if (riding + found.length > RIDERS_MAX) return no({ code: 'TRIP_TOO_MANY', max: RIDERS_MAX });
    for (const { id: orgId } of found) {
      const known = again(orgId);
      const memberId = known?.id ?? newId();
      if (known)
        await tx.query(
          `update trip_member set status = 'INVITED', reason = null, invited_at = $2, answered_at = null, answered_by = null where id = $1`,
          [memberId, tx.now],
        );
      else
        await tx.insert(TripMember, {
          ...{ id: memberId, tripId: trip.id, orgId, openerOrgId: trip.opener.id, status: 'INVITED', invitedAt: tx.now },
        });
      const facts = {
        ...{ tripId: trip.id, number: trip.number, vehicle: trip.vehicle },
        departsAt: trip.departsAt.toISOString(),
      };
      await sendNotice(tx, tripInvited, { orgId, key: `${memberId}-${tx.now.getTime()}`, facts });
    }
    return accept(found.map(({ id }) => id));
  }
}

/** Takes what is not on board off the trip: of one seller, or all. Leaves the stops as they are. */
export async function removeBooked(tx: Tx, trip: TripFacts, sellerOrgId: string | null): Promise<void> {
  const off = trip.loads.filter(({ seller, state }) => state === 'BOOKED' && (!sellerOrgId || seller.id === sellerOrgId));
  if (off.length > 0) await takeOff(tx, trip, off);
}

/** Loads leave the truck, and their weight is free again. */
export async function takeOff(tx: Tx, trip: TripFacts, off: TripFacts['loads']): Promise<void> {
  const less = Quantity.sum(off.map(({ weightKg }) => quantity(weightKg)));
  await asSystem(tx, async () => {
    await tx.query('update trip_load set removed_at = $2 where id = any($1)', [off.map(({ id }) => id), tx.now]);
    await tx.query('update trip set booked_kg = booked_kg - $2 where id = $1', [trip.id, less.toDecimalString()]);
  });
}

function checkForm(input: TripOpenCommand, now: Date): Result<TripForm, TripRefusal> {
  const vehicle = tidyLine(input.vehicle)?.toUpperCase() ?? null;
  const driverName = tidyLine(input.driverName);
  const note = tidyText(input.note);
  if (!vehicle) return no({ code: 'TRIP_VEHICLE_MISSING' });
  if (!driverName) return no({ code: 'TRIP_DRIVER_MISSING' });
  for (const [field, text, max] of [
    ['vehicle', vehicle, NAME_MAX],
    ['driverName', driverName, NAME_MAX],
    ['note', note, NOTE_MAX],
  ] as const)
    if (tooLong(text, max)) return no({ code: 'TRIP_TEXT_TOO_LONG', field, max });
  const phone = normalizePhone(input.driverPhone);
  if (!phone.ok) return no({ code: 'TRIP_PHONE_NOT_VALID' });
  if (input.departsAt < now) return no({ code: 'TRIP_DEPARTS_PAST' });
  const capacity = input.capacityKg == null ? null : quantity(input.capacityKg);
  if (capacity && !capacity.isPositive) return no({ code: 'TRIP_CAPACITY_NOT_POSITIVE' });
  const driverPhone = input.driverPhone.trim();
  return accept({
    ...{ vehicle, driverName, driverPhone, note },
    departsAt: input.departsAt,
    capacityKg: capacity?.toDecimalString() ?? null,
  });
}

/** Why nothing can be done on a trip any more; null while something can. */
export function endOf({ state }: TripFacts): Result<never, TripRefusal> | null {
  if (state === 'CANCELLED') return no({ code: 'TRIP_CANCELLED' });
  return state === 'DONE' ? no({ code: 'TRIP_DONE' }) : null;
}

export function reasonOf(text: string | null | undefined): Result<string, TripRefusal> {
  const reason = tidyText(text);
  if (!reason) return no({ code: 'TRIP_REASON_MISSING' });
  return tooLong(reason, NOTE_MAX) ? no({ code: 'TRIP_TEXT_TOO_LONG', field: 'reason', max: NOTE_MAX }) : accept(reason);
}
