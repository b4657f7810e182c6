import { Injectable } from '@nestjs/common';
import {
  type AnswerRound,
  daysBetween,
  OPEN_PETITION,
  petitionMetrics,
  type PetitionMetrics,
  petitionOverdue,
  type PetitionState,
  safeToTell,
} from '@lienket/domain';
import { assertMay } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { dayOf } from '../../platform/database/sql-days.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { successorNameSql } from '../registry/index.js';
import { PetitionClock } from './petition-clock.js';
import { type LineRow, toldOutside, WAITING_LINES } from './petition-waiting.js';

export interface MetricsRow extends PetitionMetrics {
  /** Null: not classified, or not assigned. */
  readonly code: string | null;
  readonly name: string | null;
  readonly petitions: number;
  readonly open: number;
  readonly overdue: number;
  readonly reopened: number;
  readonly waitingAgreements: number;
  readonly waitingValue: bigint | null;
  readonly waitingHidden: boolean;
  /** Since the oldest agreement began to wait; null when none does. */
  readonly oldestDays: number | null;
}

export interface CohortRow {
  readonly eventCode: string;
  readonly eventTitle: string;
  readonly itemCount: number;
  readonly petitionerCount: number;
  readonly receivedFrom: string;
  readonly receivedTo: string;
  readonly answerBefore: string | null;
  readonly answering: string | null;
  readonly answeringToday: string | null;
  readonly source: string;
  /** Items of this event that the register has brought in. */
  readonly registered: number;
}

export interface MetricsView {
  readonly total: MetricsRow;
  readonly byField: MetricsRow[];
  readonly byDepartment: MetricsRow[];
  readonly cohorts: CohortRow[];
}

interface PetitionFacts {
  readonly id: string;
  readonly status: PetitionState;
  readonly fieldCodes: string[];
  readonly departmentId: string | null;
  readonly answerBefore: string | null;
  readonly reopened: number;
  readonly rounds: (AnswerRound & { departmentId: string })[];
  readonly blocks: { mouId: string; since: string }[];
}

/** How petitions are answered, by field and by the body that has the duty today; counts with their denominators. */
@Injectable()
export class PetitionMetricsQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: PetitionClock,
  ) {}

  of(actor: Actor, eventCode: string | null): Promise<MetricsView> {
    assertMay(actor, 'petition.manage', {});
    return this.uow.read(actor, async (tx) => {
      const all = await petitionFacts(tx, eventCode);
      const waiting = new Set(all.flatMap(({ blocks }) => blocks.map(({ mouId }) => mouId)));
      const lines = waiting.size > 0 ? await tx.query<LineRow>(WAITING_LINES, [[...waiting]]) : [];
      const minParties = await this.clock.minParties(tx);
      const row = (code: string | null, name: string | null, of: readonly PetitionFacts[], rounds: readonly AnswerRound[]) =>
        rowOf({ code, name, of, rounds }, { today: tx.today, lines, minParties });
      const told = (metrics: Metrics) => withoutGuessing(metrics, lines, minParties);
      const rounds = (of: readonly PetitionFacts[]) => of.flatMap((petition) => petition.rounds);
      const every = rounds(all);
      const fields = await tx.query<{ code: string; name: string }>(
        `select code, case when $1 = 'en' then name_en else name_vi end as name from petition_field order by position`,
        [actor.locale],
      );
      const bodies = await tx.query<{ id: string; name: string; todayId: string }>(BODIES, [tx.today]);
      const today = new Map(bodies.map(({ id, todayId }) => [id, todayId]));
      const nameOf = new Map(bodies.map(({ id, name }) => [id, name]));
      const heldBy = (id: string | null) => (id === null ? null : (today.get(id) ?? id));
      const holders = [
        ...new Set(all.flatMap((one) => [heldBy(one.departmentId), ...one.rounds.map((round) => heldBy(round.departmentId))])),
      ];
      const unclassified = all.filter(({ fieldCodes }) => fieldCodes.length === 0);
      return told({
        total: row(null, null, all, every),
        byField: [
          ...fields.map(({ code, name }) => {
            const of = all.filter(({ fieldCodes }) => fieldCodes.includes(code));
            return row(code, name, of, rounds(of));
          }),
          ...(unclassified.length > 0 ? [row(null, null, unclassified, rounds(unclassified))] : []),
        ].filter(({ petitions }) => petitions > 0),
        byDepartment: holders
          .map((id) =>
            row(
              id,
              id === null ? null : (nameOf.get(id) ?? null),
              all.filter(({ departmentId }) => heldBy(departmentId) === id),
              id === null ? [] : every.filter(({ departmentId }) => heldBy(departmentId) === id),
            ),
          )
          .sort((a, b) => Number(a.code === null) - Number(b.code === null) || b.petitions - a.petitions),
        cohorts: await tx.query<CohortRow>(COHORTS, [tx.today, eventCode]),
      });
    });
  }
}

type MeasuredRow = MetricsRow & { readonly waiting: ReadonlySet<string> };
interface Metrics extends Omit<MetricsView, 'total' | 'byField' | 'byDepartment'> {
  readonly total: MeasuredRow;
  readonly byField: readonly MeasuredRow[];
  readonly byDepartment: readonly MeasuredRow[];
}

