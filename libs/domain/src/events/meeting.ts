import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const MEETING_STATES = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export type MeetingAction = 'accept' | 'decline' | 'move' | 'cancel';

/** A meeting at a conference: asked for by one side, accepted by the other, which gives it a table and a time. */
export const MEETING_TRANSITIONS: Transitions<MeetingState, MeetingAction> = {
  REQUESTED: { accept: 'ACCEPTED', decline: 'DECLINED', cancel: 'CANCELLED' },
  ACCEPTED: { move: 'ACCEPTED', cancel: 'CANCELLED' },
  DECLINED: {},
  CANCELLED: {},
};

/** A place in the day's plan: minutes since midnight in Việt Nam. */
export interface Slot {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Seat {
  readonly slotId: string;
  readonly tableNo: number;
  readonly orgIds: readonly string[];
}

export type SeatRefusal =
  | { readonly code: 'SLOT_UNKNOWN' }
  | { readonly code: 'TABLE_UNKNOWN'; readonly tables: number }
  | { readonly code: 'TABLE_TAKEN'; readonly free: readonly number[] }
  | { readonly code: 'SIDE_BUSY' };

/** Whether two sides may sit at this table in this slot: a table holds one meeting at a time, and nobody sits at two. */
export function checkSeat(
  wanted: Seat,
  taken: readonly Seat[],
  slots: readonly Slot[],
  tables: number,
): Result<null, SeatRefusal> {
  const slot = slots.find(({ id }) => id === wanted.slotId);
  if (!slot) return refuse({ code: 'SLOT_UNKNOWN' });
  if (!Number.isInteger(wanted.tableNo) || wanted.tableNo < 1 || wanted.tableNo > tables)
    return refuse({ code: 'TABLE_UNKNOWN', tables });
  const overlapping = new Set(
    slots.filter(({ startsAt, endsAt }) => startsAt < slot.endsAt && slot.startsAt < endsAt).map(({ id }) => id),
  );
  const atOnce = taken.filter(({ slotId }) => overlapping.has(slotId));
  if (atOnce.some(({ orgIds }) => orgIds.some((id) => wanted.orgIds.includes(id)))) return refuse({ code: 'SIDE_BUSY' });
  const busyTables = new Set(atOnce.map(({ tableNo }) => tableNo));
  if (!busyTables.has(wanted.tableNo)) return accept(null);
  const free = Array.from({ length: tables }, (_, i) => i + 1).filter((table) => !busyTables.has(table));
  return refuse({ code: 'TABLE_TAKEN', free });
}
