import { Injectable } from '@nestjs/common';
import {
  accept,
  caseEntry,
  nextAction,
  nextState,
  PLAN_TASK_TRANSITIONS,
  planTask,
  refuse,
  taskOutcome,
  type CaseEntryKind,
  type LocalDate,
  type PlanTaskState,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { FileBook } from '../../registry/index.js';
import { CaseEntry } from './case-entry.entity.js';
import type { CaseWorkRefusal } from './case.messages.js';
import { PlanTask } from './plan-task.entity.js';

interface Keyed {
  readonly clientKey: string;
}
export interface CaseFileSave extends Keyed {
  readonly mouId: string;
  readonly version: number;
  readonly ownerId?: string | null;
  readonly nextAction?: string | null;
  readonly nextActionOn?: LocalDate | null;
}
export interface CaseEntryAdd extends Keyed {
  readonly mouId: string;
  readonly kind: CaseEntryKind;
  readonly happenedOn: LocalDate;
  readonly orgId?: string | null;
  readonly text: string;
  readonly promisedFor?: LocalDate | null;
}
export interface PlanTaskAdd extends Keyed {
  readonly mouId: string;
  readonly text: string;
  readonly orgId?: string | null;
  readonly dueOn: LocalDate;
}
export interface PlanTaskEnd extends Keyed {
  readonly id: string;
  readonly version: number;
  readonly done: boolean;
  readonly outcome?: string | null;
  readonly evidenceFileId?: string | null;
}

/** The Alliance's work on an agreement; every act answers with the memorandum's id, whose case is then read anew. */
@Injectable()
export class CaseService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  save(actor: Actor, input: CaseFileSave): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'caseFileSave', clientKey: input.clientKey, input }, async (tx) => {
      const mouId = await lockMou(tx, actor, input.mouId);
      const next = nextAction(input.nextAction ?? null, input.nextActionOn ?? null);
      if (!next.ok) return next;
      const ownerId = input.ownerId ? idOf(input.ownerId) : null;
      if (ownerId && !(await isColleague(tx, actor, ownerId))) return refuse<CaseWorkRefusal>({ code: 'CASE_OWNER_UNKNOWN' });
      const [stored] = await tx.query<{ version: number }>('select version from case_file where mou_id = $1', [mouId]);
      const version = stored?.version ?? 0;
      if (version !== input.version) return versionConflict(version);
      await tx.query(
        `insert into case_file (mou_id, owner_id, next_action, next_action_on, saved_at, version) values ($1, $2, $3, $4, $5, 1)
         on conflict (mou_id) do update set owner_id = excluded.owner_id, next_action = excluded.next_action,
           next_action_on = excluded.next_action_on, saved_at = excluded.saved_at, version = case_file.version + 1`,
        [mouId, ownerId, next.value.text, next.value.on, tx.now],
      );
      await tx.audit('case.save', 'case_file', mouId, { ownerId, nextActionOn: next.value.on });
      return accept(mouId);
    });
  }

  addEntry(actor: Actor, input: CaseEntryAdd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'caseEntryAdd', clientKey: input.clientKey, input }, async (tx) => {
      const mouId = await lockMou(tx, actor, input.mouId);
      const { kind, happenedOn, text, promisedFor = null } = input;
      const entry = caseEntry({ kind, happenedOn, text, promisedFor }, tx.today);
      if (!entry.ok) return entry;
      const withOrgId = input.orgId ? idOf(input.orgId) : null;
      if (withOrgId && !(await isParty(tx, mouId, withOrgId))) return refuse<CaseWorkRefusal>({ code: 'CASE_NOT_A_PARTY' });
      const id = newId();
      await tx.insert(CaseEntry, { ...entry.value, id, mouId, withOrgId, recordedBy: actor.userId, recordedAt: tx.now });
      await tx.audit('case.entry', 'case_file', mouId, { entryId: id, kind });
      return accept(mouId);
    });
  }

  addTask(actor: Actor, input: PlanTaskAdd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'planTaskAdd', clientKey: input.clientKey, input }, async (tx) => {
      const mouId = await lockMou(tx, actor, input.mouId);
      const title = planTask(input.text, input.dueOn, tx.today);
      if (!title.ok) return title;
      const responsibleOrgId = input.orgId ? idOf(input.orgId) : null;
      if (responsibleOrgId && !(await isParty(tx, mouId, responsibleOrgId)))
        return refuse<CaseWorkRefusal>({ code: 'CASE_NOT_A_PARTY' });
      const id = newId();
      const row = {
        id,
        mouId,
        title: title.value,
        responsibleOrgId,
        dueOn: input.dueOn,
        createdBy: actor.userId,
        createdAt: tx.now,
      };
      await tx.insert(PlanTask, row);
      await tx.audit('plan-task.add', 'plan_task', id, { mouId, dueOn: input.dueOn });
      return accept(mouId);
    });
  }

  endTask(actor: Actor, input: PlanTaskEnd): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'planTaskEnd', clientKey: input.clientKey, input }, async (tx) => {
      const task = await tx.one<{ id: string; mouId: string; state: PlanTaskState; version: number }>(
        'select id, mou_id as "mouId", state, version from plan_task where id = $1 for update',
        [idOf(input.id)],
      );
      assertMay(actor, 'case.work', {});
      const moved = nextState(PLAN_TASK_TRANSITIONS, task.state, input.done ? 'finish' : 'drop');
      if (!moved.ok) return refuse<CaseWorkRefusal>({ code: 'TASK_ENDED' });
      if (task.version !== input.version) return versionConflict(task.version);
      const fileId = input.evidenceFileId ? (await this.files.attach(tx, idOf(input.evidenceFileId), actor.orgId)).id : null;
      const outcome = taskOutcome(input.outcome ?? null, fileId !== null);
      if (!outcome.ok) return outcome;
      await tx.query(
        `update plan_task set state = $2, outcome = $3, evidence_file_id = $4, ended_by = $5, ended_at = $6, version = version + 1 where id = $1`,
        [task.id, moved.value, outcome.value, fileId, actor.userId, tx.now],
      );
      await tx.audit(input.done ? 'plan-task.finish' : 'plan-task.drop', 'plan_task', task.id, { mouId: task.mouId });
      return accept(task.mouId);
    });
  }
}

/** Acts on one case wait for each other. */
async function lockMou(tx: Tx, actor: Actor, id: string): Promise<string> {
  const mou = await tx.one<{ id: string }>('select id from mou where id = $1 for no key update', [idOf(id)]);
  assertMay(actor, 'case.work', {});
  return mou.id;
}

const isColleague = async (tx: Tx, actor: Actor, userId: string): Promise<boolean> =>
  (await tx.query('select 1 from membership where org_id = $1 and user_id = $2 and ended_at is null', [actor.orgId, userId]))
    .length > 0;

const isParty = async (tx: Tx, mouId: string, orgId: string): Promise<boolean> =>
  (await tx.query('select 1 from mou_party where mou_id = $1 and org_id = $2', [mouId, orgId])).length > 0;