/** Takes the sums away from which a subtraction would tell the prices of fewer than `minParties` on a side. */
function withoutGuessing(metrics: Metrics, lines: readonly LineRow[], minParties: number): MetricsView {
  const tables = { total: [metrics.total], field: metrics.byField, department: metrics.byDepartment };
  const rows = Object.entries(tables).flatMap(([dimension, list]) =>
    list.map(({ code, waiting }) => ({
      key: `${dimension}|${code ?? ''}`,
      dimension: dimension === 'total' ? null : dimension,
      members: new Set(
        lines
          .filter(({ mouId, refPrice, committed }) => waiting.has(mouId) && refPrice !== null && committed !== null)
          .map(({ mouId }) => mouId),
      ),
    })),
  );
  const safe = safeToTell(rows, (mouIds) => {
    const own = lines.filter(({ mouId, refPrice, committed }) => mouIds.has(mouId) && refPrice !== null && committed !== null);
    const sides = (side: 'sellers' | 'buyers') => new Set(own.flatMap((line) => line[side])).size;
    return Math.min(sides('sellers'), sides('buyers')) >= minParties;
  });
  const open = (dimension: string, { waiting: _waiting, ...row }: MeasuredRow): MetricsRow =>
    row.waitingValue === null || safe.has(`${dimension}|${row.code ?? ''}`)
      ? row
      : { ...row, waitingValue: null, waitingHidden: true };
  return {
    ...metrics,
    total: open('total', metrics.total),
    byField: metrics.byField.map((row) => open('field', row)),
    byDepartment: metrics.byDepartment.map((row) => open('department', row)),
  };
}

function rowOf(
  {
    code,
    name,
    of,
    rounds,
  }: { code: string | null; name: string | null; of: readonly PetitionFacts[]; rounds: readonly AnswerRound[] },
  { today, lines, minParties }: { today: string; lines: readonly LineRow[]; minParties: number },
): MeasuredRow {
  const blocks = of.flatMap((petition) => petition.blocks);
  const waiting = new Set(blocks.map(({ mouId }) => mouId));
  const told = toldOutside(
    lines.filter(({ mouId }) => waiting.has(mouId)),
    minParties,
  );
  return {
    waiting,
    ...petitionMetrics(rounds, today),
    code,
    name,
    petitions: of.length,
    open: of.filter(({ status }) => OPEN_PETITION.includes(status)).length,
    overdue: of.filter(({ status, answerBefore }) => petitionOverdue({ state: status, answerBefore }, today)).length,
    reopened: of.filter(({ reopened }) => reopened > 0).length,
    waitingAgreements: waiting.size,
    waitingValue: told.value,
    waitingHidden: told.valueHidden,
    oldestDays: blocks.length === 0 ? null : Math.max(...blocks.map(({ since }) => daysBetween(since, today))),
  };
}

/** Merged duplicates are counted where they were merged into. */
const petitionFacts = (tx: Tx, eventCode: string | null): Promise<PetitionFacts[]> =>
  tx.query<PetitionFacts>(
    `select p.id, p.status, p.field_codes as "fieldCodes", p.department_id as "departmentId", p.answer_before as "answerBefore", p.reopened,
       coalesce((select json_agg(json_build_object('departmentId', r.department_id, 'assignedOn', r.on, 'answerBefore', r.answer_before,
           'docDate', a.doc_date, 'satisfied', k.satisfied) order by r.round)
         from (select s.round, ${dayOf('min(s.at)')} as "on", (array_agg(s.answer_before order by s.at desc, s.id desc))[1] as answer_before,
             (array_agg(s.department_id order by s.at desc, s.id desc))[1] as department_id from petition_assignment s where s.petition_id = p.id group by s.round) r
         left join petition_answer a on a.petition_id = p.id and a.round = r.round and a.kind = 'OFFICIAL'
         left join petition_feedback k on k.petition_id = p.id and k.round = r.round), '[]') as rounds,
       coalesce((select json_agg(json_build_object('mouId', b.mou_id, 'since', ${dayOf('b.linked_at')})) from petition_block b
         where b.petition_id = p.id and b.ended_at is null and p.status = any($2)), '[]') as blocks
     from petition p where p.status <> 'MERGED' and ($1::text is null or p.event_id = (select id from event where code = $1)) order by p.id`,
    [eventCode, OPEN_PETITION],
  );

/** Each body that ever had a petition, with the one that has its duty today. */
const BODIES = `with recursive line as (
    select o.id as from_id, o.id, o.status, o.valid_to, 0 as step from organization o
      where o.id in (select department_id from petition union select department_id from petition_assignment)
    union all
    select line.from_id, o.id, o.status, o.valid_to, line.step + 1 from line join organization_succession s on s.predecessor_id = line.id and s.since <= $1::date
      join organization o on o.id = s.successor_id where line.step < 10
  ), now as (
    select distinct on (from_id) from_id, id as today_id from line
    order by from_id, (status = 'ACTIVE' and (valid_to is null or valid_to >= $1::date)) desc, step
  )
  select o.id, o.name, n.today_id as "todayId" from now n join organization o on o.id = n.from_id
  union select o.id, o.name, o.id from now n join organization o on o.id = n.today_id`;

const COHORTS = `select e.code as "eventCode", e.title as "eventTitle", c.item_count as "itemCount", c.petitioner_count as "petitionerCount",
    c.received_from as "receivedFrom", c.received_to as "receivedTo", c.answer_before as "answerBefore", o.name as answering,
    ${successorNameSql('o.id', '$1')} as "answeringToday", c.source,
    (select count(*)::int from petition p where p.event_id = e.id and p.origin = 'REGISTER') as registered
  from petition_cohort c join event e on e.id = c.event_id left join organization o on o.id = c.answering_org_id
  where $2::text is null or e.code = $2 order by e.held_on desc, e.code`;
