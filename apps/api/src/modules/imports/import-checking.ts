import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { logger } from '../../platform/logger.js';
import { readSpreadsheet, type SheetRow, SpreadsheetRefused } from '../../platform/spreadsheets/index.js';
import { matchHeaders, missingColumns } from './column-matching.js';
import { actorOf, type BatchRow, endBatch, lockBatch, readBatch } from './import-batches.js';
import { ImportKinds } from './import-kinds.js';
import type { ImportKind, KindRow } from './import-kind.js';
import { isExample } from './kinds/products.js';
import { countOutcomes, inChunks, keyRows, saveOutcomes, stageRows } from './staged-rows.js';

/** The person gave up, or another run took over. */
export class Stopped extends Error {}

const HEADER_WITHIN = 10;

/** Reads a file into rows and checks each, in steps that a person can watch and stop; nothing outside the batch changes. */
@Injectable()
export class ImportChecking {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly kinds: ImportKinds,
  ) {}

  @JobHandler('imports.read')
  read({ batchId }: { batchId: string }): Promise<void> {
    return this.guarded(batchId, async () => {
      const batch = await this.begin(batchId, ['UPLOADED', 'READING']);
      const bytes = await this.store.read(batchId);
      if (!bytes) throw new Error(`The file of import ${batchId} is gone`);
      const kind = this.kinds.of(batch.kind);
      const { headers, rows } = await this.stage(kind, batch, bytes);
      const mapping = matchHeaders(kind, headers);
      const isClear =
        headers.every((header, i) => mapping[i] !== null || header === '') && missingColumns(kind, mapping).length === 0;
      await this.uow.run(actorOf(batch), async (tx) => {
        const samples = await tx.query<{ cells: ([string, string] | null)[] }>(
          'select cells from import_row where batch_id = $1 order by row_no limit 5',
          [batchId],
        );
        const described = headers.map((header, i) => ({
          header,
          sample:
            samples
              .map(({ cells }) => cells[i]?.[1])
              .find(Boolean)
              ?.slice(0, 60) ?? null,
        }));
        await this.step(tx, batchId, `headers = $2::jsonb, mapping = $3::jsonb, rows_total = $4, rows_done = 0, status = $5`, [
          JSON.stringify(described),
          JSON.stringify(mapping),
          rows,
          isClear ? 'READING' : 'MATCHING',
        ]);
      });
      if (isClear) await this.checkRows({ ...batch, mapping });
    });
  }

  @JobHandler('imports.check')
  check({ batchId }: { batchId: string }): Promise<void> {
    return this.guarded(batchId, async () => this.checkRows(await this.begin(batchId, ['READING'])));
  }

  /** Takes the batch over, unless it is elsewhere by now. */
  private begin(batchId: string, from: readonly string[]): Promise<BatchRow> {
    return this.uow.run(SYSTEM, async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (!from.includes(batch.status) || batch.cancelAsked) throw new Stopped();
      await tx.query(`update import_batch set status = 'READING', rows_done = 0 where id = $1`, [batchId]);
      return batch;
    });
  }

  private async stage(kind: ImportKind, batch: BatchRow, bytes: Buffer): Promise<{ headers: string[]; rows: number }> {
    let headers: string[] | null = null;
    let count = 0;
    await this.uow.run(actorOf(batch), (tx) => tx.query('delete from import_row where batch_id = $1', [batch.id]));
    for await (const { rows } of readSpreadsheet(bytes)) {
      let data: readonly SheetRow[] = rows;
      if (!headers) {
        const at = headerAt(kind, rows);
        headers = rows[at]!.cells.map((cell) => cell?.text.replace(/\s+/g, ' ').trim().slice(0, 100) ?? '');
        data = rows.slice(at + 1);
      }
      const widest = Math.max(0, ...data.map(({ cells }) => cells.length));
      while (headers.length < widest) headers.push('');
      count += data.length;
      await this.uow.run(actorOf(batch), async (tx) => {
        await stageRows(tx, batch.id, data);
        await this.step(tx, batch.id, 'rows_total = $2', [count]);
      });
    }
    if (count === 0) throw new SpreadsheetRefused({ code: 'SHEET_EMPTY' });
    return { headers: headers!, rows: count };
  }

  private async checkRows(batch: BatchRow): Promise<void> {
    const kind = this.kinds.of(batch.kind);
    const actor = actorOf(batch);
    const inOwn = <Row>(sql: string, parameters: unknown[]) => this.uow.run(actor, (tx) => tx.query<Row>(sql, parameters));
    await this.uow.run(actor, (tx) => keyRows(tx, batch.id, batch.mapping, kind.keyColumns));
    let done = 0;
    for await (const chunk of inChunks(inOwn, batch.id, batch.mapping)) {
      done += chunk.length;
      await this.uow.run(actor, async (tx) => {
        const { rows } = await kind.check(tx, actor, withoutExamples(chunk), false);
        await saveOutcomes(tx, batch.id, [...rows, ...examplesOf(chunk)]);
        await this.step(tx, batch.id, 'rows_done = $2', [done]);
      });
    }
    await this.uow.run(actor, async (tx) => {
      await countOutcomes(tx, batch.id);
      await this.step(tx, batch.id, `status = 'CHECKED', version = version + 1`, []);
    });
  }

  /** Notes progress; throws when the batch was cancelled or taken over. */
  private async step(tx: Tx, batchId: string, set: string, values: readonly unknown[]): Promise<void> {
    const rows = await tx.change(
      `update import_batch set ${set} where id = $1 and status = 'READING' and not cancel_asked returning id`,
      [batchId, ...values],
    );
    if (rows.length === 0) throw new Stopped();
  }

  private async guarded(batchId: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (await this.uow.run(SYSTEM, (tx) => settle(tx, batchId, error))) await this.store.remove(batchId);
    }
  }
}

/** Writes down how a run ended that did not end well. */
export async function settle(tx: Tx, batchId: string, error: unknown): Promise<boolean> {
  const batch = await readBatch(tx, batchId);
  const isOpen = ['UPLOADED', 'READING', 'COMMITTING'].includes(batch.status);
  if (!isOpen) return false;
  if (error instanceof Stopped) {
    if (!batch.cancelAsked) return false;
    await endBatch(tx, batchId, 'CANCELLED');
  } else if (error instanceof SpreadsheetRefused) {
    await endBatch(tx, batchId, 'REJECTED', error.refusal);
  } else {
    logger.error({ err: error, batchId }, 'import failed');
    await endBatch(tx, batchId, 'FAILED', { code: 'IMPORT_FAILED' });
  }
  return true;
}

/** Files of other programs begin with a title: the header is the first row that names two columns. */
function headerAt(kind: ImportKind, rows: readonly SheetRow[]): number {
  const found = rows.slice(0, HEADER_WITHIN).findIndex(
    ({ cells }) =>
      matchHeaders(
        kind,
        cells.map((cell) => cell?.text ?? ''),
      ).filter(Boolean).length >= 2,
  );
  return Math.max(found, 0);
}

type Keyed = KindRow & { readonly key: string };
export const withoutExamples = (rows: readonly Keyed[]): Keyed[] => rows.filter(({ key }) => !isExample(key));
export const examplesOf = (rows: readonly Keyed[]) =>
  rows.filter(({ key }) => isExample(key)).map(({ row }) => ({ row, outcome: 'SKIP' as const, problems: [] }));
