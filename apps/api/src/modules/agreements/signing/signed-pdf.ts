import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { inspectPdfSignatures, type PdfSignature } from '../../../platform/documents/index.js';
import { NotFoundError } from '../../../platform/errors.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { FileBook } from '../../registry/index.js';
import type { StandingRound } from '../mou-standing.js';

export type SignedPdfRefusal =
  | { readonly code: 'PAPER_NOT_READY' }
  | { readonly code: 'NOT_A_PDF' }
  | { readonly code: 'PDF_NOT_SIGNED' }
  | { readonly code: 'PDF_OTHER_DOCUMENT' }
  | { readonly code: 'PDF_SIGNATURE_BROKEN' };

/** Larger than any contract; reading a file costs memory. */
const MOST_BYTES = 20_000_000;

/** Looks into an uploaded PDF. What it finds is described and kept; whether the signer is who the file says is not for us to vouch. */
@Injectable()
export class SignedPdf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly store: FileStore,
  ) {}

  /** Outside the act's transaction: reading bytes must hold no lock. */
  async inspect(actor: Actor, fileId: string, round: StandingRound | null): Promise<Result<PdfSignature[], SignedPdfRefusal>> {
    if (!round?.paperSha256 || !round.paperBytes) return refuse({ code: 'PAPER_NOT_READY' });
    const file = await this.uow.read(actor, (tx) => this.files.attach(tx, idOf(fileId), actor.orgId));
    const bytes = await this.store.read(file.id);
    if (!bytes) throw new NotFoundError();
    if (file.mime !== 'application/pdf' || bytes.length > MOST_BYTES) return refuse({ code: 'NOT_A_PDF' });
    const found = inspectPdfSignatures(bytes, { sha256: round.paperSha256, length: round.paperBytes });
    if (found.length === 0) return refuse({ code: 'PDF_NOT_SIGNED' });
    const ours = found.filter(({ startsWithOurs }) => startsWithOurs);
    if (ours.length === 0) return refuse({ code: 'PDF_OTHER_DOCUMENT' });
    return ours.some(({ intact }) => intact) ? accept(found) : refuse({ code: 'PDF_SIGNATURE_BROKEN' });
  }

  /** The file belongs to the two sides from now on. */
  async keep(tx: Tx, actor: Actor, fileId: string): Promise<string> {
    const file = await this.files.attach(tx, idOf(fileId), actor.orgId);
    await this.files.keepBetweenSides(tx, file.id);
    return file.id;
  }
}
