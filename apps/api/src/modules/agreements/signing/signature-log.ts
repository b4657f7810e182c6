import type { SignatureMethod } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { SignatureEvidence } from './signature-evidence.entity.js';

export type EvidenceKind =
  | 'ROUND_OPENED'
  | 'CODE_ASKED'
  | 'CODE_SENT'
  | 'CODE_WRONG'
  | 'SIGNED'
  | 'PDF_DESCRIBED'
  | 'REFUSED'
  | 'VOIDED'
  | 'LAPSED'
  | 'REMINDED';

export type SignedDocumentType = 'MOU' | 'CONTRACT';

export interface Evidence {
  readonly documentType: SignedDocumentType;
  readonly documentId: string;
  readonly kind: EvidenceKind;
  readonly roundNo?: number | null;
  readonly method?: SignatureMethod;
  readonly orgId?: string | null;
  readonly documentSha256?: string | null;
  readonly data?: Record<string, unknown>;
}

/** Adds to the evidence of a document; nothing is ever taken out of it. */
export async function keepEvidence(tx: Tx, entries: readonly Evidence[]): Promise<void> {
  const person = tx.actor && tx.actor !== SYSTEM ? tx.actor : null;
  await tx.insert(
    SignatureEvidence,
    entries.map(({ roundNo = null, method, orgId, documentSha256 = null, data = {}, ...entry }) => ({
      id: newId(),
      ...entry,
      roundNo,
      method: method ?? null,
      orgId: orgId === undefined ? (person?.orgId ?? null) : orgId,
      userId: person?.userId ?? null,
      documentSha256,
      data,
      at: tx.now,
    })),
  );
}

/** Where an act came from, as far as the request told. */
export interface From {
  readonly ip: string | null;
  readonly userAgent: string | null;
}
