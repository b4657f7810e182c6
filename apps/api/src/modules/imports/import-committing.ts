import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { imageSql } from '../../platform/database/row-images.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { newId } from '../../platform/ids.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { actorOf, type BatchRow, readBatch } from './import-batches.js';
import { examplesOf, settle, Stopped, withoutExamples } from './import-checking.js';
import { ImportKinds } from './import-kinds.js';
import type { ImportKind, PlannedChange } from './import-kind.js';
import { countOutcomes, inChunks, saveOutcomes } from './staged-rows.js';

/** A row that was right when it was checked no longer is: the person must see that first. */
class NoLongerRight extends Error {}

/** One organization's imports go in one after the other. */
export const lockImportsOf = (tx: Tx, orgId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('imports:' || $1, 0))`, [orgId]);

/** Lets a checked file change things: every row is checked again under lock, and all of it is one transaction. */
@Injectable()
export class ImportCommitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly kinds: ImportKinds,
  ) {}

  @JobHandler('imports.commit')
  async commit({ batchId }: { batchId: string }): Promise<void> {
    const batch = await this.uow.read(SYSTEM, (tx) => readBatch(tx, batchId));
    try {
      await this.uow.run(actorOf(batch), (tx) => this.inOne(tx, batch));
    } catch (error) {
      if (error instanceof NoLongerRight) return this.checkAgain(batch);
      const ended = await this.uow.run(SYSTEM, (tx) => settle(tx, batchId, error));
      if (ended) await this.store.remove(batchId);
    }
  }

  private async inOne(tx: Tx, batch: BatchRow): Promise<void> {
    await lockImportsOf(tx, batch.orgId);
    const { status, cancelAsked, mode } = await readBatch(tx, batch.id);
    if (status !== 'COMMITTING' || cancelAsked) throw new Stopped();
    const kind = this.kinds.of(batch.kind);
    const actor = actorOf(batch);
    let done = 0;
    for await (const chunk of inChunks((sql, parameters) => tx.query(sql, parameters), batch.id, batch.mapping)) {
      const { rows, changes } = await kind.check(tx, actor, withoutExamples(chunk), true);
      if (mode === 'ALL_OR_NOTHING' && rows.some(({ outcome }) => outcome === 'ERROR')) throw new NoLongerRight();
      await saveOutcomes(tx, batch.id, [...rows, ...examplesOf(chunk)]);
      await this.save(tx, batch, kind, changes);
      done += chunk.length;
      await this.progress(batch, done);
    }
    await countOutcomes(tx, batch.id);
    const finished = await tx.change(
      `update import_batch set status = 'COMMITTED', committed_at = $2, version = version + 1
       where id = $1 and status = 'COMMITTING' and not cancel_asked returning id`,
      [batch.id, tx.now],
    );
    if (finished.length === 0) throw new Stopped();
    await tx.audit('import.commit', 'import', batch.id, { kind: batch.kind, mode });
  }

  /** Keeps each thing as it was and as it became, beside the change itself. */
  private async save(tx: Tx, batch: BatchRow, kind: ImportKind, changes: readonly PlannedChange<unknown>[]): Promise<void> {
    if (changes.length === 0) return;
    const { table } = kind.image;
    await tx.query(
      `insert into import_change (id, batch_id, target_id, row_no, before)
       select r.id, $1, r.target_id, r.row_no, ${imageSql(kind.image, 't')}
       from jsonb_to_recordset($2::jsonb) as r(id uuid, target_id uuid, row_no int) left join ${table} t on t.id = r.target_id
       on conflict (batch_id, target_id) do nothing`,
      [
        batch.id,
        JSON.stringify(changes.map(({ targetId, firstRow }) => ({ id: newId(), target_id: targetId, row_no: firstRow }))),
      ],
    );
    const made = changes.filter(({ isNew }) => isNew).map(({ targetId }) => targetId);
    await tx.query('update import_change set before = null where batch_id = $1 and target_id = any($2)', [batch.id, made]);
    await kind.save(tx, actorOf(batch), changes);
    await tx.query(
      `update import_change c set after = ${imageSql(kind.image, 't')} from ${table} t
       where c.batch_id = $1 and t.id = c.target_id and c.target_id = any($2)`,
      [batch.id, changes.map(({ targetId }) => targetId)],
    );
  }

  /** Told outside the transaction, so that people see it; asked at the same time whether to stop. */
  private async progress(batch: BatchRow, done: number): Promise<void> {
    const rows = await this.uow.run(actorOf(batch), (tx) =>
      tx.change(
        `update import_batch set rows_done = $2 where id = $1 and status = 'COMMITTING' and not cancel_asked returning id`,
        [batch.id, done],
      ),
    );
    if (rows.length === 0) throw new Stopped();
  }

  private checkAgain(batch: BatchRow): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      await tx.query(`update import_batch set status = 'READING', rows_done = 0 where id = $1 and status = 'COMMITTING'`, [
        batch.id,
      ]);
      await tx.tell('imports.check', { batchId: batch.id });
    });
  }
}
