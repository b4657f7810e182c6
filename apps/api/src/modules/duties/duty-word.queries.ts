import { Injectable } from '@nestjs/common';
import {
  DUTY_TRANSITIONS,
  DUTY_WORD_STEPS,
  dutyDayHasCome,
  type DutyState,
  type DutyWordState,
  type DutyWordStep,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { holdsDutiesSql } from '../registry/index.js';

export interface DutyWordView {
  readonly id: string;
  readonly organization: string;
  readonly step: DutyWordStep;
  readonly text: string;
  readonly happenedOn: string;
  readonly docNo: string | null;
  readonly docDate: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly by: string;
  readonly at: string;
  readonly status: DutyWordState;
  readonly reason: string | null;
  readonly version: number;
}

export interface OwnDutyView {
  readonly id: string;
  readonly eventTitle: string;
  readonly section: string;
  readonly actorName: string;
  /** Laid on another body, whose duties the reader's has today. */
  readonly isTakenOver: boolean;
  readonly title: string;
  readonly quote: string;
  readonly before: string | null;
  readonly continuing: boolean;
  readonly state: DutyState;
  readonly dayHasCome: boolean;
  readonly isDemo: boolean;
  readonly words: DutyWordView[];
  /** Empty while a word waits, and of a duty that is done. */
  readonly steps: DutyWordStep[];
}

/** A duty `d` laid on the reader's body by name, on one it took over from, or on departments at large. */
export const addressedToSql = (reader: string, today: string): string =>
  `(d.actor_kind in ('ALL_LEVELS', 'DEPARTMENTS_DISTRICTS') or d.org_id is not null and ${holdsDutiesSql('d.org_id', reader, today)})`;

/** Words as rows of JSON, the newest first; `w` is the word. */
const words = (condition: string): string =>
  `coalesce((select json_agg(json_build_object('id', w.id, 'organization', o.name, 'step', w.step, 'text', w.text, 'happenedOn', w.happened_on,
      'docNo', w.doc_no, 'docDate', w.doc_date, 'file', case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end,
      'by', u.full_name, 'at', w.at, 'status', w.status, 'reason', w.reason, 'version', w.version) order by w.at desc, w.id desc)
    from duty_word w join app_user u on u.id = w.by_user join organization o on o.id = w.org_id left join stored_file f on f.id = w.file_id
    where w.duty_id = d.id and ${condition}), '[]')`;

/** For the Alliance: what waits for its word on a duty `d`. */
export const waitingWordsSql = words(`w.status = 'WAITING'`);

/** $1 language, $2 the reader's body, $3 today. */
const OWN = `select d.id, e.title as "eventTitle", d.section, case when $1 = 'en' then d.actor_en else d.actor_vi end as "actorName",
    d.org_id is not null and d.org_id <> $2 as "isTakenOver", case when $1 = 'en' then d.title_en else d.title_vi end as title, d.quote, d.before,
    d.continuing, coalesce(t.status, 'UNKNOWN') as state, e.is_demo as "isDemo", ${words('w.org_id = $2')} as words
  from duty d join event e on e.id = d.event_id left join duty_task t on t.duty_id = d.id where ${addressedToSql('$2', '$3')}`;

type Row = Omit<OwnDutyView, 'dayHasCome' | 'steps'>;

/** What a department reads of the duties laid on it: the notice's words, where each stands, and its own words. */
@Injectable()
export class DutyWordQueries {
  constructor(private readonly uow: UnitOfWork) {}

  own(actor: Actor): Promise<OwnDutyView[]> {
    assertMay(actor, 'duty.tell', { ownerOrgId: actor.orgId });
    return this.uow.read(actor, async (tx) => {
      // The diary stays the Alliance's; its state alone comes with the duty.
      const rows = await asSystem(tx, () =>
        tx.query<Row>(`${OWN} order by d.org_id is null, e.held_on desc, d.position`, [actor.locale, actor.orgId, tx.today]),
      );
      return rows.map((row) => view(row, tx.today));
    });
  }

  ownById(actor: Actor, id: string): Promise<OwnDutyView> {
    assertMay(actor, 'duty.tell', { ownerOrgId: actor.orgId });
    return this.uow.read(actor, async (tx) => {
      const row = await asSystem(tx, () => tx.one<Row>(`${OWN} and d.id = $4`, [actor.locale, actor.orgId, tx.today, idOf(id)]));
      return view(row, tx.today);
    });
  }
}

function view(row: Row, today: string): OwnDutyView {
  const waits = row.words.some(({ status }) => status === 'WAITING');
  return {
    ...row,
    dayHasCome: dutyDayHasCome(row.state, row.before, today),
    steps: DUTY_WORD_STEPS.filter(
      (step) => !waits && DUTY_TRANSITIONS[row.state][step] !== undefined && !(step === 'complete' && row.continuing),
    ),
  };
}
