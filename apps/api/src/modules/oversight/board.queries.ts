import { Injectable } from '@nestjs/common';
import {
  LADDER_RUNGS,
  OPEN_PETITION,
  rungIndex,
  type MouState,
  type MoveActor,
  type RungCode,
  type StallLevel,
  type StallTransition,
} from '@lienket/domain';
import { isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import {
  partiesSql,
  PROGRESS_SQL,
  progressView,
  realisationKindSql,
  type PartyView,
  type ProgressRow,
  type ProgressView,
} from '../agreements/index.js';
import { likePatterns } from '../registry/index.js';

export interface BoardFilter {
  readonly eventCode?: string | null;
  readonly rung?: string | null;
  /** This rung or a higher one. */
  readonly rungAtLeast?: RungCode | null;
  readonly actor?: string | null;
  readonly realisation?: string | null;
  readonly stall?: string | null;
  readonly stalled?: boolean | null;
  readonly reasonCode?: string | null;
  readonly areaKind?: 'DISTRICT' | 'COMMUNE' | null;
  readonly areaCode?: string | null;
  readonly productGroup?: string | null;
  readonly search?: string | null;
}

export interface AgreementView extends ProgressView {
  readonly id: string;
  readonly registerNo: string;
  readonly title: string;
  readonly status: MouState;
  readonly isDemo: boolean;
  readonly signedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly eventCode: string | null;
  readonly parties: PartyView[];
  /** Open petitions it waits for, as far as the reader may know of them. */
  readonly waitingPetitions: number;
  readonly alert: { level: StallLevel; transition: StallTransition; days: number | null; answered: boolean } | null;
  /** The Alliance's own: behind its walls nobody else finds a row. */
  readonly caseWork: {
    owner: string | null;
    nextAction: string | null;
    nextActionOn: string | null;
    openTasks: number;
    overdueTasks: number;
  } | null;
}

interface Row extends Omit<AgreementView, keyof ProgressView> {
  readonly progress: ProgressRow;
  readonly nextSince: Date;
}

export interface SummaryView {
  readonly total: number;
  readonly byRung: { rung: RungCode; here: number; reached: number }[];
  readonly byActor: { actor: MoveActor; count: number }[];
  readonly notQuantified: number;
  readonly coverage: string;
}

/** Owner, next action and tasks of the page's rows only. */
const caseSql = (today: string): string => `(select case when f.mou_id is not null or t.open > 0 then json_build_object('owner',
    (select u.full_name from app_user u where u.id = f.owner_id), 'nextAction', f.next_action, 'nextActionOn', f.next_action_on,
    'openTasks', t.open, 'overdueTasks', t.overdue) end
  from (select count(*)::int as open, count(*) filter (where k.due_on < ${today}::date)::int as overdue
    from plan_task k where k.mou_id = m.id and k.state = 'OPEN') t left join case_file f on f.mou_id = m.id)`;

const ACTORS: readonly MoveActor[] = ['ALLIANCE', 'BUYER', 'SELLER', 'BOTH', 'NONE'];

/** The board reads the stored progress only: a page costs the same beside two hundred agreements and twenty thousand. */
@Injectable()
export class BoardQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those that wait longest come first. */
  page(actor: Actor, filter: BoardFilter, first: number | null, after: string | null): Promise<Connection<AgreementView>> {
    const size = pageSize(first);
    const [since, mouId] = decodeCursor(after, 2) ?? [];
    return this.uow.read(actor, async (tx) => {
      const found = conditions(actor, filter, tx.today);
      const add = (value: unknown) => `$${found.values.push(value)}`;
      const seek =
        since && mouId && isUuid(mouId) ? `and (p.next_since, p.mou_id) > (${add(since)}::timestamptz, ${add(mouId)}::uuid)` : '';
      const rows = await tx.query<Row>(
        `with page as (select p.* from ${found.from} where ${found.where} ${seek} order by p.next_since, p.mou_id limit ${add(size + 1)})
         select m.id, m.register_no as "registerNo", m.title, m.status, m.is_demo as "isDemo", m.signed_on as "signedOn", m.valid_from as "validFrom",
           m.valid_to as "validTo", e.code as "eventCode", p.next_since as "nextSince", ${PROGRESS_SQL} as progress, ${partiesSql('m.id')} as parties,
           (select count(*)::int from petition_block b join petition pt on pt.id = b.petition_id where b.mou_id = m.id and b.ended_at is null
             and pt.status = any(${add(OPEN_PETITION)})) as "waitingPetitions", ${alertSql(add(tx.today), actor)} as alert,
           ${caseSql(add(tx.today))} as "caseWork"
         from page p join mou m on m.id = p.mou_id left join event e on e.id = p.event_id order by p.next_since, p.mou_id`,
        found.values,
      );
      return toConnection(
        rows,
        size,
        ({ progress, nextSince: _nextSince, ...row }) => ({ ...row, ...progressView(progress, tx.today) }),
        (row) => encodeCursor(row.nextSince, row.id),
        () => this.uow.read(actor, (count) => countOf(count, actor, filter)),
      );
    });
  }

  summary(actor: Actor, filter: BoardFilter): Promise<SummaryView> {
    return this.uow.read(actor, async (tx) => {
      const found = conditions(actor, filter, tx.today);
      const groups = await tx.query<{
        rung: RungCode;
        actor: MoveActor;
        n: number;
        unquantified: number;
        quantified: number;
        lines: number;
      }>(
        `select p.rung, p.next_actor as actor, count(*)::int as n, count(*) filter (where p.quantified_lines = 0)::int as unquantified,
           sum(p.quantified_lines)::int as quantified, sum(p.total_lines)::int as lines
         from ${found.from} where ${found.where} group by p.rung, p.next_actor`,
        found.values,
      );
      const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + of(group), 0);
      const here = (rung: RungCode) => sum((group) => (group.rung === rung ? group.n : 0));
      return {
        total: sum((group) => group.n),
        byRung: LADDER_RUNGS.map((rung, index) => ({
          rung,
          here: here(rung),
          reached: LADDER_RUNGS.slice(index).reduce((total, above) => total + here(above), 0),
        })),
        byActor: ACTORS.map((mover) => ({ actor: mover, count: sum((group) => (group.actor === mover ? group.n : 0)) })),
        notQuantified: sum((group) => group.unquantified),
        coverage: `${sum((group) => group.quantified)}/${sum((group) => group.lines)}`,
      };
    });
  }
}

