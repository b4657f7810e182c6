import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { numberText, type SheetTable } from '../../platform/spreadsheets/index.js';
import { readBatch } from './import-batches.js';
import { ImportKinds } from './import-kinds.js';
import type { Problem } from './import-kind.js';
import { fromStored } from './staged-rows.js';

const PAGE = 500;
const REASON = { vi: 'Cần sửa', en: 'To mend' };

interface Row {
  readonly row: number;
  readonly cells: ([string, string] | null)[];
  readonly errors: Problem[];
}

/** The rows with errors as they stood in the file, under the header they stood under, plus a column of reasons. */
@Injectable()
export class RejectedRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kinds: ImportKinds,
  ) {}

  async of(actor: Actor, batchId: string): Promise<SheetTable> {
    const batch = await this.uow.read(actor, (tx) => readBatch(tx, batchId));
    const kind = this.kinds.of(batch.kind);
    const labels = new Map(kind.columns.map(({ key, label }) => [key, label[actor.locale]]));
    const { headers, mapping } = batch;
    return {
      name: kind.label[actor.locale],
      columns: [
        ...headers.map(({ header }, i) => ({
          header: header || labels.get(mapping[i] ?? '') || ' ',
          kind: 'TEXT' as const,
          width: 18,
        })),
        { header: REASON[actor.locale], kind: 'TEXT', width: 80 },
      ],
      rows: this.rows(
        actor,
        batchId,
        headers.length,
        (problem) => `${labels.get(problem.column) ?? problem.column}: ${problem[actor.locale]}`,
      ),
    };
  }

  private async *rows(actor: Actor, batchId: string, width: number, say: (problem: Problem) => string): AsyncGenerator<string[]> {
    for (let after = 0; ;) {
      const page = await this.uow.read(actor, (tx) =>
        tx.query<Row>(
          `select row_no as row, cells, errors from import_row where batch_id = $1 and outcome = 'ERROR' and row_no > $2 order by row_no limit $3`,
          [batchId, after, PAGE],
        ),
      );
      for (const { cells, errors } of page) {
        yield [...Array.from({ length: width }, (_, i) => textOf(cells[i])), errors.map(say).join('\n')];
      }
      if (page.length < PAGE) return;
      after = page.at(-1)!.row;
    }
  }
}

function textOf(stored: [string, string] | null | undefined): string {
  const cell = fromStored(stored ?? undefined);
  if (!cell) return '';
  if (cell.kind === 'DATE') return cell.text.slice(0, 10).split('-').reverse().join('/');
  return cell.kind === 'NUMBER' ? numberText(cell.text, true) : cell.text;
}
