import { Injectable } from '@nestjs/common';
import {
  DUTY_STEPS,
  DUTY_TRANSITIONS,
  type DutyActor,
  dutyDayHasCome,
  dutyMover,
  type DutyMover,
  type DutyState,
  type DutyStep,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { explain } from '../../platform/graphql/refusal.js';
import { dutiesMessages } from './duties.messages.js';
import { successorNameSql } from '../registry/index.js';
import { type DutyWordView, waitingWordsSql } from './duty-word.queries.js';

export interface DutyRecordView {
  readonly id: string;
  readonly step: DutyStep;
  readonly organization: string | null;
  readonly text: string;
  readonly happenedOn: string;
  readonly docNo: string | null;
  readonly docDate: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly by: string;
  readonly at: string;
}

export interface DutyView {
  readonly id: string;
  readonly eventCode: string;
  readonly eventTitle: string;
  readonly section: string;
  readonly actorKind: DutyActor;
  readonly actorName: string;
  /** The body that has the named one's duties today, where it is another. */
  readonly actorToday: string | null;
  readonly title: string;
  readonly quote: string;
  readonly before: string | null;
  readonly continuing: boolean;
  readonly state: DutyState;
  readonly dayHasCome: boolean;
  readonly mover: DutyMover;
  readonly nextMove: string | null;
  readonly nextOn: string | null;
  readonly recordCount: number;
  readonly lastOn: string | null;
  readonly records: DutyRecordView[];
  readonly words: DutyWordView[];
  readonly isDemo: boolean;
  readonly version: number;
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

type Row = Omit<DutyView, 'dayHasCome' | 'mover' | 'availableActions'>;

/** $1 language, $2 today. */
const SELECT = `select d.id, e.code as "eventCode", e.title as "eventTitle", d.section, d.actor_kind as "actorKind",
    case when $1 = 'en' then d.actor_en else d.actor_vi end as "actorName", ${successorNameSql('d.org_id', '$2')} as "actorToday",
    case when $1 = 'en' then d.title_en else d.title_vi end as title, d.quote, d.before, d.continuing, coalesce(t.status, 'UNKNOWN') as state,
    t.next_move as "nextMove", t.next_on as "nextOn", (select count(*)::int from duty_record r where r.duty_id = d.id) as "recordCount",
    (select max(r.happened_on) from duty_record r where r.duty_id = d.id) as "lastOn", e.is_demo as "isDemo", coalesce(t.version, 0) as version,
    coalesce((select json_agg(json_build_object('id', r.id, 'step', r.step, 'organization', o.name, 'text', r.text, 'happenedOn', r.happened_on,
        'docNo', r.doc_no, 'docDate', r.doc_date, 'file', case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end,
        'by', u.full_name, 'at', r.at) order by r.at desc, r.id desc)
      from duty_record r join app_user u on u.id = r.by_user left join organization o on o.id = r.org_id left join stored_file f on f.id = r.file_id
      where r.duty_id = d.id), '[]') as records, ${waitingWordsSql} as words
  from duty d join event e on e.id = d.event_id left join duty_task t on t.duty_id = d.id`;

/** The tasks that a notice lays on people, with what is known of each; the Alliance's own. */
@Injectable()
export class DutyQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** A notice has a score of duties: they are read whole. */
  ofEvent(actor: Actor, eventCode: string | null): Promise<DutyView[]> {
    assertMay(actor, 'duty.record', {});
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${SELECT} where $3::text is null or e.code = $3 order by e.held_on desc, e.code, d.position`,
        [actor.locale, tx.today, eventCode],
      );
      return rows.map((row) => view(row, actor, tx.today));
    });
  }

  byId(actor: Actor, id: string): Promise<DutyView> {
    assertMay(actor, 'duty.record', {});
    return this.uow.read(actor, async (tx) =>
      view(await tx.one<Row>(`${SELECT} where d.id = $3`, [actor.locale, tx.today, idOf(id)]), actor, tx.today),
    );
  }
}

function view(row: Row, actor: Actor, today: string): DutyView {
  const offered = DUTY_STEPS.filter((step) => DUTY_TRANSITIONS[row.state][step] !== undefined);
  return {
    ...row,
    dayHasCome: dutyDayHasCome(row.state, row.before, today),
    mover: dutyMover(row.state),
    availableActions: offered.map((action) => {
      const endless = action === 'complete' && row.continuing;
      const reason = endless ? explain(dutiesMessages, { code: 'DUTY_CONTINUING' }, actor.locale).message : null;
      return { action, allowed: !endless, reason };
    }),
  };
}
