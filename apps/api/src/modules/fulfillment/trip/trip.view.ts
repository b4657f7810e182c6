import { Quantity, quantity, type TripLoadState, type TripMemberState, type TripState } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { OrganizationRefView } from '../../registry/index.js';
import { type OfferedAction, WRONG_ROLE } from '../../ordering/index.js';
import type { TripFacts, TripLoadFacts, TripStopFacts } from './trip-facts.js';
import { tripMessages } from './trip.messages.js';

/** How the reader stands to a trip. WATCHER: the Alliance on a trip of others. */
export const TRIP_ROLES = ['OPENER', 'MEMBER', 'BUYER', 'WATCHER'] as const;
export type TripRole = (typeof TRIP_ROLES)[number];

export interface TripPartView {
  readonly seller: OrganizationRefView;
  readonly weightKg: string;
  readonly state: TripLoadState;
}

export interface TripStopView {
  readonly id: string;
  readonly position: number;
  readonly kind: 'LOAD' | 'UNLOAD';
  readonly placeName: string;
  readonly address: string | null;
  readonly expectedAt: Date | null;
  /** All that is loaded here left, or all that is unloaded here is off; null before. */
  readonly doneAt: Date | null;
  readonly parts: TripPartView[];
}

export interface TripMemberView {
  readonly org: OrganizationRefView;
  readonly status: TripMemberState;
  readonly reason: string | null;
  readonly weightKg: string;
  readonly onBoard: boolean;
}

export interface TripLoadView {
  readonly id: string;
  readonly seller: OrganizationRefView;
  readonly buyer: OrganizationRefView;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly stopId: string;
  readonly placeName: string;
  readonly locationId: string;
  readonly weightKg: string;
  readonly state: TripLoadState;
  readonly shipmentId: string | null;
  readonly shipmentNumber: string | null;
  readonly mayChange: boolean;
}

export interface TripView {
  readonly id: string;
  readonly number: string;
  readonly opener: OrganizationRefView;
  readonly role: TripRole;
  readonly standing: TripMemberState | null;
  readonly state: TripState;
  readonly vehicle: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly departsAt: Date;
  readonly capacityKg: string | null;
  readonly bookedKg: string | null;
  readonly freeKg: string | null;
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly isDemo: boolean;
  readonly version: number;
  readonly stopCount: number;
  readonly members: TripMemberView[];
  readonly stops: TripStopView[];
  readonly loads: TripLoadView[];
  readonly sheetUrl: string;
  readonly availableActions: OfferedAction[];
}

const sum = (loads: readonly TripLoadFacts[]) => Quantity.sum(loads.map(({ weightKg }) => quantity(weightKg))).toDecimalString();

function roleOf(actor: Actor, trip: TripFacts): TripRole {
  if (trip.opener.id === actor.orgId) return 'OPENER';
  if (trip.members.some(({ org }) => org.id === actor.orgId)) return 'MEMBER';
  return actor.orgKind === 'ALLIANCE' ? 'WATCHER' : 'BUYER';
}

/** What of a trip its reader may see: whoever opened it the weights by stop, everybody else only what is its own. */
export function tripFor(actor: Actor, trip: TripFacts): TripView {
  const role = roleOf(actor, trip);
  const seesAll = role === 'OPENER' || role === 'WATCHER';
  const own = trip.loads.filter(({ seller, buyer }) => actor.orgId === seller.id || actor.orgId === buyer.id);
  const mine = trip.members.find(({ org }) => org.id === actor.orgId) ?? null;
  const { members, stops, loads, cancelledAt: _cancelled, ...head } = trip;
  const stopsSeen = stops.filter(
    (stop) =>
      seesAll ||
      stop.orgId === actor.orgId ||
      own.some(({ loadingStopId, unloadingStopId, seller }) =>
        seller.id === actor.orgId ? unloadingStopId === stop.id || loadingStopId === stop.id : unloadingStopId === stop.id,
      ),
  );
  const room = role !== 'BUYER';
  return {
    ...head,
    role,
    standing: mine?.status ?? null,
    capacityKg: room ? head.capacityKg : null,
    bookedKg: room ? head.bookedKg : null,
    freeKg: room && head.capacityKg ? quantity(head.capacityKg).sub(quantity(head.bookedKg)).toDecimalString() : null,
    note: room ? head.note : null,
    stopCount: stops.length,
    members: members
      .filter(({ org }) => seesAll || org.id === actor.orgId)
      .map(({ org, status, reason }) => {
        const theirs = loads.filter(({ seller }) => seller.id === org.id);
        return { org, status, reason, weightKg: sum(theirs), onBoard: theirs.some(({ state }) => state !== 'BOOKED') };
      }),
    stops: stopsSeen.map((stop) => stopView(stop, seesAll ? loads : own, loads)),
    loads: own.map((load) => loadView(actor, trip, load)),
    sheetUrl: `/documents/trips/${trip.id}.pdf`,
    availableActions: actionsOf(actor, trip, role),
  };
}

