import { Injectable } from '@nestjs/common';
import { accept, type DutyState, type DutyStep, recordDuty, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import type { DutiesRefusal } from './duties.messages.js';
import { DutyRecord } from './duty.entity.js';

export interface DutyRecordCommand {
  readonly clientKey: string;
  readonly id: string;
  /** 0 while nothing was recorded. */
  readonly version: number;
  readonly step: DutyStep;
  readonly text: string;
  readonly happenedOn: string;
  readonly orgId?: string | null;
  readonly docNo?: string | null;
  readonly docDate?: string | null;
  readonly fileId?: string | null;
  readonly nextMove?: string | null;
  readonly nextOn?: string | null;
}

/** The Alliance writes down what it learns of a duty; nothing is assumed from silence. */
@Injectable()
export class DutyService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  record(actor: Actor, input: DutyRecordCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'dutyRecord', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'duty.record', {});
      const duty = await tx.one<{ id: string; continuing: boolean }>('select id, continuing from duty where id = $1 for update', [
        idOf(input.id),
      ]);
      const [task] = await tx.query<{ state: DutyState; version: number }>(
        'select status as state, version from duty_task where duty_id = $1 for update',
        [duty.id],
      );
      if ((task?.version ?? 0) !== input.version) return versionConflict(task?.version ?? 0);
      const draft = {
        text: tidyText(input.text) ?? '',
        happenedOn: input.happenedOn,
        docNo: tidyText(input.docNo) ?? null,
        docDate: input.docDate ?? null,
        nextMove: tidyText(input.nextMove) ?? null,
        nextOn: input.nextOn ?? null,
      };
      const standing = { state: task?.state ?? 'UNKNOWN', continuing: duty.continuing };
      const moved = recordDuty(standing, input.step, { ...draft, hasFile: Boolean(input.fileId) }, tx.today);
      if (!moved.ok) return moved;
      const [org] =
        input.orgId && isUuid(input.orgId)
          ? await tx.query<{ id: string }>('select id from organization where id = $1', [input.orgId])
          : [];
      if (input.orgId && !org) return refuse<DutiesRefusal>({ code: 'DUTY_ORG_UNKNOWN' });
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const { nextMove, nextOn, ...told } = draft;
      const id = newId();
      await tx.insert(DutyRecord, {
        ...told,
        id,
        dutyId: duty.id,
        step: input.step,
        orgId: org?.id ?? null,
        fileId: file?.id ?? null,
        byUser: actor.userId,
        at: tx.now,
      });
      await tx.query(
        `insert into duty_task (duty_id, status, next_move, next_on, changed_at, version) values ($1, $2, $3, $4, $5, 1)
         on conflict (duty_id) do update set status = excluded.status, next_move = excluded.next_move, next_on = excluded.next_on,
           changed_at = excluded.changed_at, version = duty_task.version + 1`,
        [duty.id, moved.value, nextMove, nextOn, tx.now],
      );
      await tx.audit(`duty.${input.step}`, 'duty', duty.id, { recordId: id, from: standing.state, to: moved.value });
      return accept(duty.id);
    });
  }
}