async function countOf(tx: Tx, actor: Actor, filter: BoardFilter): Promise<number> {
  const found = conditions(actor, filter, tx.today);
  const { n } = await tx.one<{ n: number }>(`select count(*)::int as n from ${found.from} where ${found.where}`, found.values);
  return n;
}

const openAlert = (which: string): string =>
  `p.mou_id in (select a.mou_id from agreement_alert a where a.cleared_at is null and ${which})`;

/** By the place of the selling parties; one without a district of its own stands in the one its commune came from. */
const inArea = (kind: 'DISTRICT' | 'COMMUNE', code: string): string =>
  `p.mou_id in (select mp.mou_id from mou_party mp join organization o on o.id = mp.org_id where mp.role = 'SELLER' and ${
    kind === 'COMMUNE'
      ? `o.commune_code = ${code}`
      : `coalesce(o.legacy_district_code, (select u.former_district_code from administrative_unit u where u.code = o.commune_code)) = ${code}`
  })`;

/** The gravest open alert of `p`; whether officers have answered it is not for the parties. */
const alertSql = (today: string, actor: Actor): string =>
  `(select json_build_object('level', a.level, 'transition', a.transition, 'days', a.days,
      'answered', ${actor.orgKind === 'ALLIANCE' ? `a.status = 'ACKNOWLEDGED' and a.follow_up_on >= ${today}::date` : `${today}::date is null`})
    from agreement_alert a where a.mou_id = p.mou_id and a.cleared_at is null order by a.level_order, a.raised_at limit 1)`;

/** Only what the filter asks for stands in the statement, so that each shape finds its index. */
function conditions(actor: Actor, filter: BoardFilter, today: string): { from: string; where: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = ['true'];
  const patterns = likePatterns(filter.search);
  if (actor.orgKind !== 'ALLIANCE')
    where.push(`p.mou_id in (select mp.mou_id from mou_party mp where mp.org_id = ${add(actor.orgId)})`);
  if (filter.eventCode) where.push(`p.event_id = (select id from event where code = ${add(filter.eventCode)})`);
  if (filter.rung) where.push(`p.rung = ${add(filter.rung)}`);
  if (filter.rungAtLeast) where.push(`p.rung_index >= ${add(rungIndex(filter.rungAtLeast))}`);
  if (filter.actor) where.push(`p.next_actor = ${add(filter.actor)}`);
  if (filter.realisation) where.push(`${realisationKindSql(`${add(today)}::date`)} = ${add(filter.realisation)}`);
  if (filter.stall) where.push(`${openAlert(`a.level = ${add(filter.stall)}`)}`);
  if (filter.stalled) where.push(openAlert('true'));
  if (filter.stalled === false) where.push(`not ${openAlert('true')}`);
  // What officers answered is theirs: to a party the filter finds nothing.
  if (filter.reasonCode)
    where.push(actor.orgKind === 'ALLIANCE' ? openAlert(`a.reason_code = ${add(filter.reasonCode)}`) : 'false');
  if (filter.areaCode) where.push(inArea(filter.areaKind ?? 'COMMUNE', add(filter.areaCode)));
  if (filter.productGroup) {
    where.push(
      `p.mou_id in (select l.mou_id from mou_line l join product pr on pr.id = l.product_id where pr.product_group = ${add(filter.productGroup)})`,
    );
  }
  if (patterns.length) where.push(`m.search_text like all(${add(patterns)}::text[])`);
  return { from: `mou_progress p${patterns.length ? ' join mou m on m.id = p.mou_id' : ''}`, where: where.join(' and '), values };
}
