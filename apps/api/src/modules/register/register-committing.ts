import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../platform/auth/actor.js';
import { imageSql } from '../../platform/database/row-images.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { type Cell, cellAddress, numberText } from '../../platform/spreadsheets/index.js';
import { actorFor, type BatchRow, lockBatch, lockRegister, readBatch } from './register-batches.js';
import { type CheckedRegister, type CheckedRow, RegisterChecking } from './register-checking.js';
import { RegisterParts } from './register-parts.js';
import { registerCommitted, registerSentBack } from './register.notices.js';
import { changes, type RegisterOutcome, SHEETS, type SheetPart } from './register-sheet.js';

/** A row that was right when the register was approved no longer is: its preparer must see that first. */
class NoLongerRight extends Error {}

const NOT_TAKEN: ReadonlySet<RegisterOutcome | null> = new Set(['ERROR', 'HELD', 'UNDECIDED', null]);

/** Lets an approved register in: every row is checked again under lock, and all of it is one transaction. */
@Injectable()
export class RegisterCommitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly parts: RegisterParts,
    private readonly checking: RegisterChecking,
  ) {}

  @JobHandler('register.commit')
  async commit({ batchId }: { batchId: string }): Promise<void> {
    const batch = await this.uow.read(SYSTEM, (tx) => readBatch(tx, batchId));
    if (batch.status !== 'APPROVED') return;
    try {
      await this.uow.run(actorFor(batch, batch.approvedBy!), (tx) => this.inOne(tx, batch));
    } catch (error) {
      if (!(error instanceof NoLongerRight)) throw error;
      await this.sendBack(batch);
    }
  }

  private async inOne(tx: Tx, { id, event }: BatchRow): Promise<void> {
    await lockRegister(tx, event.id);
    const batch = await lockBatch(tx, id);
    if (batch.status !== 'APPROVED') return;
    const checked = await this.checking.check(tx, batch, true);
    await this.compare(tx, batch, checked.rows);
    await this.checking.save(tx, id, checked.rows);
    const taken = checked.rows.filter(changes);
    for (const part of this.parts.all) await this.keepBefore(tx, id, part, idsOf(part, this.parts, taken), madeBy(part, taken));
    for (const part of this.parts.all) {
      const rows = checked.rows.filter(
        ({ sheet, outcome }) => sheet === part.name && !NOT_TAKEN.has(outcome) && outcome !== 'EXAMPLE',
      );
      if (rows.length > 0) await part.commit(tx, checked.book, rows);
    }
    for (const part of this.parts.all) await this.keepAfter(tx, id, part);
    await this.trace(tx, batch, checked);
    await tx.query(`update register_batch set status = 'COMMITTED', committed_at = $2, version = version + 1 where id = $1`, [
      id,
      tx.now,
    ]);
    await tx.audit('register.commit', 'register', id, { event: event.code, changed: taken.length });
    await sendNotice(tx, registerCommitted, {
      orgId: batch.orgId,
      facts: { id, title: event.title, rows: taken.length },
      key: id,
    });
  }

  /** Nothing goes in that the second person did not see go in. */
  private async compare(tx: Tx, batch: BatchRow, rows: readonly CheckedRow[]): Promise<void> {
    const seen = await tx.query<{ sheetNo: number; row: number; outcome: RegisterOutcome }>(
      `select sheet_no as "sheetNo", row_no as row, outcome from register_row where batch_id = $1`,
      [batch.id],
    );
    const before = new Map(seen.map(({ sheetNo, row, outcome }) => [`${sheetNo}/${row}`, outcome]));
    const differs = rows.some(
      ({ sheet, row, outcome }) =>
        NOT_TAKEN.has(outcome) !== NOT_TAKEN.has(before.get(`${SHEETS.indexOf(sheet)}/${row}`) ?? null),
    );
    const mistakes = rows.some(({ outcome }) => NOT_TAKEN.has(outcome));
    if (differs || (batch.mode === 'ALL_OR_NOTHING' && mistakes)) throw new NoLongerRight();
  }

  private async keepBefore(
    tx: Tx,
    batchId: string,
    { image }: SheetPart,
    ids: readonly string[],
    made: readonly string[],
  ): Promise<void> {
    if (!image || ids.length === 0) return;
    await tx.query(
      `insert into register_change (id, batch_id, table_name, target_id, before)
       select r.id, $1, $2, r.target_id, case when t.id is null then null else ${imageSql(image, 't')} end
       from jsonb_to_recordset($3::jsonb) as r(id uuid, target_id uuid) left join ${image.table} t on t.id = r.target_id`,
      [batchId, image.table, JSON.stringify(ids.map((targetId) => ({ id: newId(), target_id: targetId })))],
    );
    await tx.query('update register_change set before = null where batch_id = $1 and table_name = $2 and target_id = any($3)', [
      batchId,
      image.table,
      made,
    ]);
  }

  private async keepAfter(tx: Tx, batchId: string, { image }: SheetPart): Promise<void> {
    if (!image) return;
    await tx.query(
      `update register_change c set after = ${imageSql(image, 't')} from ${image.table} t
       where c.batch_id = $1 and c.table_name = $2 and t.id = c.target_id`,
      [batchId, image.table],
    );
  }

  /** Every value that went in, with the cell it came from. */
  private async trace(tx: Tx, batch: BatchRow, { rows }: CheckedRegister): Promise<void> {
    const titles = new Map(batch.sheets.map(({ name, title }) => [name, title]));
    const values = rows
      .filter(({ outcome, targetId }) => targetId && (outcome === 'CREATE' || outcome === 'UPDATE' || outcome === 'SAME'))
      .flatMap(({ sheet, row, item, targetId, cells }) =>
        [...cells].map(([field, { column, cell }]) => ({
          ...{ id: newId(), target_id: targetId, sheet, item, field, value: shown(cell) },
          sheet_title: titles.get(sheet) ?? sheet,
          cell: cellAddress(column, row),
          scan_page: cells.get('scanPage')?.cell.text ?? null,
        })),
      );
    await tx.query(
      `insert into register_value (id, batch_id, target_id, sheet, item, field, value, sheet_title, cell, scan_page)
       select v.id, $1, v.target_id, v.sheet, v.item, v.field, v.value, v.sheet_title, v.cell, v.scan_page
       from jsonb_to_recordset($2::jsonb) as v(id uuid, target_id uuid, sheet text, item int, field text, value text, sheet_title text, cell text, scan_page text)`,
      [batch.id, JSON.stringify(values)],
    );
  }

  /** The approval was given to something else: it is void, and the register waits with its preparer, checked anew. */
  private sendBack({ id }: BatchRow): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      const batch = await lockBatch(tx, id);
      if (batch.status !== 'APPROVED') return;
      const { rows } = await this.checking.check(tx, batch, false);
      await this.checking.save(tx, id, rows);
      await tx.query(
        `update register_batch set status = 'VALIDATED', refusal = $2::jsonb, approved_by = null, approved_at = null, submitted_by = null,
           submitted_at = null, version = version + 1 where id = $1`,
        [id, JSON.stringify({ code: 'REGISTER_CHANGED_MEANWHILE' })],
      );
      await tx.audit('register.recheck', 'register', id);
      await sendNotice(tx, registerSentBack, {
        orgId: batch.orgId,
        facts: { id, title: batch.event.title },
        key: `${id}-${batch.version}`,
      });
    });
  }
}

const madeBy = (part: SheetPart, rows: readonly CheckedRow[]): string[] =>
  rows.filter(({ sheet, outcome }) => sheet === part.name && outcome === 'CREATE').map(({ targetId }) => targetId!);

/** The things of one part that change: by its own rows, and by those of sheets that belong to it. */
const idsOf = (part: SheetPart, parts: RegisterParts, rows: readonly CheckedRow[]): string[] => [
  ...new Set(
    rows.filter(({ sheet }) => sheet === part.name || parts.of(sheet).belongsTo === part.name).map(({ targetId }) => targetId!),
  ),
];

const shown = (cell: Cell): string =>
  cell.kind === 'DATE'
    ? cell.text.slice(0, 10).split('-').reverse().join('/')
    : cell.kind === 'NUMBER'
      ? numberText(cell.text, true)
      : cell.text;
