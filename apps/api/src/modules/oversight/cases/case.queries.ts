import { Injectable } from '@nestjs/common';
import type { CaseEntryKind, LocalDate, PlanTaskState } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

interface PersonView {
  readonly id: string;
  readonly name: string;
}

export interface CaseFileView {
  readonly id: string;
  readonly owner: PersonView | null;
  readonly nextAction: string | null;
  readonly nextActionOn: LocalDate | null;
  readonly entries: {
    id: string;
    kind: CaseEntryKind;
    happenedOn: LocalDate;
    withName: string | null;
    text: string;
    promisedFor: LocalDate | null;
    recordedBy: string;
  }[];
  readonly tasks: {
    id: string;
    title: string;
    responsibleName: string | null;
    dueOn: LocalDate;
    state: PlanTaskState;
    overdue: boolean;
    outcome: string | null;
    evidenceUrl: string | null;
    endedBy: string | null;
    version: number;
  }[];
  readonly officers: PersonView[];
  readonly parties: PersonView[];
  readonly version: number;
}

export interface CaseDateView {
  readonly id: string;
  readonly kind: 'NEXT_ACTION' | 'PROMISE' | 'TASK' | 'FOLLOW_UP' | 'VALID_TO';
  readonly on: LocalDate;
  readonly mou: { id: string; registerNo: string; title: string };
  readonly text: string | null;
  readonly owner: string | null;
}

const MOST_DATES = 500;

@Injectable()
export class CaseQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement; a case that nobody has opened is empty, not missing. */
  ofMou(actor: Actor, mouId: string): Promise<CaseFileView> {
    return this.uow.read(actor, (tx) =>
      tx.one<CaseFileView>(
        `select m.id, case when u.id is not null then json_build_object('id', u.id, 'name', u.full_name) end as owner,
           c.next_action as "nextAction", c.next_action_on as "nextActionOn", coalesce(c.version, 0) as version,
           coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'happenedOn', e.happened_on, 'withName', o.short_name,
               'text', e.text, 'promisedFor', e.promised_for, 'recordedBy', w.full_name) order by e.happened_on desc, e.id desc)
             from case_entry e join app_user w on w.id = e.recorded_by left join organization o on o.id = e.with_org_id where e.mou_id = m.id), '[]') as entries,
           coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'responsibleName', o.short_name, 'dueOn', t.due_on, 'state', t.state,
               'overdue', t.state = 'OPEN' and t.due_on < $2::date, 'outcome', t.outcome, 'evidenceUrl', '/files/' || t.evidence_file_id,
               'endedBy', w.full_name, 'version', t.version) order by t.state <> 'OPEN', t.due_on, t.id)
             from plan_task t left join organization o on o.id = t.responsible_org_id left join app_user w on w.id = t.ended_by where t.mou_id = m.id), '[]') as tasks,
           coalesce((select json_agg(json_build_object('id', p.id, 'name', p.full_name) order by p.full_name)
             from membership s join app_user p on p.id = s.user_id where s.org_id = $3 and s.ended_at is null and p.disabled_at is null), '[]') as officers,
           coalesce((select json_agg(json_build_object('id', o.id, 'name', o.short_name) order by mp.position)
             from mou_party mp join organization o on o.id = mp.org_id where mp.mou_id = m.id), '[]') as parties
         from mou m left join case_file c on c.mou_id = m.id left join app_user u on u.id = c.owner_id where m.id = $1`,
        [idOf(mouId), tx.today, actor.orgId],
      ),
    );
  }

  /** Every day between two days (both included) on which an agreement wants looking at, in order. */
  calendar(actor: Actor, from: LocalDate, to: LocalDate): Promise<CaseDateView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<CaseDateView>(
        `select d.kind || ':' || d.key as id, d.kind, d.on_day as on, d.text, u.full_name as owner,
           json_build_object('id', m.id, 'registerNo', m.register_no, 'title', m.title) as mou
         from (
           select 'NEXT_ACTION' as kind, mou_id::text as key, mou_id, next_action_on as on_day, next_action as text from case_file
             where next_action_on between $1 and $2
           union all select 'PROMISE', id::text, mou_id, promised_for, text from case_entry where promised_for between $1 and $2
           union all select 'TASK', id::text, mou_id, due_on, title from plan_task where state = 'OPEN' and due_on between $1 and $2
           union all select 'FOLLOW_UP', id::text, mou_id, follow_up_on, null from agreement_alert
             where cleared_at is null and status = 'ACKNOWLEDGED' and follow_up_on between $1 and $2
           union all select 'VALID_TO', id::text, id, valid_to, null from mou where status = 'IN_FORCE' and valid_to between $1 and $2
         ) d join mou m on m.id = d.mou_id left join case_file c on c.mou_id = m.id left join app_user u on u.id = c.owner_id
         order by d.on_day, d.kind, d.key limit ${MOST_DATES}`,
        [from, to],
      ),
    );
  }
}
