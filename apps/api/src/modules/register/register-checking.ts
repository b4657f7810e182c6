import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Cell } from '../../platform/spreadsheets/index.js';
import { fromStored, isExample } from '../imports/index.js';
import type { BatchRow } from './register-batches.js';
import { RegisterBook } from './register-book.js';
import { RegisterParts } from './register-parts.js';
import { type RegisterRowInHand, SHEETS, type SheetPart } from './register-sheet.js';
import { RowReader } from './row-reader.js';

/** A row with its cells, so that its values can be traced to them. */
export interface CheckedRow extends RegisterRowInHand {
  readonly cells: ReadonlyMap<string, { readonly column: number; readonly cell: Cell }>;
  /** The row's number in its key's thing, for what has several rows. */
  readonly item: number;
}

export interface CheckedRegister {
  readonly book: RegisterBook;
  readonly rows: readonly CheckedRow[];
}

interface StoredRow {
  readonly sheetNo: number;
  readonly row: number;
  readonly cells: ([string, string] | null)[];
}

/** Holds every row of a register against the other rows and against what is there. The same check runs before and, under lock, at the commit. */
@Injectable()
export class RegisterChecking {
  constructor(private readonly parts: RegisterParts) {}

  async check(tx: Tx, batch: BatchRow, lock: boolean): Promise<CheckedRegister> {
    const stored = await tx.query<StoredRow>(
      `select sheet_no as "sheetNo", row_no as row, cells from register_row where batch_id = $1 order by sheet_no, row_no`,
      [batch.id],
    );
    const book = new RegisterBook(batch.event, batch.id, tx.today);
    const rows: CheckedRow[] = [];
    for (const part of this.parts.all) {
      const own = stored
        .filter(({ sheetNo }) => sheetNo === SHEETS.indexOf(part.name))
        .map((row) => this.rowOf(part, batch, row));
      await part.check(
        tx,
        book,
        own.filter(({ outcome }) => outcome !== 'EXAMPLE'),
        lock,
      );
      rows.push(...own);
    }
    return { book, rows };
  }

  async save(tx: Tx, batchId: string, rows: readonly CheckedRow[]): Promise<void> {
    await tx.query(
      `update register_row r set key = v.key, outcome = v.outcome, problems = v.problems, held_by = v.held_by
       from jsonb_to_recordset($2::jsonb) as v(sheet_no int, row_no int, key text, outcome text, problems jsonb, held_by jsonb)
       where r.batch_id = $1 and r.sheet_no = v.sheet_no and r.row_no = v.row_no`,
      [
        batchId,
        JSON.stringify(
          rows.map(({ sheet, row, key, outcome, problems, heldBy }) => ({
            ...{ sheet_no: SHEETS.indexOf(sheet), row_no: row, key, outcome, problems },
            held_by: heldBy && { sheet: heldBy.sheet, row: heldBy.row },
          })),
        ),
      ],
    );
  }

  private rowOf(part: SheetPart, batch: BatchRow, stored: StoredRow): CheckedRow {
    const mapping = batch.sheets.find(({ name }) => name === part.name)?.mapping ?? [];
    const cells = new Map(
      mapping.flatMap((key, column) => {
        const cell = key ? fromStored(stored.cells[column] ?? undefined) : null;
        return key && cell ? [[key, { column, cell }] as const] : [];
      }),
    );
    const reader = new RowReader(stored.row, (column) => cells.get(column)?.cell ?? null);
    const draft = part.read(reader);
    const isTemplate = isExample(cells.get(part.keyColumns[0]!)?.cell.text ?? '');
    return {
      sheet: part.name,
      row: stored.row,
      key: part.keyOf(draft),
      draft,
      item: part.itemOf?.(draft) ?? 0,
      cells,
      problems: isTemplate ? [] : reader.problems,
      heldBy: null,
      outcome: isTemplate ? 'EXAMPLE' : null,
      targetId: null,
    };
  }
}
