import {
  deliveryDays,
  nextState,
  placingDay,
  STANDING_DAY_TRANSITIONS,
  STANDING_TRANSITIONS,
  type StandingAction,
  type StandingDayState,
  standingStage,
  type StandingState,
} from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { likePatterns } from '../../registry/index.js';
import { type OfferedAction, WRONG_ROLE } from '../order-actions.js';
import type { SheetLine } from '../templates/sheet.js';
import { SheetToday } from '../templates/sheet-today.js';
import type { StandingReason } from './standing-order-day.entity.js';
import type {
  StandingDayAheadView,
  StandingDayView,
  StandingOrderSummaryView,
  StandingOrderView,
} from './standing-order.view.js';

type SummaryRow = Omit<StandingOrderSummaryView, 'stage' | 'nextDay'> & {
  readonly state: StandingState;
  readonly taken: string[];
};
type Head = SummaryRow &
  Omit<StandingOrderView, keyof StandingOrderSummaryView | 'lines' | 'total' | 'gone' | 'ahead' | 'availableActions'> & {
    readonly lines: SheetLine[];
  };
type DayRow = Omit<StandingDayView, 'reasons' | 'canPlace' | 'canSkip' | 'canRestore'> & { readonly reasons: StandingReason[] };

/** As many days ahead as one looks at. */
const AHEAD = 8;

/** `taken`: days from today on of which something became already. $2 is today. */
const SUMMARY = `select s.id, s.name, s.state, s.sellers, jsonb_array_length(s.lines) as "lineCount", s.weekdays, s.valid_from as "validFrom",
    s.valid_to as "validTo", s.lead_days as "leadDays", u.full_name as "responsibleName", s.is_demo as "isDemo",
    case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
    (select count(*)::int from standing_order_day d where d.standing_order_id = s.id and d.state in ('PLACED', 'ASKED')) as placed,
    (select count(*)::int from standing_order_day d where d.standing_order_id = s.id and d.state = 'FAILED') as failed,
    array(select d.day::text from standing_order_day d where d.standing_order_id = s.id and d.day >= $2::date) as taken
  from standing_order s join app_user u on u.id = s.responsible_id left join contract c on c.id = s.contract_id`;

