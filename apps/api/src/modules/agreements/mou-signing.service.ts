import { Injectable } from '@nestjs/common';
import { accept, nextState, refuse, MOU_TRANSITIONS, type MouAction } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import { EntryIntoForce } from './entry-into-force.js';
import { hashOfMou, progressOfSignatures, unsigned } from './mou-rules.js';
import { openMou, type MouAct, type MouOutcome } from './mou.service.js';
import type { MouStanding, StandingSignature } from './mou-standing.js';
import { Mou } from './mou.entity.js';
import { ProgressKeeper } from './progress-keeper.js';
import { Signature } from './signature.entity.js';

/** Two ways to sign: each party in the app, or on paper, attested by one person of the Alliance and countersigned by another. */
@Injectable()
export class MouSigningService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly entry: EntryIntoForce,
    private readonly progress: ProgressKeeper,
  ) {}

  sign(actor: Actor, input: MouAct): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.sign', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouSign', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      const documentSha256 = hashOfMou(mou);
      const own = { orgId: actor.orgId, method: 'IN_APP', signedOn: tx.today } as const;
      await tx.insert(Signature, {
        id: newId(),
        documentType: 'MOU',
        documentId: mou.id,
        ...own,
        signedBy: actor.userId,
        documentSha256,
        recordedAt: tx.now,
      });
      await tx.audit('mou.sign', 'mou', mou.id, { documentSha256 });
      const signatures = [...mou.signatures, { ...own, attestedBy: null, countersignedBy: null }];
      await this.saveSigned(tx, { ...mou, signatures }, 'completeSignatures');
      return accept(mou.id);
    });
  }

  /** Back to the draft, with the reason for the others; signatures given so far are void. */
  refuse(actor: Actor, input: MouAct & { readonly reason?: string | null }): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.refuse', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouRefuse', input);
      if (!opened.ok) return opened;
      const reason = tidyText(input.reason);
      if (!reason) return refuse({ code: 'REASON_MISSING' });
      if (reason.length > 2000) return refuse({ code: 'REASON_TOO_LONG' });
      const mou = opened.value;
      const moved = nextState(MOU_TRANSITIONS, mou.status, 'refuse');
      if (!moved.ok) return refuse({ code: 'MOU_NOT_IN_SIGNING' });
      await tx.manager.delete(Signature, { documentType: 'MOU', documentId: mou.id });
      await tx.updateVersioned(Mou, mou.id, mou.version, { status: moved.value });
      await this.progress.refresh(tx, [mou.id]);
      await tx.audit('mou.refuse', 'mou', mou.id, { reason, voidedSignatures: mou.signatures.length });
      return accept(mou.id);
    });
  }

  attest(actor: Actor, input: MouAct & { readonly orgId: string; readonly signedOn: string }): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.attest', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouAttest', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      const orgId = idOf(input.orgId);
      const blocked = unsigned(mou, orgId);
      if (blocked) return refuse(blocked);
      if (input.signedOn > tx.today) return refuse({ code: 'SIGNED_IN_FUTURE' });
      await tx.insert(Signature, {
        id: newId(),
        documentType: 'MOU',
        documentId: mou.id,
        orgId,
        method: 'PAPER_ATTESTED',
        attestedBy: actor.userId,
        attestedAt: tx.now,
        signedOn: input.signedOn,
        documentSha256: hashOfMou(mou),
        recordedAt: tx.now,
      });
      await tx.updateVersioned(Mou, mou.id, mou.version, {});
      await this.progress.refresh(tx, [mou.id]);
      await tx.audit('mou.attest', 'mou', mou.id, { orgId, signedOn: input.signedOn });
      return accept(mou.id);
    });
  }

  /** The second person's word for all attested signatures: only now is the memorandum signed. */
  countersign(actor: Actor, input: MouAct): Promise<MouOutcome> {
    return this.uow.mutate(actor, { operation: 'mou.countersign', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouCountersign', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      await tx.query(
        `update signature set countersigned_by = $2, countersigned_at = $3
         where document_type = 'MOU' and document_id = $1 and method = 'PAPER_ATTESTED' and countersigned_by is null`,
        [mou.id, actor.userId, tx.now],
      );
      await tx.audit('mou.countersign', 'mou', mou.id, { signatures: mou.signatures.length });
      await this.saveSigned(tx, mou, 'attestSigned');
      return accept(mou.id);
    });
  }

  /** Saves the new version, and the state when this was the last mandatory signature. */
  private async saveSigned(
    tx: Tx,
    mou: MouStanding & { readonly signatures: readonly StandingSignature[] },
    action: Extract<MouAction, 'completeSignatures' | 'attestSigned'>,
  ): Promise<void> {
    const { complete, signedOn } = progressOfSignatures(mou);
    const moved = nextState(MOU_TRANSITIONS, mou.status, action);
    if (!complete || !moved.ok) {
      await tx.updateVersioned(Mou, mou.id, mou.version, {});
      await this.progress.refresh(tx, [mou.id]);
      return;
    }
    await tx.updateVersioned(Mou, mou.id, mou.version, { status: moved.value, signedOn });
    await tx.audit('mou.signed', 'mou', mou.id, { signedOn });
    await this.entry.signedMou(tx, mou, mou.lines);
  }
}
