import { Injectable } from '@nestjs/common';
import { accept, nextState, refuse, MOU_TRANSITIONS, type MouAction, type SignatureMethod } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import type { PdfSignature } from '../../platform/documents/index.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { mouRefused } from './agreements.notices.js';
import { EntryIntoForce } from './entry-into-force.js';
import { hashOfMou, progressOfSignatures, unsigned } from './mou-rules.js';
import { openMou, type MouAct, type MouOutcome } from './mou.service.js';
import { readMou, type MouStanding, type StandingSignature } from './mou-standing.js';
import { Mou } from './mou.entity.js';
import { ProgressKeeper } from './progress-keeper.js';
import { Signature } from './signature.entity.js';
import { type From, keepEvidence } from './signing/signature-log.js';
import { SignedPdf } from './signing/signed-pdf.js';
import { SigningCodeService } from './signing/signing-code.service.js';
import { closeRound } from './signing/signing-rounds.js';

const ofMou = ({ id }: { readonly id: string }) => ({ documentType: 'MOU', documentId: id }) as const;

/**
 * Ways to sign: in the app (with a one-time code where the round asks for one), with the round's paper signed on one's own device,
 * or on paper, attested by one person of the Alliance and countersigned by another. The way is kept with the signature.
 */
@Injectable()
export class MouSigningService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly entry: EntryIntoForce,
    private readonly progress: ProgressKeeper,
    private readonly codes: SigningCodeService,
    private readonly pdfs: SignedPdf,
  ) {}

  async sign(actor: Actor, input: MouAct & { readonly code?: string | null }, from: From): Promise<MouOutcome> {
    const code = input.code?.trim();
    if (code) {
      const tried = await this.codes.tryOut(actor, 'MOU', idOf(input.id), code);
      if (!tried.ok) return tried;
    }
    return this.uow.mutate(actor, { operation: 'mou.sign', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouSign', input);
      if (!opened.ok) return opened;
      const mou = opened.value;
      if (mou.round?.requireCode && !code) return refuse({ code: 'CODE_REQUIRED' });
      const used = code ? await this.codes.use(tx, actor, { id: mou.id, sha256: hashOfMou(mou) }, code) : accept(null);
      if (!used.ok) return used;
      return this.give(tx, actor, mou, { method: code ? 'ONE_TIME_CODE' : 'IN_APP', from });
    });
  }

  /** What the file says of itself is kept with the signature; the platform vouches for none of it. */
  async signWithPdf(actor: Actor, input: MouAct & { readonly fileId: string }, from: From): Promise<MouOutcome> {
    const round = await this.uow.read(actor, async (tx) => (await readMou(tx, idOf(input.id))).round);
    const inspected = await this.pdfs.inspect(actor, input.fileId, round);
    return this.uow.mutate(actor, { operation: 'mou.sign-pdf', clientKey: input.clientKey, input }, async (tx) => {
      const opened = await openMou(tx, actor, 'mouSignPdf', input);
      if (!opened.ok) return opened;
      if (!inspected.ok) return inspected;
      const fileId = await this.pdfs.keep(tx, actor, input.fileId);
      return this.give(tx, actor, opened.value, { method: 'SIGNED_PDF', from, fileId, inspection: inspected.value });
    });
  }

  private async give(
    tx: Tx,
    actor: Actor,
    mou: MouStanding,
    way: { method: SignatureMethod; from: From; fileId?: string; inspection?: readonly PdfSignature[] },
  ): Promise<MouOutcome> {
    const documentSha256 = hashOfMou(mou);
    const { method, from, fileId = null, inspection = null } = way;
    const own = { orgId: actor.orgId, method, signedOn: tx.today };
    await tx.insert(Signature, {
      id: newId(),
      documentType: 'MOU',
      documentId: mou.id,
      ...own,
      signedBy: actor.userId,
      documentSha256,
      fileId,
      inspection,
      recordedAt: tx.now,
    });
    const roundNo = mou.round?.roundNo ?? null;
    await keepEvidence(tx, [
      ...(inspection
        ? [{ ...ofMou(mou), kind: 'PDF_DESCRIBED', roundNo, documentSha256, data: { signatures: inspection } } as const]
        : []),
      { ...ofMou(mou), kind: 'SIGNED', roundNo, method, documentSha256, data: { ...from } },
    ]);
    await tx.audit('mou.sign', 'mou', mou.id, { documentSha256, method });
    const signatures = [...mou.signatures, { ...own, attestedBy: null, countersignedBy: null }];
    await this.saveSigned(tx, { ...mou, signatures }, 'completeSignatures');
    return accept(mou.id);
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
      const roundNo = await closeRound(tx, 'MOU', mou.id, 'REFUSED', reason);
      await keepEvidence(tx, [
        { ...ofMou(mou), kind: 'REFUSED', roundNo, documentSha256: hashOfMou(mou), data: { reason } },
        ...mou.signatures.map((one) => ({
          ...ofMou(mou),
          kind: 'VOIDED' as const,
          roundNo,
          method: one.method,
          orgId: one.orgId,
        })),
      ]);
      await tx.manager.delete(Signature, { documentType: 'MOU', documentId: mou.id });
      await tx.updateVersioned(Mou, mou.id, mou.version, { status: moved.value });
      await this.progress.refresh(tx, [mou.id]);
      await tx.audit('mou.refuse', 'mou', mou.id, { reason, voidedSignatures: mou.signatures.length, round: roundNo });
      for (const orgId of mou.partyOrgIds.filter((id) => id !== actor.orgId)) {
        await sendNotice(tx, mouRefused, {
          orgId,
          key: `${mou.id}-${mou.version}`,
          facts: { mouId: mou.id, title: mou.title, reason },
        });
      }
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
    await closeRound(tx, 'MOU', mou.id, 'COMPLETED');
    await tx.updateVersioned(Mou, mou.id, mou.version, { status: moved.value, signedOn });
    await tx.audit('mou.signed', 'mou', mou.id, { signedOn });
    await this.entry.signedMou(tx, mou, mou.lines);
  }
}
