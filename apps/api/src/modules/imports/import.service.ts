import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, type ImportAction, type Refusal, type Result, refuse } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { type BatchRow, endBatch, lockBatch, may } from './import-batches.js';
import { ImportBatch } from './import-batch.entity.js';
import { missingColumns } from './column-matching.js';
import { ImportKinds } from './import-kinds.js';
import { ImportUndoing } from './import-undoing.js';
import type { ImportRefusal } from './import.messages.js';
import type { ImportKind } from './import-kind.js';

export interface ImportStep {
  readonly clientKey: string;
  readonly id: string;
}
export interface ImportMatch extends ImportStep {
  readonly mapping: readonly (string | null)[];
}
export interface ImportCommit extends ImportStep {
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING';
}

const MOST_OPEN = 10;
const no = (refusal: ImportRefusal) => refuse(refusal);

/** The steps of a person through an import; the long work happens in jobs. */
@Injectable()
export class ImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly kinds: ImportKinds,
    private readonly undoing: ImportUndoing,
  ) {}

  /** Keeps the file and starts reading it. The same file again, while the first is open, is the same import. */
  async upload(actor: Actor, kind: ImportKind, name: string, bytes: Buffer): Promise<Result<string, ImportRefusal>> {
    assertMay(actor, kind.action, { ownerOrgId: actor.orgId });
    const id = newId();
    const fileSha256 = createHash('sha256').update(bytes).digest('hex');
    await this.store.put(id, bytes);
    try {
      const kept = await this.uow.run(actor, (tx) =>
        this.open(tx, actor, { id, kind: kind.name, fileName: fileNameOf(name), fileSha256 }),
      );
      if (!kept.ok || kept.value !== id) await this.store.remove(id);
      return kept;
    } catch (error) {
      await this.store.remove(id);
      throw error;
    }
  }

  private async open(tx: Tx, actor: Actor, row: Partial<ImportBatch> & { id: string }): Promise<Result<string, ImportRefusal>> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('import-uploads:' || $1, 0))`, [actor.orgId]);
    const open = await tx.query<{ id: string; isSame: boolean }>(
      `select id, kind = $2 and file_sha256 = $3 as "isSame" from import_batch
       where org_id = $1 and status in ('UPLOADED','READING','MATCHING','CHECKED','COMMITTING')`,
      [actor.orgId, row.kind, row.fileSha256],
    );
    const same = open.find(({ isSame }) => isSame);
    if (same) return accept(same.id);
    if (open.length >= MOST_OPEN) return no({ code: 'TOO_MANY_OPEN_IMPORTS', most: MOST_OPEN });
    await tx.insert(ImportBatch, { ...row, orgId: actor.orgId, createdBy: actor.userId });
    await tx.audit('import.upload', 'import', row.id, { kind: row.kind, sha256: row.fileSha256 });
    await tx.tell('imports.read', { batchId: row.id });
    return accept(row.id);
  }

  /** Says what each column of the file is, and has the rows checked accordingly. */
  match(actor: Actor, input: ImportMatch): Promise<Result<string, Refusal>> {
    return this.step(actor, 'importMatch', input, 'match', async (tx, batch, kind) => {
      const { mapping } = input;
      const used = mapping.filter((column) => column !== null);
      if (mapping.length !== batch.headers.length) return no({ code: 'MAPPING_NOT_COMPLETE' });
      if (used.some((column) => !kind.columns.some(({ key }) => key === column))) return no({ code: 'COLUMN_UNKNOWN' });
      if (new Set(used).size !== used.length) return no({ code: 'COLUMN_TWICE' });
      const [missing] = missingColumns(kind, mapping);
      if (missing) return no({ code: 'COLUMN_MISSING', label: missing.label[actor.locale] });
      await tx.query(
        `update import_batch set status = 'READING', mapping = $2::jsonb, rows_done = 0, version = version + 1 where id = $1`,
        [batch.id, JSON.stringify(mapping)],
      );
      await tx.tell('imports.check', { batchId: batch.id });
      return accept(null);
    });
  }

  /** Lets the checked rows in; sent again, it has no second effect. */
  commit(actor: Actor, input: ImportCommit): Promise<Result<string, Refusal>> {
    return this.step(actor, 'importCommit', input, 'commit', async (tx, batch) => {
      if (batch.toCreate + batch.toUpdate === 0) return no({ code: 'NOTHING_TO_COMMIT' });
      if (input.mode === 'ALL_OR_NOTHING' && batch.withErrors > 0)
        return no({ code: 'ROWS_HAVE_ERRORS', count: batch.withErrors });
      await tx.query(
        `update import_batch set status = 'COMMITTING', mode = $2, rows_done = 0, committed_by = $3, version = version + 1 where id = $1`,
        [batch.id, input.mode, actor.userId],
      );
      await tx.tell('imports.commit', { batchId: batch.id });
      return accept(null);
    });
  }

  /** Stops at once what is waiting, and at the next pause what is running. */
  cancel(actor: Actor, input: ImportStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'importCancel', input, 'cancel', async (tx, batch) => {
      if (batch.status === 'MATCHING' || batch.status === 'CHECKED') {
        await endBatch(tx, batch.id, 'CANCELLED');
        await tx.tell('imports.discard', { batchIds: [batch.id] });
      } else {
        await tx.query('update import_batch set cancel_asked = true, version = version + 1 where id = $1', [batch.id]);
        // Also ends a run whose process died.
        await tx.tell(batch.status === 'COMMITTING' ? 'imports.commit' : 'imports.read', { batchId: batch.id });
      }
      return accept(null);
    });
  }

  revert(actor: Actor, input: ImportStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'importRevert', input, 'revert', async (tx, batch, kind) => {
      const undone = await this.undoing.undo(tx, actor, batch, kind);
      if (!undone.ok) return undone;
      await tx.query(`update import_batch set status = 'REVERTED', reverted_at = $2, version = version + 1 where id = $1`, [
        batch.id,
        tx.now,
      ]);
      return accept(null);
    });
  }

  private step(
    actor: Actor,
    operation: string,
    input: ImportStep,
    action: ImportAction,
    decide: (tx: Tx, batch: BatchRow, kind: ImportKind) => Promise<Result<null, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    const id = idOf(input.id);
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const batch = await lockBatch(tx, id);
      const kind = this.kinds.of(batch.kind);
      assertMay(actor, kind.action, { ownerOrgId: batch.orgId });
      // A commit that was already ordered, by a double click or by a colleague, is simply what was wanted.
      if (action === 'commit' && (batch.status === 'COMMITTING' || batch.status === 'COMMITTED')) return accept(id);
      const moved = may(batch.status, action);
      if (!moved.ok) return moved;
      const decided = await decide(tx, batch, kind);
      return decided.ok ? accept(id) : decided;
    });
  }
}

function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return tidyLine(last.replace(/[\u0000-\u001f\u007f"<>]/g, ''))?.slice(0, 200) ?? 'tep';
}
