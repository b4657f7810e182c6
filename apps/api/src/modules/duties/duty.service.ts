import { Injectable } from '@nestjs/common';
import { accept, type DutyStep, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import type { DutiesRefusal } from './duties.messages.js';
import { lockDuty, writeDutyRecord } from './duty-book.js';

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
      const duty = await lockDuty(tx, idOf(input.id));
      if (duty.version !== input.version) return versionConflict(duty.version);
      const [org] =
        input.orgId && isUuid(input.orgId)
          ? await tx.query<{ id: string }>('select id from organization where id = $1', [input.orgId])
          : [];
      if (input.orgId && !org) return refuse<DutiesRefusal>({ code: 'DUTY_ORG_UNKNOWN' });
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const entry = {
        step: input.step,
        text: tidyText(input.text) ?? '',
        happenedOn: input.happenedOn,
        docNo: tidyText(input.docNo) ?? null,
        docDate: input.docDate ?? null,
        nextMove: tidyText(input.nextMove) ?? null,
        nextOn: input.nextOn ?? null,
        orgId: org?.id ?? null,
        fileId: file?.id ?? null,
      };
      const written = await writeDutyRecord(tx, duty, entry, actor.userId);
      if (!written.ok) return written;
      return accept(duty.id);
    });
  }
}
