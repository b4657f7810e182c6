import type { Refusal, Result } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import type { Cell } from '../../../platform/spreadsheets/index.js';
import { tidyText } from '../../../platform/text.js';
import { type CellRefusal, isClear } from '../cell-values.js';
import { cellMessages, problemOf } from '../cell.messages.js';
import type { KindRow, Problem } from '../import-kind.js';
import { type ImportRowRefusal, importRowMessages } from '../row.messages.js';

/** One row being read: its values, and beside each wrong cell what is to be done. */
export class RowCells {
  readonly problems: Problem[] = [];

  constructor(readonly row: KindRow) {}

  get isSound(): boolean {
    return this.problems.length === 0;
  }

  /** undefined: nothing written; null: to be emptied, or wrong and told. */
  value<T>(column: string, reader: (cell: Cell) => Result<T, CellRefusal>): T | null | undefined {
    const cell = this.row.cell(column);
    if (!cell) return undefined;
    if (isClear(cell)) return null;
    const got = reader(cell);
    if (got.ok) return got.value;
    this.complain(column, cellMessages, got.refusal);
    return null;
  }

  text(column: string): string | null | undefined {
    return this.value(column, (cell) =>
      cell.kind === 'ERROR' ? { ok: false, refusal: { code: 'CELL_ERROR' } } : { ok: true, value: tidyText(cell.text) },
    );
  }

  /** Complains of each of these columns that is empty. */
  need(columns: readonly string[]): void {
    for (const column of columns) {
      const isTold = this.problems.some((problem) => problem.column === column);
      if (!isTold && !this.row.cell(column)) this.complain(column, cellMessages, { code: 'CELL_MISSING' });
    }
  }

  refuse(column: string, refusal: ImportRowRefusal): void {
    this.complain(column, importRowMessages, refusal);
  }

  complain<R extends Refusal>(column: string, messages: Messages<R>, refusal: NoInfer<R>): void {
    this.problems.push(problemOf(messages, column, this.row.cell(column)?.text ?? '', refusal));
  }

  /** Says it beside the column that the rule's own message points at, else beside `fallback`. */
  ruled<T, R extends Refusal>(
    result: Result<T, R>,
    messages: Messages<R>,
    fallback: string,
    columns: Readonly<Record<string, string>> = {},
  ): T | null {
    if (result.ok) return result.value;
    const field = (messages as unknown as Record<string, { field?: string }>)[result.refusal.code]?.field;
    this.complain((field && columns[field]) ?? fallback, messages, result.refusal);
    return null;
  }
}
