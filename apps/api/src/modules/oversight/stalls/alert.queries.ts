import { Injectable } from '@nestjs/common';
import type { MoveActor, StallLevel, StallTransition } from '@lienket/domain';
import { idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageSize, toConnection, type Connection } from '../../../platform/graphql/keyset.js';

export interface AlertAnswerView {
  readonly id: string;
  readonly kind: 'ACKNOWLEDGE' | 'SNOOZE';
  readonly reasonCode: string;
  readonly nextStep: string;
  readonly followUpOn: string;
  readonly answeredBy: string;
  readonly at: Date;
}

export interface AlertView {
  readonly id: string;
  readonly mou: { id: string; registerNo: string; title: string };
  readonly transition: StallTransition;
  readonly level: StallLevel;
  readonly status: 'RAISED' | 'ACKNOWLEDGED' | 'CLEARED';
  readonly fact: string;
  readonly factOn: string;
  readonly factRef: string | null;
  readonly days: number | null;
  readonly limitDays: number | null;
  readonly shareBp: number | null;
  readonly limitBp: number | null;
  readonly actor: MoveActor;
  readonly movers: string[];
  readonly step: string;
  readonly raisedAt: Date;
  readonly levelAt: Date;
  readonly clearedAt: Date | null;
  readonly reasonCode: string | null;
  readonly followUpOn: string | null;
  readonly answers: AlertAnswerView[];
  readonly mayAnswer: boolean;
  readonly version: number;
}

export interface AlertFilterView {
  readonly level?: string | null;
  readonly transition?: string | null;
  readonly actor?: string | null;
  readonly status?: string | null;
  readonly reasonCode?: string | null;
  readonly eventCode?: string | null;
}

/** The state of `a` on the day of the placeholder: an answer holds until its day has passed, whether or not a job has run since. */
export const alertStatusSql = (today: string): string =>
  `case when a.status = 'ACKNOWLEDGED' and a.follow_up_on < ${today}::date then 'RAISED' else a.status end`;

const alertSql = (
  today: string,
) => `a.id, jsonb_build_object('id', m.id, 'registerNo', m.register_no, 'title', m.title) as mou, a.transition, a.level,
  ${alertStatusSql(today)} as status, a.fact, a.fact_on as "factOn", a.fact_ref as "factRef", a.days, a.limit_days as "limitDays",
  a.share_bp as "shareBp", a.limit_bp as "limitBp", a.actor, a.step, a.raised_at as "raisedAt", a.level_at as "levelAt", a.cleared_at as "clearedAt",
  a.reason_code as "reasonCode", a.follow_up_on as "followUpOn", a.version,
  coalesce((select jsonb_agg(o.short_name order by mp.position) from mou_party mp join organization o on o.id = mp.org_id
    where mp.mou_id = a.mou_id and mp.role = any(case a.actor when 'BOTH' then '{SELLER,BUYER}'::text[] else array[a.actor] end)), '[]') as movers,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'reasonCode', n.reason_code, 'nextStep', n.next_step,
      'followUpOn', n.follow_up_on, 'answeredBy', u.full_name, 'at', n.at) order by n.at desc, n.id desc)
    from alert_answer n join app_user u on u.id = n.answered_by where n.alert_id = a.id), '[]') as answers`;

type Row = Omit<AlertView, 'mayAnswer' | 'answers'> & { answers: (Omit<AlertAnswerView, 'at'> & { at: string })[] };

@Injectable()
export class AlertQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor, id: string): Promise<AlertView> {
    return this.uow.read(actor, async (tx) =>
      view(
        actor,
        await tx.one<Row>(`select ${alertSql('$2')} from agreement_alert a join mou m on m.id = a.mou_id where a.id = $1`, [
          idOf(id),
          tx.today,
        ]),
      ),
    );
  }

  /** Open alerts of one memorandum, the gravest first, then the last ten that facts have cleared. */
  ofMou(actor: Actor, mouId: string): Promise<AlertView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `(select ${alertSql('$2')} from agreement_alert a join mou m on m.id = a.mou_id where a.mou_id = $1 and a.cleared_at is null
          order by a.level_order, a.raised_at)
         union all
         (select ${alertSql('$2')} from agreement_alert a join mou m on m.id = a.mou_id where a.mou_id = $1 and a.cleared_at is not null
          order by a.cleared_at desc limit 10)`,
        [idOf(mouId), tx.today],
      );
      return rows.map((row) => view(actor, row));
    });
  }

  /** The gravest first, then what has stood longest. */
  page(actor: Actor, filter: AlertFilterView, first: number | null, after: string | null): Promise<Connection<AlertView>> {
    const size = pageSize(first);
    const [rank, raised, id] = decodeCursor(after, 3) ?? [];
    return this.uow.read(actor, async (tx) => {
      const found = conditions(filter, tx.today);
      const add = (value: unknown) => `$${found.values.push(value)}`;
      const seek =
        rank && raised && id && isUuid(id)
          ? `and (a.level_order, a.raised_at, a.id) > (${add(Number(rank))}::int, ${add(raised)}::timestamptz, ${add(id)}::uuid)`
          : '';
      const rows = await tx.query<Row & { rank: number }>(
        `select ${alertSql('$1')}, a.level_order as rank from agreement_alert a join mou m on m.id = a.mou_id
         where ${found.where} ${seek} order by a.level_order, a.raised_at, a.id limit ${add(size + 1)}`,
        found.values,
      );
      return toConnection(
        rows,
        size,
        ({ rank: _rank, ...row }) => view(actor, row),
        (row) => encodeCursor(row.rank, row.raisedAt, row.id),
        () => this.uow.read(actor, (count) => countOf(count, filter)),
      );
    });
  }
}

async function countOf(tx: Tx, filter: AlertFilterView): Promise<number> {
  const found = conditions(filter, tx.today);
  const { n } = await tx.one<{ n: number }>(
    `select count(*)::int as n from agreement_alert a join mou m on m.id = a.mou_id where ${found.where}`,
    found.values,
  );
  return n;
}

function conditions(filter: AlertFilterView, today: string): { where: string; values: unknown[] } {
  const values: unknown[] = [today];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = ['$1::date is not null', filter.status === 'CLEARED' ? 'a.cleared_at is not null' : 'a.cleared_at is null'];
  if (filter.status && filter.status !== 'CLEARED') where.push(`${alertStatusSql('$1')} = ${add(filter.status)}`);
  if (filter.level) where.push(`a.level = ${add(filter.level)}`);
  if (filter.transition) where.push(`a.transition = ${add(filter.transition)}`);
  if (filter.actor) where.push(`a.actor = ${add(filter.actor)}`);
  if (filter.reasonCode) where.push(`a.reason_code = ${add(filter.reasonCode)}`);
  if (filter.eventCode) where.push(`m.event_id = (select id from event where code = ${add(filter.eventCode)})`);
  return { where: where.join(' and '), values };
}

/** What officers answered is theirs; the parties see the fact, the clock and whose move it is. */
function view(actor: Actor, row: Row): AlertView {
  const officer = actor.orgKind === 'ALLIANCE';
  return {
    ...row,
    status: !officer && row.status === 'ACKNOWLEDGED' ? 'RAISED' : row.status,
    reasonCode: officer ? row.reasonCode : null,
    followUpOn: officer ? row.followUpOn : null,
    answers: officer ? row.answers.map((answer) => ({ ...answer, at: new Date(answer.at) })) : [],
    mayAnswer: officer && row.status !== 'CLEARED',
  };
}
