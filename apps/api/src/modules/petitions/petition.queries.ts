import { Injectable } from '@nestjs/common';
import { answeredOnTime, AWAITING_ANSWER, OPEN_PETITION, petitionMover, petitionOverdue } from '@lienket/domain';
import { idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { likePatterns, organizationRefSql } from '../registry/index.js';
import { PetitionClock } from './petition-clock.js';
import { actionsOf } from './petition-rules.js';
import type { AnswerView, FieldView, PetitionPageView, PetitionQuestion, PetitionSummaryView } from './petition.view.js';

export type PetitionSqlRow = Omit<PetitionSummaryView, 'mover' | 'overdue'> & {
  readonly departmentId: string | null;
  readonly petitionerOrgIds: string[];
};

const ref = (alias: string) => `case when ${alias}.id is not null then ${organizationRefSql(alias)} end`;
/** Texts of a petition are its own petitioner's, the bodies' that answer and the Alliance's; one whose duplicate was merged reads the answer. */
const FULL = `((select app_scope()) in ('alliance', 'system') or p.petitioner_org_id = $1 or p.department_ids @> array[$1::uuid])`;
/** $1 the reader's organization, $2 the language. */
export const PETITION_COLUMNS = `p.id, p.number, p.register_no as "registerNo", e.title as "eventTitle", p.origin,
  case when ${FULL} then ${ref('q')} end as petitioner, case when ${FULL} then p.petitioner_name end as "petitionerName",
  case when ${FULL} then p.content end as content, p.received_on as "receivedOn",
  coalesce((select json_agg(json_build_object('code', f.code, 'name', case when $2 = 'en' then f.name_en else f.name_vi end) order by f.position)
    from petition_field f where f.code = any(p.field_codes)), '[]') as fields,
  p.status, p.department_id as "departmentId", p.petitioner_org_ids as "petitionerOrgIds", ${ref('d')} as department,
  case when p.named_department_id is distinct from p.department_id then ${ref('n')} end as "namedDepartment",
  p.answer_before as "answerBefore", p.reopened,
  exists (select 1 from petition_answer a where a.petition_id = p.id and a.kind = 'REPORT') as "answeredInReport",
  (select count(*)::int from petition_block b where b.petition_id = p.id and b.ended_at is null) as "blockedAgreements",
  p.is_demo as "isDemo", p.version`;
export const PETITION_FROM = `from petition p left join event e on e.id = p.event_id left join organization q on q.id = p.petitioner_org_id
  left join organization d on d.id = p.department_id left join organization n on n.id = p.named_department_id`;

const DETAIL = `select ${PETITION_COLUMNS}, case when ${FULL} then p.wanted_outcome end as "wantedOutcome",
  case when m.id is not null then json_build_object('id', m.id, 'number', m.number) end as "mergedInto",
  p.registered_doc_no as "registeredDocNo", p.registered_doc_date as "registeredDocDate",
  (select t.body from petition_draft t where t.petition_id = p.id) as draft,
  coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by pf.position) from petition_file pf
    join stored_file s on s.id = pf.file_id where pf.petition_id = p.id and ${FULL}), '[]') as files,
  coalesce((select json_agg(json_build_object('id', a.id, 'round', a.round, 'kind', a.kind, 'department', ${organizationRefSql('o')},
      'answerBefore', a.answer_before, 'reason', a.reason, 'at', a.at) order by a.at, a.id)
    from petition_assignment a join organization o on o.id = a.department_id where a.petition_id = p.id), '[]') as assignments,
  coalesce((select json_agg(json_build_object('id', a.id, 'round', a.round, 'kind', a.kind, 'department', ${organizationRefSql('o')},
      'docNo', a.doc_no, 'docDate', a.doc_date, 'file', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
      'summary', a.summary, 'answerBefore', a.answer_before, 'at', a.at) order by a.at, a.id)
    from petition_answer a join organization o on o.id = a.department_id left join stored_file s on s.id = a.file_id
    where a.petition_id = p.id), '[]') as answers,
  coalesce((select json_agg(json_build_object('id', k.id, 'round', k.round, 'satisfied', k.satisfied, 'note', k.note,
      'by', ${organizationRefSql('o')}, 'at', k.at) order by k.at, k.id)
    from petition_feedback k join organization o on o.id = k.by_org_id where k.petition_id = p.id), '[]') as feedbacks,
  coalesce((select json_agg(json_build_object('id', b.id, 'mouId', b.mou_id, 'title', u.register_no || ' · ' || u.title, 'note', b.note,
      'since', b.linked_at, 'endedAt', b.ended_at, 'endReason', b.end_reason) order by b.linked_at, b.id)
    from petition_block b left join mou u on u.id = b.mou_id where b.petition_id = p.id), '[]') as blocks
  ${PETITION_FROM} left join petition m on m.id = p.merged_into_id`;

type DetailRow = PetitionSqlRow &
  Omit<PetitionPageView, keyof PetitionSummaryView | 'answers' | 'proposedAnswerBefore' | 'reopensLeft' | 'availableActions'> & {
    readonly answers: Omit<AnswerView, 'onTime'>[];
  };

/** Who sees which petition is the database's wall; these statements shape it. */
@Injectable()
export class PetitionQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pool: SqlPool,
    private readonly clock: PetitionClock,
  ) {}

  fields(locale: 'vi' | 'en'): Promise<FieldView[]> {
    return this.pool.rows(
      'petition-fields',
      `select f.code, case when $1 = 'en' then f.name_en else f.name_vi end as name, ${ref('t')} as "usualDepartment"
       from petition_field f left join organization o on o.id = f.usual_org_id
         left join organization_succession s on s.predecessor_id = o.id and s.since <= current_date
         left join organization t on t.id = coalesce(s.successor_id, o.id) order by f.position`,
      [locale],
    );
  }

  byId(actor: Actor, id: string): Promise<PetitionPageView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<DetailRow>(`${DETAIL} where p.id = $3`, [actor.orgId, actor.locale, idOf(id)]);
      const reopensLeft = Math.max(0, (await this.clock.maxReopens(tx)) - row.reopened);
      const answers = row.answers.map((answer) => ({
        ...answer,
        onTime:
          answer.kind === 'OFFICIAL' && answer.docDate && answer.answerBefore
            ? answeredOnTime(answer.docDate, answer.answerBefore)
            : null,
      }));
      return {
        ...row,
        ...derived(row, tx.today),
        answers,
        reopensLeft,
        proposedAnswerBefore: await this.clock.proposedAnswerBefore(tx),
        availableActions: actionsOf(actor, row, reopensLeft),
      };
    });
  }

  page(
    actor: Actor,
    question: PetitionQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<PetitionSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const { where, values } = conditions(actor, tx.today, question ?? {});
      const from = cursor ? `${where} and p.id < $${values.length + 1}` : where;
      const rows = await tx.query<PetitionSqlRow>(
        `select ${PETITION_COLUMNS} ${PETITION_FROM} where ${from} order by p.id desc limit ${size + 1}`,
        [...values, ...(cursor ? [idOf(cursor[0]!)] : [])],
      );
      return toConnection(
        rows,
        size,
        (row) => ({ ...row, ...derived(row, tx.today) }),
        ({ id }) => encodeCursor(id),
        () => this.count(actor, where, values),
      );
    });
  }

  /** Open petitions that an agreement waits for; for a reader of the agreement who has no part in them, none. */
  blocking(actor: Actor, mouId: string): Promise<PetitionSummaryView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<PetitionSqlRow>(
        `select ${PETITION_COLUMNS} ${PETITION_FROM} where p.status = any($4) and exists (select 1 from petition_block b join mou u on u.id = b.mou_id
           where b.petition_id = p.id and b.mou_id = $3 and b.ended_at is null) order by p.id`,
        [actor.orgId, actor.locale, idOf(mouId), OPEN_PETITION],
      );
      return rows.map((row) => ({ ...row, ...derived(row, tx.today) }));
    });
  }

  private count(actor: Actor, where: string, values: readonly unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { count } = await tx.one<{ count: number }>(`select count(*)::int as count ${PETITION_FROM} where ${where}`, values);
      return count;
    });
  }
}

