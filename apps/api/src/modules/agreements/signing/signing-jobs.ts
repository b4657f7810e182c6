import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isReminderDay, MOU_TRANSITIONS, nextState, signersInTurn } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { officialPdf, renderPdf } from '../../../platform/documents/index.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { newId } from '../../../platform/ids.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { LegalBook, StoredFile } from '../../registry/index.js';
import { mouSigningLapsed, mouSigningReminder } from '../agreements.notices.js';
import { lockMou } from '../mou-standing.js';
import { agreementPaper } from '../paper/agreement-paper.js';
import { ProgressKeeper } from '../progress-keeper.js';
import { Signature } from '../signature.entity.js';
import { keepEvidence, type SignedDocumentType } from './signature-log.js';
import { closeRound } from './signing-rounds.js';

interface RoundRow {
  readonly documentType: SignedDocumentType;
  readonly documentId: string;
  readonly roundNo: number;
  readonly openedBy: string;
  readonly openedByOrgId: string;
  readonly openedAt: Date;
  readonly paperFileId: string | null;
  readonly documentSha256: string;
}

/** What a round of signing needs of the worker: its paper, its reminders and its end. */
@Injectable()
export class SigningJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly legal: LegalBook,
    private readonly progress: ProgressKeeper,
  ) {}

  /** Makes the paper of a round once; its bytes are what a signed PDF has to begin with. */
  @JobHandler('agreements.round-paper')
  async makePaper({ roundId }: { roundId: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const round = await tx.one<RoundRow>(
        `select document_type as "documentType", document_id as "documentId", round_no as "roundNo", opened_by as "openedBy",
           opened_by_org_id as "openedByOrgId", opened_at as "openedAt", paper_file_id as "paperFileId", document_sha256 as "documentSha256"
         from signing_round where id = $1 for update`,
        [roundId],
      );
      if (round.paperFileId) return;
      const { name, document } = await agreementPaper(tx, round.documentType, round.documentId, {
        readerOrgId: null,
        foot: `Mã băm SHA-256 của nội dung: ${round.documentSha256}`,
      });
      const bytes = await renderPdf(officialPdf(document, round.openedAt));
      const id = newId();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.store.put(id, bytes);
      await tx.insert(StoredFile, {
        id,
        orgId: round.openedByOrgId,
        name: `${name}-luot-${round.roundNo}.pdf`,
        mime: 'application/pdf',
        byteLength: bytes.length,
        sha256,
        // It names prices: the Alliance reads it only where it is a party.
        visibility: 'SIDES',
        createdBy: round.openedBy,
      });
      await tx.query('update signing_round set paper_file_id = $2, paper_sha256 = $3, paper_bytes = $4 where id = $1', [
        roundId,
        id,
        sha256,
        bytes.length,
      ]);
    });
  }

  /** Ends rounds whose last day has passed, and reminds those whose turn it is. */
  @JobHandler('agreements.signing-rounds')
  @DailyAt('06:40')
  async keepTime(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const open = await tx.query<{ id: string; documentId: string; expiresOn: string }>(
        `select id, document_id as "documentId", expires_on as "expiresOn" from signing_round
         where state = 'OPEN' and document_type = 'MOU' and expires_on is not null order by document_id`,
      );
      const before = (await this.legal.value<number[]>(tx, 'SIGNING_REMINDER_DAYS', tx.today)) ?? [];
      for (const round of open) {
        if (round.expiresOn < tx.today) await this.lapse(tx, round.documentId);
        else if (isReminderDay(round.expiresOn, before, tx.today)) await this.remind(tx, round.documentId, round.expiresOn);
      }
    });
  }

  private async lapse(tx: Tx, mouId: string): Promise<void> {
    const mou = await lockMou(tx, mouId);
    const moved = nextState(MOU_TRANSITIONS, mou.status, 'lapse');
    if (!moved.ok) return;
    const roundNo = await closeRound(tx, 'MOU', mouId, 'LAPSED');
    await keepEvidence(tx, [
      { documentType: 'MOU', documentId: mouId, kind: 'LAPSED', roundNo, orgId: null },
      ...mou.signatures.map((one) => ({
        documentType: 'MOU' as const,
        documentId: mouId,
        kind: 'VOIDED' as const,
        roundNo,
        method: one.method,
        orgId: one.orgId,
      })),
    ]);
    await tx.manager.delete(Signature, { documentType: 'MOU', documentId: mouId });
    await tx.query('update mou set status = $2, version = version + 1 where id = $1', [mouId, moved.value]);
    await this.progress.refresh(tx, [mouId]);
    await tx.audit('mou.lapse', 'mou', mouId, { round: roundNo });
    for (const orgId of mou.partyOrgIds) {
      await sendNotice(tx, mouSigningLapsed, { orgId, key: `${mouId}-${roundNo}`, facts: { mouId, title: mou.title } });
    }
  }

  private async remind(tx: Tx, mouId: string, expiresOn: string): Promise<void> {
    const mou = await lockMou(tx, mouId);
    if (!mou.round) return;
    const turn = signersInTurn(mou.parties, new Set(mou.signatures.map(({ orgId }) => orgId)), mou.round.order);
    for (const orgId of turn.filter((id) => mou.parties.some((party) => party.orgId === id && party.mustSign))) {
      await sendNotice(tx, mouSigningReminder, {
        orgId,
        key: `${mou.round.id}-${tx.today}`,
        facts: { mouId, title: mou.title, expiresOn },
      });
      await keepEvidence(tx, [{ documentType: 'MOU', documentId: mouId, kind: 'REMINDED', roundNo: mou.round.roundNo, orgId }]);
    }
  }
}
