import type { RegisterState } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { RegisterEvent } from './register-book.js';
import type { ReadSheet } from './register-sheet.js';

export interface BatchRow {
  readonly id: string;
  readonly event: RegisterEvent;
  readonly orgId: string;
  readonly fileName: string;
  readonly status: RegisterState;
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' | null;
  readonly sheets: readonly ReadSheet[];
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly committedAt: Date | null;
  readonly version: number;
}

const SELECT = `select b.id, b.org_id as "orgId", b.file_name as "fileName", b.status, b.mode, b.sheets, b.created_by as "createdBy",
    b.submitted_by as "submittedBy", b.approved_by as "approvedBy", b.committed_at as "committedAt", b.version,
    json_build_object('id', e.id, 'code', e.code, 'title', e.title, 'heldOn', e.held_on, 'boothCount', e.booth_count, 'isDemo', e.is_demo) as event
  from register_batch b join event e on e.id = b.event_id where b.id = $1`;

export const lockBatch = (tx: Tx, id: string): Promise<BatchRow> => tx.one<BatchRow>(`${SELECT} for update of b`, [id]);
export const readBatch = (tx: Tx, id: string): Promise<BatchRow> => tx.one<BatchRow>(SELECT, [id]);

/** Registers of one conference go in one after the other. */
export const lockRegister = (tx: Tx, eventId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('register:' || $1, 0))`, [eventId]);

/** The person of the Alliance on whose word a job works. */
export const actorFor = (batch: BatchRow, userId: string): Actor => ({
  userId,
  sessionId: '00000000-0000-0000-0000-000000000000',
  orgId: batch.orgId,
  orgKind: 'ALLIANCE',
  roles: [],
  locale: 'vi',
});
