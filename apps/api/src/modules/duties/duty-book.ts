import {
  accept,
  type DutyRecordDraft,
  type DutyRefusal,
  type DutyState,
  type DutyStep,
  recordDuty,
  type Result,
} from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { DutyRecord } from './duty.entity.js';

export interface LockedDuty {
  readonly id: string;
  readonly title: string;
  readonly continuing: boolean;
  readonly state: DutyState;
  /** 0 while nothing was recorded. */
  readonly version: number;
}

/** A duty and where it stands, under lock; NOT_FOUND for an id that is none. */
export async function lockDuty(tx: Tx, id: string): Promise<LockedDuty> {
  const duty = await tx.one<{ id: string; title: string; continuing: boolean }>(
    'select id, title_vi as title, continuing from duty where id = $1 for update',
    [id],
  );
  const [task] = await tx.query<{ state: DutyState; version: number }>(
    'select status as state, version from duty_task where duty_id = $1 for update',
    [id],
  );
  return { ...duty, state: task?.state ?? 'UNKNOWN', version: task?.version ?? 0 };
}

export interface DutyEntry extends Omit<DutyRecordDraft, 'hasFile'> {
  readonly step: DutyStep;
  readonly orgId: string | null;
  readonly fileId: string | null;
}

/** One entry of a duty's diary, and what it makes of the duty. Returns the entry's id. */
export async function writeDutyRecord(
  tx: Tx,
  duty: LockedDuty,
  { nextMove, nextOn, ...told }: DutyEntry,
  userId: string,
): Promise<Result<string, DutyRefusal>> {
  const moved = recordDuty(duty, told.step, { ...told, nextMove, nextOn, hasFile: told.fileId !== null }, tx.today);
  if (!moved.ok) return moved;
  const id = newId();
  await tx.insert(DutyRecord, { ...told, id, dutyId: duty.id, byUser: userId, at: tx.now });
  await tx.query(
    `insert into duty_task (duty_id, status, next_move, next_on, changed_at, version) values ($1, $2, $3, $4, $5, 1)
     on conflict (duty_id) do update set status = excluded.status, next_move = excluded.next_move, next_on = excluded.next_on,
       changed_at = excluded.changed_at, version = duty_task.version + 1`,
    [duty.id, moved.value, nextMove, nextOn, tx.now],
  );
  await tx.audit(`duty.${told.step}`, 'duty', duty.id, { recordId: id, from: duty.state, to: moved.value });
  return accept(id);
}
