import type { SigningOrder } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { keepEvidence, type SignedDocumentType } from './signature-log.js';
import { SigningRound } from './signing-round.entity.js';

export interface RoundWish {
  readonly signingOrder?: SigningOrder | null;
  readonly requireCode?: boolean | null;
  readonly expiresOn?: string | null;
}

/** Opens the next round of a document; the worker makes its paper. */
export async function openRound(
  tx: Tx,
  actor: Actor,
  document: { readonly type: SignedDocumentType; readonly id: string; readonly sha256: string },
  wish: RoundWish,
): Promise<void> {
  const { no } = await tx.one<{ no: number }>(
    'select coalesce(max(round_no), 0) + 1 as no from signing_round where document_type = $1 and document_id = $2',
    [document.type, document.id],
  );
  const id = newId();
  const { signingOrder, requireCode, expiresOn } = wish;
  await tx.insert(SigningRound, {
    id,
    documentType: document.type,
    documentId: document.id,
    roundNo: no,
    signingOrder: signingOrder ?? 'ANY',
    requireCode: requireCode ?? false,
    expiresOn: expiresOn ?? null,
    documentSha256: document.sha256,
    openedBy: actor.userId,
    openedByOrgId: actor.orgId,
    openedAt: tx.now,
    state: 'OPEN',
  });
  await keepEvidence(tx, [
    {
      documentType: document.type,
      documentId: document.id,
      kind: 'ROUND_OPENED',
      roundNo: no,
      documentSha256: document.sha256,
      data: { signingOrder: signingOrder ?? 'ANY', requireCode: requireCode ?? false, expiresOn: expiresOn ?? null },
    },
  ]);
  await tx.tell('agreements.round-paper', { roundId: id });
}

/** Ends the open round, if there is one; returns its number. */
export async function closeRound(
  tx: Tx,
  type: SignedDocumentType,
  documentId: string,
  state: 'COMPLETED' | 'REFUSED' | 'LAPSED',
  reason: string | null = null,
): Promise<number | null> {
  const [closed] = await tx.change<{ round_no: number }>(
    `update signing_round set state = $3, reason = $4, closed_at = $5 where document_type = $1 and document_id = $2 and state = 'OPEN' returning round_no`,
    [type, documentId, state, reason, tx.now],
  );
  return closed?.round_no ?? null;
}
