import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { signersInTurn } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { SignedDocumentType } from './signature-log.js';
import type { DocumentCheckView, SigningEvidenceView, SigningRoundView } from './signing.views.js';

export interface DocumentParty {
  readonly orgId: string;
  readonly mustSign: boolean;
  readonly signed: boolean;
}

/** How a document went round for signatures, and what the log kept of it. */
@Injectable()
export class SigningQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** The newest first. */
  rounds(
    actor: Actor,
    type: SignedDocumentType,
    documentId: string,
    parties: readonly DocumentParty[],
  ): Promise<SigningRoundView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Omit<SigningRoundView, 'turnOrgIds' | 'paperUrl'> & { paperFileId: string | null }>(
        `select round_no as "roundNo", state, signing_order as "signingOrder", require_code as "requireCode", expires_on as "expiresOn", opened_at as "openedAt",
           closed_at as "closedAt", reason, document_sha256 as "documentSha256", paper_file_id as "paperFileId"
         from signing_round where document_type = $1 and document_id = $2 order by round_no desc`,
        [type, documentId],
      );
      const signed = new Set(parties.filter((party) => party.signed).map(({ orgId }) => orgId));
      const own = parties.some(({ orgId }) => orgId === actor.orgId);
      return rows.map(({ paperFileId, ...round }) => ({
        ...round,
        paperUrl: own && paperFileId ? `/files/${paperFileId}` : null,
        turnOrgIds: round.state === 'OPEN' ? [...signersInTurn(parties, signed, round.signingOrder)] : [],
      }));
    });
  }

  /** The oldest first. */
  evidence(actor: Actor, type: SignedDocumentType, documentId: string): Promise<SigningEvidenceView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<SigningEvidenceView>(
        `select e.kind, e.method, e.round_no as "roundNo", o.short_name as "organizationName", u.full_name as "personName",
           e.document_sha256 as "documentSha256", e.at
         from signature_evidence e left join organization o on o.id = e.org_id left join app_user u on u.id = e.user_id
         where e.document_type = $1 and e.document_id = $2 order by e.at, e.id limit 500`,
        [type, documentId],
      ),
    );
  }

  /** Reads the scan again and compares its fingerprint with the one every signature names; null without a scan. */
  async checkScan(actor: Actor, mouId: string): Promise<DocumentCheckView | null> {
    const { fileId, kept, now } = await this.uow.read(actor, async (tx) => ({
      now: tx.now,
      ...(await tx.one<{ fileId: string | null; kept: string | null }>(
        'select document_file_id as "fileId", document_sha256 as kept from mou where id = $1',
        [idOf(mouId)],
      )),
    }));
    if (!fileId) return null;
    const bytes = await this.store.read(fileId);
    if (!bytes) throw new NotFoundError();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, matches: sha256 === kept, byteLength: bytes.length, checkedAt: now };
  }
}
