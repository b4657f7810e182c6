import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { endBatch } from './import-batches.js';

const FORGOTTEN_DAYS = 7;
const KEPT_DAYS = 30;

/** Files and rows do not stay longer than somebody may need them; what an import did stays in the audit trail. */
@Injectable()
export class ImportTidying {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  @JobHandler('imports.discard')
  async discard({ batchIds }: { batchIds: readonly string[] }): Promise<void> {
    for (const id of batchIds) await this.store.remove(id);
  }

  @JobHandler('imports.tidy')
  @DailyAt('02:50')
  async tidy(): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const forgotten = await tx.query<{ id: string }>(
        `select id from import_batch where status in ('MATCHING','CHECKED') and created_at < $1::timestamptz - make_interval(days => $2)
         order by id for update`,
        [tx.now, FORGOTTEN_DAYS],
      );
      for (const { id } of forgotten) await endBatch(tx, id, 'CANCELLED');
      const old = await tx.query<{ id: string }>(
        `select id from import_batch b where status in ('COMMITTED','REVERTED') and committed_at < $1::timestamptz - make_interval(days => $2)
         and exists (select 1 from import_row r where r.batch_id = b.id)`,
        [tx.now, KEPT_DAYS],
      );
      const oldIds = old.map(({ id }) => id);
      await tx.query('delete from import_row where batch_id = any($1)', [oldIds]);
      await tx.query('delete from import_change where batch_id = any($1)', [oldIds]);
      const batchIds = [...forgotten, ...old].map(({ id }) => id);
      if (batchIds.length > 0) await tx.tell('imports.discard', { batchIds });
    });
  }
}
