import {
  addDays,
  deliveryDays,
  nextState,
  placingDay,
  ruleOn,
  STANDING_DAY_TRANSITIONS,
  STANDING_TRANSITIONS,
  type StandingAction,
  type StandingDayState,
  type StandingRule,
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
  StandingRuleView,
  StandingSheetView,
} from './standing-order.view.js';

type SummaryRow = Omit<StandingOrderSummaryView, 'stage' | 'nextDay'> & {
  readonly state: StandingState;
  readonly taken: string[];
  readonly plan: StandingRule[];
};
type RuleRow = Omit<StandingRuleView, 'until' | 'holds'> & StandingRule;
type SheetRow = Omit<StandingSheetView, 'lines' | 'total'> & { readonly lines: SheetLine[] };
type Head = SummaryRow &
  Omit<
    StandingOrderView,
    keyof StandingOrderSummaryView | 'lines' | 'total' | 'gone' | 'rules' | 'ahead' | 'availableActions'
  > & {
    readonly lines: SheetLine[];
  };
type DayRow = Omit<StandingDayView, 'reasons' | 'canPlace' | 'canSkip' | 'canRestore'> & { readonly reasons: StandingReason[] };

/** As many days ahead as one looks at. */
const AHEAD = 8;

/**
 * `taken`: days from today on of which something became already. The rule shown is the one that holds today; before the first, the
 * first to come. $2 is today.
 */
const SUMMARY = `select s.id, s.name, s.state, r.sellers, jsonb_array_length(r.lines) as "lineCount", r.weekdays, s.valid_from as "validFrom",
    s.valid_to as "validTo", r.lead_days as "leadDays", u.full_name as "responsibleName", s.is_demo as "isDemo",
    case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
    (select json_agg(json_build_object('weekdays', p.weekdays, 'validFrom', p.valid_from, 'validTo', p.valid_to, 'leadDays', p.lead_days)
       order by p.number) from standing_order_rule p where p.standing_order_id = s.id) as plan,
    (select count(*)::int from standing_order_day d where d.standing_order_id = s.id and d.state in ('PLACED', 'ASKED')) as placed,
    (select count(*)::int from standing_order_day d where d.standing_order_id = s.id and d.state = 'FAILED') as failed,
    array(select d.day::text from standing_order_day d where d.standing_order_id = s.id and d.day >= $2::date) as taken
  from standing_order s join app_user u on u.id = s.responsible_id
    join lateral (select * from standing_order_rule h where h.standing_order_id = s.id
      order by (h.valid_from <= $2::date) desc, case when h.valid_from > $2::date then h.valid_from end, h.number desc limit 1) r on true
    left join contract c on c.id = r.contract_id`;

