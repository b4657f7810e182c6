import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const TRIP_STATES = ['PLANNED', 'LOADING', 'ON_THE_ROAD', 'DONE', 'CANCELLED'] as const;
export type TripState = (typeof TRIP_STATES)[number];

/** BOOKED: room is held. ON_BOARD: its shipment left. OFF: handed over, counted, or come back. */
export const TRIP_LOAD_STATES = ['BOOKED', 'ON_BOARD', 'OFF'] as const;
export type TripLoadState = (typeof TRIP_LOAD_STATES)[number];

export const TRIP_MEMBER_STATES = ['INVITED', 'JOINED', 'DECLINED', 'DROPPED'] as const;
export type TripMemberState = (typeof TRIP_MEMBER_STATES)[number];
export type TripMemberAction = 'invite' | 'join' | 'decline' | 'drop';

/** Whoever opened the trip invites and drops; each cooperative joins and leaves for itself. */
export const TRIP_MEMBER_TRANSITIONS: Transitions<TripMemberState, TripMemberAction> = {
  INVITED: { join: 'JOINED', decline: 'DECLINED', drop: 'DROPPED' },
  JOINED: { decline: 'DECLINED', drop: 'DROPPED' },
  DECLINED: { invite: 'INVITED', join: 'JOINED', drop: 'DROPPED' },
  DROPPED: { invite: 'INVITED' },
};

/** What a load is, from its shipment alone: nobody types it. null: not dispatched yet. */
export const tripLoadState = (shipment: 'DISPATCHED' | 'ARRIVED' | 'RECEIVED' | 'RETURNED' | null): TripLoadState =>
  shipment === null ? 'BOOKED' : shipment === 'DISPATCHED' ? 'ON_BOARD' : 'OFF';

/** The trip's state, from its standing loads. A trip on which nothing was booked stays planned. */
export function tripState(cancelled: boolean, loads: readonly TripLoadState[]): TripState {
  if (cancelled) return 'CANCELLED';
  if (loads.every((load) => load === 'BOOKED')) return 'PLANNED';
  if (loads.includes('BOOKED')) return 'LOADING';
  return loads.includes('ON_BOARD') ? 'ON_THE_ROAD' : 'DONE';
}

export type TripBookingRefusal =
  | { readonly code: 'TRIP_WEIGHT_NOT_POSITIVE' }
  | { readonly code: 'TRIP_FULL'; readonly asked: Quantity; readonly free: Quantity };

/**
 * Kilograms booked on the truck once one load weighs `asked` instead of `before` (zero for a new load).
 * `capacity` null: nobody said how much the truck carries. What was on board never makes room by being unloaded on the way.
 */
export function checkTripBooking(
  truck: { readonly capacity: Quantity | null; readonly booked: Quantity },
  before: Quantity,
  asked: Quantity,
): Result<Quantity, TripBookingRefusal> {
  if (!asked.isPositive) return refuse({ code: 'TRIP_WEIGHT_NOT_POSITIVE' });
  const others = truck.booked.sub(before);
  const booked = others.add(asked);
  return truck.capacity && booked.compare(truck.capacity) > 0
    ? refuse({ code: 'TRIP_FULL', asked, free: Quantity.max(Quantity.ZERO, truck.capacity.sub(others)) })
    : accept(booked);
}

export interface RouteStop {
  readonly id: string;
  readonly kind: 'LOAD' | 'UNLOAD';
  /** Milliseconds since the epoch; null: not said. */
  readonly expectedAt: number | null;
}

/** Goods go from one stop to a later one. */
export interface RouteLeg {
  readonly from: string;
  readonly to: string;
}

export type RouteRefusal =
  | { readonly code: 'TRIP_STOPS_DIFFER' }
  /** 1-based place in the wanted order of the stop that comes before its goods are loaded. */
  | { readonly code: 'TRIP_UNLOADS_FIRST'; readonly position: number }
  | { readonly code: 'TRIP_TIMES_FALL'; readonly position: number };

/** Whether stops may be driven in this order: the same stops, each load taken before it is given, and no stop before an earlier one. */
export function checkRoute(
  known: readonly string[],
  wanted: readonly RouteStop[],
  legs: readonly RouteLeg[],
): Result<readonly RouteStop[], RouteRefusal> {
  const at = new Map(wanted.map(({ id }, index) => [id, index]));
  if (wanted.length !== known.length || at.size !== wanted.length || !known.every((id) => at.has(id)))
    return refuse({ code: 'TRIP_STOPS_DIFFER' });
  const early = legs.filter(({ from, to }) => at.get(to)! < at.get(from)!).map(({ to }) => at.get(to)!);
  if (early.length > 0) return refuse({ code: 'TRIP_UNLOADS_FIRST', position: Math.min(...early) + 1 });
  let last = -Infinity;
  for (const [index, { expectedAt }] of wanted.entries()) {
    if (expectedAt === null) continue;
    if (expectedAt < last) return refuse({ code: 'TRIP_TIMES_FALL', position: index + 1 });
    last = expectedAt;
  }
  return accept(wanted);
}

/** Where a new stop goes: loading before the first unloading, unloading at the end. 0-based. */
export function placeOfNewStop(stops: readonly { readonly kind: 'LOAD' | 'UNLOAD' }[], kind: 'LOAD' | 'UNLOAD'): number {
  const firstUnload = stops.findIndex((stop) => stop.kind === 'UNLOAD');
  return kind === 'UNLOAD' || firstUnload < 0 ? stops.length : firstUnload;
}

export interface BoardingLoad {
  readonly id: string;
  readonly locationId: string;
  readonly placeName: string;
  /** Kilograms held for it. */
  readonly weight: Quantity;
}

export interface BoardingLine {
  readonly locationId: string;
  readonly placeName: string;
  readonly baseUnit: string;
  readonly qty: Quantity;
}

export type BoardingRefusal =
  | { readonly code: 'TRIP_STOP_MISSING'; readonly place: string }
  | { readonly code: 'TRIP_LOAD_OVER'; readonly place: string; readonly booked: Quantity; readonly loading: Quantity };

/**
 * Which booked loads of one order go on board with these lines: every line needs a load to its place, and what is sold by the
 * kilogram may not weigh more than was held for it. Goods sold by the piece stand on the weight their seller gave.
 */
export function checkBoarding(
  loads: readonly BoardingLoad[],
  lines: readonly BoardingLine[],
): Result<readonly BoardingLoad[], BoardingRefusal> {
  const boarded = new Set<BoardingLoad>();
  for (const line of lines) {
    const load = loads.find(({ locationId }) => locationId === line.locationId);
    if (!load) return refuse({ code: 'TRIP_STOP_MISSING', place: line.placeName });
    boarded.add(load);
  }
  for (const load of boarded) {
    const kilograms = lines.filter(({ locationId, baseUnit }) => locationId === load.locationId && baseUnit === 'kg');
    const loading = Quantity.sum(kilograms.map(({ qty }) => qty));
    if (loading.compare(load.weight) > 0)
      return refuse({ code: 'TRIP_LOAD_OVER', place: load.placeName, booked: load.weight, loading });
  }
  return accept([...boarded]);
}
