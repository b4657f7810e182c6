import { Injectable } from '@nestjs/common';
import { accept, OPEN_PETITION, type PetitionState, refuse, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { PetitionBlock } from './petition-block.entity.js';
import type { PetitionRefusal } from './petition.messages.js';

/** A petition that an agreement waits for, as other modules need it. */
export interface BlockingPetition {
  readonly mouId: string;
  readonly petitionId: string;
  readonly number: string;
  readonly status: PetitionState;
  readonly answerBefore: string | null;
  readonly departmentId: string | null;
  readonly linkedAt: Date;
}

/** Which agreements wait for which petitions; every call runs in the caller's transaction. */
@Injectable()
export class PetitionBlocks {
  /** NOT_FOUND for an agreement or a petition the actor may not see; ALREADY_BLOCKING for a pair that is open. */
  async link(
    tx: Tx,
    actor: Actor,
    petitionId: string,
    mouId: string,
    note: string | null,
  ): Promise<Result<string, PetitionRefusal>> {
    await tx.one('select id from mou where id = $1', [mouId]);
    await tx.one('select id from petition where id = $1', [petitionId]);
    const [open] = await tx.query('select 1 from petition_block where petition_id = $1 and mou_id = $2 and ended_at is null', [
      petitionId,
      mouId,
    ]);
    if (open) return refuse({ code: 'ALREADY_BLOCKING' });
    await tx.insert(PetitionBlock, { id: newId(), petitionId, mouId, note, linkedBy: actor.userId, linkedAt: tx.now });
    await tx.audit('petition.block', 'petition', petitionId, { mouId });
    return accept(petitionId);
  }

  /** The agreement no longer waits, or never did: with the reason. */
  async unlink(
    tx: Tx,
    actor: Actor,
    petitionId: string,
    mouId: string,
    reason: string,
  ): Promise<Result<string, PetitionRefusal>> {
    const ended = await tx.change(
      `update petition_block set ended_at = $3, ended_by = $4, end_reason = $5
       where petition_id = $1 and mou_id = $2 and ended_at is null returning id`,
      [petitionId, mouId, tx.now, actor.userId, reason],
    );
    if (ended.length === 0) return refuse({ code: 'NOT_BLOCKING' });
    await tx.audit('petition.unblock', 'petition', petitionId, { mouId });
    return accept(petitionId);
  }

  /** Open petitions that block these agreements, the oldest link first. The reader's walls hold. */
  blocking(tx: Pick<Tx, 'query'>, mouIds: readonly string[]): Promise<BlockingPetition[]> {
    return tx.query<BlockingPetition>(
      `select b.mou_id as "mouId", p.id as "petitionId", p.number, p.status, p.answer_before as "answerBefore",
         p.department_id as "departmentId", b.linked_at as "linkedAt"
       from petition_block b join petition p on p.id = b.petition_id
       where b.mou_id = any($1) and b.ended_at is null and p.status = any($2) order by b.linked_at, b.id`,
      [mouIds, OPEN_PETITION],
    );
  }

  /** A merged petition's agreements wait for the one it was merged into. */
  async carryOver(tx: Tx, actor: Actor, fromId: string, intoId: string): Promise<void> {
    const open = await tx.query<{ mouId: string; note: string | null }>(
      'select mou_id as "mouId", note from petition_block where petition_id = $1 and ended_at is null order by id',
      [fromId],
    );
    for (const { mouId, note } of open) {
      await this.unlink(tx, actor, fromId, mouId, 'MERGED');
      await this.link(tx, actor, intoId, mouId, note);
    }
  }
}
