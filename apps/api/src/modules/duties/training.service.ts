import { Injectable } from '@nestjs/common';
import { accept, checkTraining, refuse, type Refusal, type Result, type TrainingKind } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import type { DutiesRefusal } from './duties.messages.js';
import { TrainingSession } from './training.entity.js';

export interface TrainingRecordCommand {
  readonly clientKey: string;
  readonly kind: TrainingKind;
  readonly topic: string;
  readonly heldOn: string;
  readonly place?: string | null;
  /** The Alliance itself where left out. */
  readonly organizerOrgId?: string | null;
  readonly dutyId?: string | null;
  readonly attendeeOrgIds: readonly string[];
  readonly people: number;
  readonly fileId?: string | null;
}

/** The register of trainings and guidance that were held. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  record(actor: Actor, input: TrainingRecordCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'trainingRecord', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'training.record', {});
      const wanted = [...new Set(input.attendeeOrgIds)];
      const [topic, place] = [tidyText(input.topic)?.slice(0, 500) ?? '', tidyText(input.place)?.slice(0, 300) ?? null];
      const held = { topic, heldOn: input.heldOn, organizations: wanted.length, people: input.people };
      const checked = checkTraining(held, tx.today);
      if (!checked.ok) return checked;
      const organizerOrgId = input.organizerOrgId ?? actor.orgId;
      const known = await tx.query<{ id: string; isDemo: boolean }>(
        'select id, is_demo as "isDemo" from organization where id = any($1) order by id',
        [[...wanted, organizerOrgId].filter(isUuid)],
      );
      const has = (id: string) => known.some((org) => org.id === id);
      if (!wanted.every(has) || !has(organizerOrgId)) return refuse<DutiesRefusal>({ code: 'DUTY_ORG_UNKNOWN' });
      if (input.dutyId) await tx.one('select id from duty where id = $1', [idOf(input.dutyId)]);
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const id = newId();
      await tx.insert(TrainingSession, {
        id,
        kind: input.kind,
        topic,
        heldOn: input.heldOn,
        place,
        organizerOrgId,
        dutyId: input.dutyId ?? null,
        attendeeOrgIds: wanted,
        people: input.people,
        fileId: file?.id ?? null,
        recordedBy: actor.userId,
        at: tx.now,
        isDemo: known.some((org) => wanted.includes(org.id) && org.isDemo),
      });
      await tx.audit('training.record', 'training_session', id, { organizations: wanted.length, people: input.people });
      return accept(id);
    });
  }
}