/** The buyer's own standing orders; everybody else finds none. */
@Injectable()
export class StandingOrderQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly today: SheetToday,
  ) {}

  byId(actor: Actor, id: string): Promise<StandingOrderView> {
    return this.uow.read(actor, async (tx) => {
      const head = await tx.one<Head>(
        `${SUMMARY.replace(
          's.name,',
          `s.name, s.lines, s.note, s.version, s.buyer_po_no as "buyerPoNo", s.max_total as "maxTotal", s.set_up_at as "setUpAt",
           (select l.name || ', ' || l.address from location l where l.id = s.delivery_location_id) as "deliveryPlace",`,
        )} where s.id = $1 and s.buyer_org_id = $3`,
        [idOf(id), tx.today, actor.orgId],
      );
      const said = await tx.query<{ day: string; state: StandingDayState }>(
        'select day, state from standing_order_day where standing_order_id = $1 and day >= $2',
        [head.id, tx.today],
      );
      const today = await this.today.of(tx, actor, { contractId: head.contract?.id ?? null, lines: head.lines });
      const { placed: _placed, failed: _failed, ...view } = toSummary(head, tx.today);
      return {
        ...head,
        ...view,
        lines: head.lines.map((line, index) => ({ ...line, ...today[index]! })),
        total: today.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
        gone: today.filter(({ standing }) => standing === 'GONE').length,
        ahead: daysAhead(actor, head, new Map(said.map(({ day, state }) => [day, state])), tx.today),
        availableActions: actionsOf(actor, head),
      };
    });
  }

  /** Those that run first, then by the day they were set up; the search knows name, sellers and goods. */
  page(
    actor: Actor,
    asked: { search?: string | null; open?: boolean | null },
    first: number | null,
    after: string | null,
  ): Promise<Connection<StandingOrderSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const where = `s.buyer_org_id = $1 and ($3::boolean is null or (s.state <> 'ENDED' and s.valid_to >= $2::date) = $3)
        and fold_vietnamese(concat_ws(' ', s.name, s.sellers, (
          select string_agg(line ->> 'description', ' ') from jsonb_array_elements(s.lines) line))) like all($4::text[])`;
      const values = [actor.orgId, tx.today, asked.open ?? null, likePatterns(asked.search)];
      const count = (read: Tx) =>
        read.one<{ count: number }>(`select count(*)::int as count from standing_order s where ${where}`, values);
      const rows = await tx.query<SummaryRow>(
        `${SUMMARY} where ${where} and ($5::uuid is null or s.id < $5) order by s.id desc limit ${size + 1}`,
        [...values, cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        rows,
        size,
        (row) => toSummary(row, tx.today),
        (row) => encodeCursor(row.id),
        () => this.uow.read(actor, async (read) => (await count(read)).count),
      );
    });
  }

  /** What became of its days, the latest day first. */
  days(actor: Actor, id: string, first: number | null, after: string | null): Promise<Connection<StandingDayView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const values = [idOf(id), actor.orgId];
    const where = 'd.standing_order_id = $1 and d.buyer_org_id = $2';
    const count = (read: Tx) =>
      read.one<{ count: number }>(`select count(*)::int as count from standing_order_day d where ${where}`, values);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<DayRow>(
        `select d.id, d.day, d.state, d.reasons, d.decided_at as "decidedAt", u.full_name as "decidedByName", o.id as "orderId", g.id as "groupId",
           r.id as "requestId", coalesce(o.number, g.number) as number, o.status as "orderStatus", r.state as "requestState"
         from standing_order_day d left join app_user u on u.id = d.decided_by
           left join order_request r on r.id = d.result_id and d.state = 'ASKED'
           left join purchase_order o on o.id = coalesce(r.result_id, d.result_id)
           left join order_group g on g.id = coalesce(r.result_id, d.result_id)
         where ${where} and ($3::date is null or d.day < $3) order by d.day desc limit ${size + 1}`,
        [...values, cursor?.[0] ?? null],
      );
      return toConnection(
        rows,
        size,
        (row): StandingDayView => ({
          ...row,
          reasons: row.reasons.map(({ about, ...text }) => ({ about, text: text[actor.locale] })),
          ...allowedOn(actor, row.day, row.state, tx.today),
        }),
        (row) => encodeCursor(row.day),
        () => this.uow.read(actor, async (read) => (await count(read)).count),
      );
    });
  }
}

function toSummary({ state, taken, ...row }: SummaryRow, today: string): StandingOrderSummaryView {
  const stage = standingStage(state, row, today);
  const isOpen = stage === 'COMING' || stage === 'RUNNING';
  const next = isOpen ? deliveryDays(row, today, row.validTo, taken.length + 1).find((day) => !taken.includes(day)) : undefined;
  return { ...row, stage, nextDay: next ?? null };
}

function daysAhead(
  actor: Actor,
  standing: Head,
  said: ReadonlyMap<string, StandingDayState>,
  today: string,
): StandingDayAheadView[] {
  if (standing.state === 'ENDED') return [];
  return deliveryDays(standing, today, standing.validTo, AHEAD).map((day) => {
    const state = said.get(day) ?? null;
    return { day, placesOn: placingDay(day, standing), state, ...allowedOn(actor, day, state, today) };
  });
}

/** What this person may do about a day now. */
function allowedOn(actor: Actor, day: string, state: StandingDayState | null, today: string) {
  const mayOrder = allows(actor, 'order.place', { buyerOrgId: actor.orgId });
  const leads = (action: 'place' | 'skip' | 'restore') =>
    mayOrder && nextState(STANDING_DAY_TRANSITIONS, state ?? 'OPEN', action).ok;
  return {
    canPlace: day >= today && leads('place'),
    canSkip: leads('skip'),
    canRestore: day >= today && leads('restore'),
  };
}

function actionsOf(actor: Actor, { state }: Pick<Head, 'state'>): OfferedAction[] {
  const mayOrder = allows(actor, 'order.place', { buyerOrgId: actor.orgId });
  const names: Record<StandingAction, string> = {
    pause: 'standingOrderPause',
    resume: 'standingOrderResume',
    end: 'standingOrderEnd',
  };
  return (Object.keys(names) as StandingAction[])
    .filter((action) => state !== 'ENDED' && nextState(STANDING_TRANSITIONS, state, action).ok)
    .map((action) => ({
      action: names[action],
      allowed: mayOrder,
      reason: mayOrder ? null : WRONG_ROLE[actor.locale],
    }));
}