const derived = (row: PetitionSqlRow, today: string): Pick<PetitionSummaryView, 'mover' | 'overdue'> => ({
  mover: petitionMover(row.status),
  overdue: petitionOverdue({ state: row.status, answerBefore: row.answerBefore }, today),
});

function conditions(actor: Actor, today: string, question: PetitionQuestion): { where: string; values: unknown[] } {
  const values: unknown[] = [actor.orgId, actor.locale];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = ['($1::uuid is not null and $2::text is not null)'];
  if (question.status?.length) all.push(`p.status = any(${add(question.status)})`);
  if (question.field) all.push(`p.field_codes @> array[${add(question.field)}::text]`);
  if (question.departmentId)
    all.push(isUuid(question.departmentId) ? `p.department_id = ${add(question.departmentId)}` : 'false');
  if (question.eventCode) all.push(`e.code = ${add(question.eventCode)}`);
  if (question.overdue) all.push(`p.status = any(${add(AWAITING_ANSWER)}) and p.answer_before <= ${add(today)}`);
  if (question.blocking) all.push('exists (select 1 from petition_block b where b.petition_id = p.id and b.ended_at is null)');
  const words = likePatterns(question.search);
  if (words.length) {
    const text = `concat_ws(' ', p.number, p.register_no, case when ${FULL} then concat_ws(' ', p.content, q.name, p.petitioner_name) end, d.name)`;
    all.push(`fold_vietnamese(${text}) like all(${add(words)}::text[])`);
  }
  return { where: all.join(' and '), values };
}