const RULES = `select r.id, r.number, r.weekdays, r.valid_from as "validFrom", r.valid_to as "validTo", r.lead_days as "leadDays",
    r.max_total as "maxTotal", r.sellers, jsonb_array_length(r.lines) as "lineCount", r.made_at as "madeAt", u.full_name as "madeByName"
  from standing_order_rule r join app_user u on u.id = r.made_by where r.standing_order_id = $1 order by r.number`;

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
          `s.name, r.lines, r.note, s.version, r.buyer_po_no as "buyerPoNo", r.max_total as "maxTotal", s.set_up_at as "setUpAt",
           (select l.name || ', ' || l.address from location l where l.id = r.delivery_location_id) as "deliveryPlace",`,
        )} where s.id = $1 and s.buyer_org_id = $3`,
        [idOf(id), tx.today, actor.orgId],
      );
      const said = await tx.query<{ day: string; state: StandingDayState }>(
        'select day, state from standing_order_day where standing_order_id = $1 and day >= $2',
        [head.id, tx.today],
      );
      const rules = await tx.query<RuleRow>(RULES, [head.id]);
      const today = await this.today.of(tx, actor, { contractId: head.contract?.id ?? null, lines: head.lines });
      const { placed: _placed, failed: _failed, ...view } = toSummary(head, tx.today);
      return {
        ...head,
        ...view,
        lines: head.lines.map((line, index) => ({ ...line, ...today[index]! })),
        total: today.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
        gone: today.filter(({ standing }) => standing === 'GONE').length,
        rules: toRules(rules, tx.today),
        ahead: daysAhead(actor, head, new Map(said.map(({ day, state }) => [day, state])), tx.today),
        availableActions: actionsOf(actor, head),
      };
    });
  }

  /** What the latest rule says, to start a change from, and the first day it may change on. */
  latestSheet(actor: Actor, id: string): Promise<StandingSheetView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<SheetRow>(
        `select r.id, r.number, s.name, s.version, r.weekdays, r.valid_from as "validFrom", r.valid_to as "validTo", r.lead_days as "leadDays",
           r.max_total as "maxTotal", r.delivery_location_id as "deliveryLocationId", r.buyer_po_no as "buyerPoNo", r.lines,
           case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
           greatest($2::date, (select max(d.day) + 1 from standing_order_day d where d.standing_order_id = s.id
             and d.state in ('PLACED', 'ASKED'))) as earliest
         from standing_order s join standing_order_rule r on r.standing_order_id = s.id left join contract c on c.id = r.contract_id
         where s.id = $1 and s.buyer_org_id = $3 order by r.number desc limit 1`,
        [idOf(id), tx.today, actor.orgId],
      );
      const today = await this.today.of(tx, actor, { contractId: row.contract?.id ?? null, lines: row.lines });
      return {
        ...row,
        lines: row.lines.map((line, index) => ({ ...line, ...today[index]! })),
        total: today.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
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
        and fold_vietnamese(concat_ws(' ', s.name, (select string_agg(concat_ws(' ', r.sellers, (
          select string_agg(line ->> 'description', ' ') from jsonb_array_elements(r.lines) line)), ' ')
          from standing_order_rule r where r.standing_order_id = s.id))) like all($4::text[])`;
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

function toSummary({ state, taken, plan, ...row }: SummaryRow, today: string): StandingOrderSummaryView {
  const stage = standingStage(state, plan, today);
  const isOpen = stage === 'COMING' || stage === 'RUNNING';
  const next = isOpen ? deliveryDays(plan, today, row.validTo, taken.length + 1).find((day) => !taken.includes(day)) : undefined;
  return { ...row, stage, nextDay: next ?? null };
}

/** Each rule with the days it really holds for, the latest first. */
function toRules(rules: readonly RuleRow[], today: string): StandingRuleView[] {
  return rules
    .map(({ validTo, ...rule }, index) => {
      const next = rules.slice(index + 1).map(({ validFrom }) => addDays(validFrom, -1));
      const until = [validTo, ...next].reduce((a, b) => (a < b ? a : b));
      const holds = until < rule.validFrom ? 'NEVER' : today > until ? 'PAST' : today < rule.validFrom ? 'COMING' : 'NOW';
      return { ...rule, until, holds } satisfies StandingRuleView;
    })
    .reverse();
}

function daysAhead(
  actor: Actor,
  { state, plan, validTo }: Head,
  said: ReadonlyMap<string, StandingDayState>,
  today: string,
): StandingDayAheadView[] {
  if (state === 'ENDED') return [];
  return deliveryDays(plan, today, validTo, AHEAD).map((day) => {
    const became = said.get(day) ?? null;
    return { day, placesOn: placingDay(day, ruleOn(plan, day)!), state: became, ...allowedOn(actor, day, became, today) };
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
  const moves = (Object.keys(names) as StandingAction[])
    .filter((action) => nextState(STANDING_TRANSITIONS, state, action).ok)
    .map((action) => names[action]);
  return (state === 'ENDED' ? [] : ['standingOrderChange', ...moves]).map((action) => ({
    action,
    allowed: mayOrder,
    reason: mayOrder ? null : WRONG_ROLE[actor.locale],
  }));
}
