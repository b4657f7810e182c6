import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { readSpreadsheet, type SheetRow, SpreadsheetRefused } from '../../platform/spreadsheets/index.js';
import { matchHeaders, missingColumns, toStored } from '../imports/index.js';
import { actorFor, lockBatch, readBatch } from './register-batches.js';
import { RegisterChecking } from './register-checking.js';
import { RegisterParts } from './register-parts.js';
import { type ReadSheet, SHEETS, type SheetPart } from './register-sheet.js';
import type { RegisterRefusal } from './register.messages.js';

const HEADER_WITHIN = 10;

class FileRefused extends Error {
  constructor(readonly refusal: RegisterRefusal) {
    super(refusal.code);
  }
}

interface FoundSheet extends ReadSheet {
  readonly rows: readonly SheetRow[];
}

/** Reads a workbook into rows and checks them; nothing outside the batch changes. */
@Injectable()
export class RegisterReading {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly parts: RegisterParts,
    private readonly checking: RegisterChecking,
  ) {}

  @JobHandler('register.read')
  async read({ batchId }: { batchId: string }): Promise<void> {
    const batch = await this.uow.read(SYSTEM, (tx) => readBatch(tx, batchId));
    if (batch.status !== 'UPLOADED') return;
    try {
      const bytes = await this.store.read(batchId);
      if (!bytes) throw new Error(`The file of register ${batchId} is gone`);
      const sheets = await this.sheetsOf(bytes);
      await this.uow.run(actorFor(batch, batch.createdBy), async (tx) => {
        const { status } = await lockBatch(tx, batchId);
        if (status !== 'UPLOADED') return;
        await stage(tx, batchId, sheets);
        const checked = await this.checking.check(tx, await readBatch(tx, batchId), false);
        await this.checking.save(tx, batchId, checked.rows);
        await tx.query(`update register_batch set status = 'VALIDATED', version = version + 1 where id = $1`, [batchId]);
        await tx.audit('register.validate', 'register', batchId, { rows: checked.rows.length });
      });
    } catch (error) {
      if (!(error instanceof SpreadsheetRefused || error instanceof FileRefused)) throw error;
      await this.reject(batchId, error.refusal);
    }
  }

  private async sheetsOf(bytes: Buffer): Promise<FoundSheet[]> {
    const rows = new Map<SheetPart, { title: string; index: number; rows: SheetRow[] }>();
    for await (const batch of readSpreadsheet(bytes, { sheets: 'ALL' })) {
      const part = this.parts.named(batch.sheet.name);
      if (!part) continue;
      const found = rows.get(part) ?? { title: batch.sheet.name, index: batch.sheet.index, rows: [] };
      if (found.index !== batch.sheet.index) throw new FileRefused({ code: 'REGISTER_SHEET_TWICE', sheet: batch.sheet.name });
      found.rows.push(...batch.rows);
      rows.set(part, found);
    }
    if (rows.size === 0) throw new FileRefused({ code: 'REGISTER_NO_SHEET' });
    return this.parts.all.flatMap((part) => {
      const found = rows.get(part);
      return found ? [sheetOf(part, found.title, found.rows)] : [];
    });
  }

  private reject(batchId: string, refusal: { readonly code: string }): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      const { status } = await lockBatch(tx, batchId);
      if (status !== 'UPLOADED') return;
      await tx.query(`update register_batch set status = 'REJECTED', refusal = $2::jsonb, version = version + 1 where id = $1`, [
        batchId,
        JSON.stringify(refusal),
      ]);
      await tx.audit('register.reject', 'register', batchId, { ...refusal });
      await this.store.remove(batchId);
    });
  }
}

/** The header is the first row that names two columns; a sheet that lacks a needed column cannot be read. */
function sheetOf(part: SheetPart, title: string, rows: readonly SheetRow[]): FoundSheet {
  const textsOf = (row: SheetRow) => row.cells.map((cell) => cell?.text.replace(/\s+/g, ' ').trim().slice(0, 100) ?? '');
  const at = rows.slice(0, HEADER_WITHIN).findIndex((row) => matchHeaders(part, textsOf(row)).filter(Boolean).length >= 2);
  const headers = textsOf(rows[Math.max(at, 0)]!);
  const mapping = matchHeaders(part, headers);
  const [missing] = missingColumns(part, mapping);
  if (missing) throw new FileRefused({ code: 'REGISTER_COLUMN_MISSING', sheet: title, column: missing.label.vi });
  return { name: part.name, title, headers, mapping, rows: rows.slice(Math.max(at, 0) + 1) };
}

async function stage(tx: Tx, batchId: string, sheets: readonly FoundSheet[]): Promise<void> {
  await tx.query('delete from register_row where batch_id = $1', [batchId]);
  for (const { name, rows } of sheets) {
    await tx.query(
      `insert into register_row (batch_id, sheet_no, row_no, cells)
       select $1, $2, r.row_no, r.cells from jsonb_to_recordset($3::jsonb) as r(row_no int, cells jsonb)`,
      [batchId, SHEETS.indexOf(name), JSON.stringify(rows.map(({ row, cells }) => ({ row_no: row, cells: toStored(cells) })))],
    );
  }
  const described = sheets.map(({ name, title, headers, mapping }) => ({ name, title, headers, mapping }));
  await tx.query('update register_batch set sheets = $2::jsonb where id = $1', [batchId, JSON.stringify(described)]);
}
