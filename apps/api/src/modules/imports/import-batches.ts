import { type ImportAction, IMPORT_TRANSITIONS, type ImportState, nextState } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { ImportKindName } from './import-kind.js';

export interface BatchRow {
  readonly id: string;
  readonly orgId: string;
  readonly orgKind: string;
  readonly kind: ImportKindName;
  readonly status: ImportState;
  readonly headers: readonly { readonly header: string; readonly sample: string | null }[];
  readonly mapping: readonly (string | null)[];
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' | null;
  readonly cancelAsked: boolean;
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly withErrors: number;
  readonly createdBy: string;
  readonly committedBy: string | null;
  readonly committedAt: Date | null;
}

const SELECT = `select b.id, b.org_id as "orgId", o.kind as "orgKind", b.kind, b.status, b.headers, b.mapping, b.mode, b.cancel_asked as "cancelAsked",
    b.to_create as "toCreate", b.to_update as "toUpdate", b.with_errors as "withErrors", b.created_by as "createdBy",
    b.committed_by as "committedBy", b.committed_at as "committedAt"
  from import_batch b join organization o on o.id = b.org_id where b.id = $1`;

export const lockBatch = (tx: Tx, id: string): Promise<BatchRow> => tx.one<BatchRow>(`${SELECT} for update of b`, [id]);
export const readBatch = (tx: Tx, id: string): Promise<BatchRow> => tx.one<BatchRow>(SELECT, [id]);

/** The person whose file it is, for jobs: behind the same walls as in front of the screen. */
export const actorOf = (batch: BatchRow): Actor => ({
  userId: batch.committedBy ?? batch.createdBy,
  sessionId: '00000000-0000-0000-0000-000000000000',
  orgId: batch.orgId,
  orgKind: batch.orgKind,
  roles: [],
  locale: 'vi',
});

export const may = (from: ImportState, action: ImportAction) => nextState(IMPORT_TRANSITIONS, from, action);

/** Ends a batch: no row stays behind. The caller removes the file after the commit. */
export async function endBatch(
  tx: Tx,
  id: string,
  status: 'CANCELLED' | 'REJECTED' | 'FAILED',
  refusal: { code: string } | null = null,
): Promise<void> {
  await tx.query('delete from import_row where batch_id = $1', [id]);
  await tx.query('update import_batch set status = $2, refusal = $3::jsonb, version = version + 1 where id = $1', [
    id,
    status,
    refusal && JSON.stringify(refusal),
  ]);
  await tx.audit(`import.${status.toLowerCase()}`, 'import', id, refusal ?? {});
}
