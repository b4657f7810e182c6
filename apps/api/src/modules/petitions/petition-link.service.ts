import { Injectable } from '@nestjs/common';
import { accept, OPEN_PETITION, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { PetitionBlocks } from './petition-blocks.js';
import { lockPetition, reasonOf, textOf } from './petition-book.js';
import { Petition } from './petition.entity.js';
import type { PetitionRefusal } from './petition.messages.js';
import type { BlockCommand, PetitionCommand, ReasonCommand } from './petition.view.js';

/** The Alliance says which agreements wait for a petition, and when they no longer do. */
@Injectable()
export class PetitionLinkService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blocks: PetitionBlocks,
  ) {}

  link(actor: Actor, input: BlockCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, 'petitionBlock', input, (tx) => {
      const note = textOf(input.note);
      return note.ok ? this.blocks.link(tx, actor, idOf(input.id), idOf(input.mouId), note.value) : Promise.resolve(note);
    });
  }

  unlink(actor: Actor, input: ReasonCommand & { readonly mouId: string }): Promise<Result<string, Refusal>> {
    return this.act(actor, 'petitionUnblock', input, (tx) => {
      const reason = reasonOf(input.reason);
      return reason.ok ? this.blocks.unlink(tx, actor, idOf(input.id), idOf(input.mouId), reason.value) : Promise.resolve(reason);
    });
  }

  /** In the caller's transaction, whatever version the petition has: nothing of it is edited, an agreement begins to wait for it. */
  async linkWithin(
    tx: Tx,
    actor: Actor,
    petitionId: string,
    mouId: string,
    given: string | null | undefined,
  ): Promise<Result<string, PetitionRefusal>> {
    const petition = await lockPetition(tx, petitionId);
    assertMay(actor, 'petition.manage', {});
    if (!OPEN_PETITION.includes(petition.status)) return refuse({ code: 'PETITION_STATE', status: petition.status });
    const note = textOf(given);
    if (!note.ok) return note;
    const linked = await this.blocks.link(tx, actor, petition.id, mouId, note.value);
    if (linked.ok) await tx.updateVersioned(Petition, petition.id, petition.version, {});
    return linked;
  }

  private act(
    actor: Actor,
    operation: string,
    input: PetitionCommand,
    change: (tx: Tx) => Promise<Result<string, PetitionRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const petition = await lockPetition(tx, idOf(input.id));
      assertMay(actor, 'petition.manage', {});
      if (petition.version !== input.version) return versionConflict(petition.version);
      const changed = await change(tx);
      if (!changed.ok) return changed;
      await tx.updateVersioned(Petition, petition.id, petition.version, {});
      return accept(petition.id);
    });
  }
}
