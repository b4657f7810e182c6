import { Injectable } from '@nestjs/common';
import {
  accept,
  checkSeat,
  MEETING_TRANSITIONS,
  type MeetingAction,
  type MeetingState,
  nextState,
  quantity,
  type Refusal,
  refuse,
  type Result,
  type Seat,
  type Slot,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import type { ConferenceRefusal } from './conference.messages.js';
import { meetingAccepted, meetingDeclined, meetingRequested, slipLeft } from './conference.notices.js';
import { InterestSlip } from './interest-slip.entity.js';
import { Meeting } from './meeting.entity.js';

export interface MeetingRequest {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly toOrgId: string;
  readonly wish?: string | null;
}

export interface MeetingStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export interface MeetingPlace extends MeetingStep {
  readonly slotId: string;
  readonly tableNo: number;
}

export interface LeaveSlip {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly position: number;
  readonly goods: string;
  readonly qty?: string | null;
  readonly unit?: string | null;
  readonly note?: string | null;
}

interface LockedMeeting {
  readonly id: string;
  readonly eventId: string;
  readonly eventTitle: string;
  readonly eventCode: string;
  readonly fromOrgId: string;
  readonly toOrgId: string;
  readonly status: MeetingState;
  readonly version: number;
  readonly tableCount: number | null;
}

const no = (refusal: ConferenceRefusal) => refuse(refusal);

/** Meetings before the day and slips on it: what delegates do from a phone. */
@Injectable()
export class MeetingService {
  constructor(private readonly uow: UnitOfWork) {}

  request(actor: Actor, input: MeetingRequest): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'meetingRequest', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'meeting.ask', { ownerOrgId: actor.orgId });
      const [event] = await tx.query<{ id: string; title: string; heldOn: string }>(
        'select id, title, held_on as "heldOn" from event where code = $1',
        [input.eventCode],
      );
      if (!event) return no({ code: 'EVENT_UNKNOWN' });
      if (event.heldOn < tx.today) return no({ code: 'EVENT_OVER' });
      const toOrgId = idOf(input.toOrgId);
      if (toOrgId === actor.orgId) return no({ code: 'MEETING_WITH_ITSELF' });
      await tx.one(`select 1 from organization where id = $1 and status = 'ACTIVE'`, [toOrgId]);
      const wish = tidyText(input.wish)?.slice(0, 500) ?? null;
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('meetings:' || $1, 0))`, [event.id]);
      const [open] = await tx.query(
        `select 1 from meeting where event_id = $1 and status in ('REQUESTED','ACCEPTED') and (from_org_id, to_org_id) in (($2, $3), ($3, $2))`,
        [event.id, actor.orgId, toOrgId],
      );
      if (open) return no({ code: 'MEETING_ALREADY_ASKED' });
      const id = newId();
      await tx.insert(Meeting, { id, eventId: event.id, fromOrgId: actor.orgId, toOrgId, wish, requestedBy: actor.userId });
      await tx.audit('meeting.request', 'meeting', id, { toOrgId });
      await sendNotice(tx, meetingRequested, { orgId: toOrgId, facts: { event: input.eventCode, title: event.title }, key: id });
      return accept(id);
    });
  }

  /** The asked side gives the meeting a table and a time that are both free for both; the Alliance may do it for it. */
  accept(actor: Actor, input: MeetingPlace): Promise<Result<string, Refusal>> {
    return this.step(actor, 'accept', input, async (tx, meeting) => {
      const seated = await this.seat(tx, meeting, input);
      if (!seated.ok) return seated;
      await sendNotice(tx, meetingAccepted, {
        orgId: meeting.fromOrgId,
        facts: { event: meeting.eventCode, title: meeting.eventTitle, table: input.tableNo },
        key: meeting.id,
      });
      return seated;
    });
  }

  move(actor: Actor, input: MeetingPlace): Promise<Result<string, Refusal>> {
    return this.step(actor, 'move', input, async (tx, meeting) => {
      const seated = await this.seat(tx, meeting, input);
      if (!seated.ok) return seated;
      const facts = { event: meeting.eventCode, title: meeting.eventTitle, table: input.tableNo };
      for (const orgId of [meeting.fromOrgId, meeting.toOrgId])
        await sendNotice(tx, meetingAccepted, { orgId, facts, key: `${meeting.id}-${meeting.version}` });
      return seated;
    });
  }

  decline(actor: Actor, input: MeetingStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'decline', input, async (tx, meeting) => {
      const facts = { event: meeting.eventCode, title: meeting.eventTitle };
      await sendNotice(tx, meetingDeclined, { orgId: meeting.fromOrgId, facts, key: meeting.id });
      return accept({});
    });
  }

  cancel(actor: Actor, input: MeetingStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'cancel', input, () => Promise.resolve(accept({})));
  }

  /** Left by a signed-in visitor who scanned the booth's code; the booth's owner hears of it at once. */
  leaveSlip(actor: Actor, input: LeaveSlip): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'slipLeave', clientKey: input.clientKey, input }, async (tx) => {
      const [booth] = await tx.query<{ id: string; eventId: string; title: string; ownerOrgId: string | null }>(
        `select b.id, b.event_id as "eventId", e.title, b.owner_org_id as "ownerOrgId" from booth b join event e on e.id = b.event_id
         where e.code = $1 and b.position = $2`,
        [input.eventCode, input.position],
      );
      if (!booth) return no({ code: 'BOOTH_UNKNOWN' });
      if (booth.ownerOrgId === actor.orgId) return no({ code: 'OWN_BOOTH' });
      const goods = tidyLine(input.goods);
      if (!goods || goods.length > 200) return no({ code: 'SLIP_GOODS_MISSING' });
      if (input.qty && !quantity(input.qty).isPositive) return no({ code: 'SLIP_QTY_NOT_POSITIVE' });
      const unit = tidyLine(input.unit)?.slice(0, 20) ?? null;
      if (input.qty && !unit) return no({ code: 'SLIP_UNIT_MISSING' });
      const id = newId();
      await tx.insert(InterestSlip, {
        ...{
          id,
          eventId: booth.eventId,
          boothId: booth.id,
          sellerOrgId: booth.ownerOrgId,
          buyerOrgId: actor.orgId,
          createdBy: actor.userId,
        },
        ...{ goods, unit, qty: input.qty ?? null, note: tidyText(input.note)?.slice(0, 1000) ?? null },
      });
      await tx.audit('slip.leave', 'interest_slip', id, { booth: input.position });
      const facts = { event: input.eventCode, goods };
      if (booth.ownerOrgId) await sendNotice(tx, slipLeft, { orgId: booth.ownerOrgId, facts, key: id });
      return accept(id);
    });
  }

  /** All seats of the day are read past the walls: whether a table is free is no secret, who sits there stays one. */
  private async seat(tx: Tx, meeting: LockedMeeting, input: MeetingPlace): Promise<Result<Partial<Meeting>, Refusal>> {
    const slotId = idOf(input.slotId);
    const slots = await tx.query<Slot>(
      'select id, starts_at as "startsAt", ends_at as "endsAt" from event_slot where event_id = $1',
      [meeting.eventId],
    );
    const taken = await asSystem(tx, () =>
      tx.query<Seat>(
        `select slot_id as "slotId", table_no as "tableNo", array[from_org_id, to_org_id] as "orgIds" from meeting
         where event_id = $1 and status = 'ACCEPTED' and id <> $2`,
        [meeting.eventId, meeting.id],
      ),
    );
    const seat = { slotId, tableNo: input.tableNo, orgIds: [meeting.fromOrgId, meeting.toOrgId] };
    const checked = checkSeat(seat, taken, slots, meeting.tableCount ?? 0);
    return checked.ok ? accept({ slotId, tableNo: input.tableNo }) : checked;
  }

  private step(
    actor: Actor,
    action: MeetingAction,
    input: MeetingStep,
    decide: (tx: Tx, meeting: LockedMeeting) => Promise<Result<Partial<Meeting>, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `meeting.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const { eventId } = await tx.one<{ eventId: string }>('select event_id as "eventId" from meeting where id = $1', [
        idOf(input.id),
      ]);
      // Seats of one conference are given one after the other.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('meetings:' || $1, 0))`, [eventId]);
      const meeting = await tx.one<LockedMeeting>(
        `select m.id, m.event_id as "eventId", e.title as "eventTitle", e.code as "eventCode", m.from_org_id as "fromOrgId", m.to_org_id as "toOrgId",
           m.status, m.version, e.table_count as "tableCount"
         from meeting m join event e on e.id = m.event_id where m.id = $1 for update of m`,
        [idOf(input.id)],
      );
      this.assertSide(actor, action, meeting);
      if (meeting.version !== input.version) return versionConflict(meeting.version);
      const moved = nextState(MEETING_TRANSITIONS, meeting.status, action);
      if (!moved.ok) return no({ code: 'MEETING_DECIDED' });
      const decided = await decide(tx, meeting);
      if (!decided.ok) return decided;
      const said = { answeredBy: actor.userId, answeredAt: tx.now };
      await tx.updateVersioned(Meeting, meeting.id, meeting.version, { ...decided.value, ...said, status: moved.value });
      await tx.audit(`meeting.${action}`, 'meeting', meeting.id, { ...decided.value });
      return accept(meeting.id);
    });
  }

  /** The asked side answers, either side cancels or moves; the Alliance may do each for them. */
  private assertSide(actor: Actor, action: MeetingAction, { fromOrgId, toOrgId }: LockedMeeting): void {
    if (actor.orgKind === 'ALLIANCE') return assertMay(actor, 'event.manage', {});
    const sides = action === 'accept' || action === 'decline' ? [toOrgId] : [fromOrgId, toOrgId];
    if (![fromOrgId, toOrgId].includes(actor.orgId)) throw new NotFoundError();
    if (!sides.includes(actor.orgId)) throw new ForbiddenError();
    assertMay(actor, 'meeting.ask', { ownerOrgId: actor.orgId });
  }
}