function stopView(stop: TripStopFacts, seen: readonly TripLoadFacts[], all: readonly TripLoadFacts[]): TripStopView {
  const { id, position, kind, placeName, address, expectedAt } = stop;
  const here = ({ loadingStopId, unloadingStopId }: TripLoadFacts) => (kind === 'LOAD' ? loadingStopId : unloadingStopId) === id;
  const shown = seen.filter(here);
  const whole = seen === all ? all.filter(here) : shown;
  const times = whole.map(({ dispatchedAt, offAt }) => (kind === 'LOAD' ? dispatchedAt : offAt));
  const doneAt =
    times.length > 0 && times.every((at) => at !== null) ? new Date(Math.max(...times.map((at) => at!.getTime()))) : null;
  const sellers = new Map(shown.map(({ seller }) => [seller.id, seller]));
  const parts = [...sellers.values()].map((seller) => {
    const theirs = shown.filter((load) => load.seller.id === seller.id);
    const state = (['BOOKED', 'ON_BOARD', 'OFF'] as const).find((one) => theirs.some((load) => load.state === one))!;
    return { seller, weightKg: sum(theirs), state };
  });
  return { id, position, kind, placeName, address, expectedAt, doneAt, parts };
}

function loadView(actor: Actor, trip: TripFacts, load: TripLoadFacts): TripLoadView {
  const stop = trip.stops.find(({ id }) => id === load.unloadingStopId)!;
  return {
    ...load,
    stopId: stop.id,
    placeName: stop.placeName,
    locationId: stop.locationId!,
    mayChange:
      load.state === 'BOOKED' && trip.state !== 'CANCELLED' && allows(actor, 'trip.ride', { sellerOrgId: load.seller.id }),
  };
}

/** What the reader may do with the trip itself, and why not; what makes no sense any more is left out. */
function actionsOf(actor: Actor, trip: TripFacts, role: TripRole): OfferedAction[] {
  if (trip.state === 'CANCELLED') return [];
  const offered: OfferedAction[] = [];
  const offer = (action: string, allowed: boolean, blocked: string | null = null) => {
    const reason = allowed ? blocked : WRONG_ROLE[actor.locale];
    offered.push({ action, allowed: reason === null, reason });
  };
  const begun = trip.loads.some(({ state }) => state !== 'BOOKED');
  if (role === 'OPENER') {
    const leads = allows(actor, 'trip.lead', { ownerOrgId: trip.opener.id });
    if (trip.state !== 'DONE') {
      offer('tripInvite', leads);
      offer('tripArrange', leads);
    }
    if (trip.state !== 'DONE')
      offer('tripCancel', leads, begun ? tripMessages.TRIP_UNDER_WAY[actor.locale]({ code: 'TRIP_UNDER_WAY' }) : null);
  }
  const mine = trip.members.find(({ org }) => org.id === actor.orgId);
  if (!mine || trip.state === 'DONE') return offered;
  const rides = allows(actor, 'trip.ride', { sellerOrgId: actor.orgId });
  if (mine.status === 'INVITED' || mine.status === 'DECLINED') offer('tripJoin', rides);
  if (mine.status === 'JOINED') offer('tripLoadPut', rides);
  const boarded = trip.loads.some(({ seller, state }) => seller.id === actor.orgId && state !== 'BOOKED');
  if (role === 'MEMBER' && (mine.status === 'INVITED' || mine.status === 'JOINED'))
    offer('tripDecline', rides, boarded ? tripMessages.TRIP_GOODS_ON_BOARD[actor.locale]({ code: 'TRIP_GOODS_ON_BOARD' }) : null);
  return offered;
}
