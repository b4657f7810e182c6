import { type Cell, cellAddress, type RowBatch, type SheetRow } from './cells.js';
import { BATCH_CHARACTERS, BATCH_ROWS, LIMITS } from './limits.js';
import { refused } from './spreadsheet-refusal.js';

export type Deliver = (batch: RowBatch) => Promise<void>;

/** Counts what a reader finds and hands it over in batches; empty rows are dropped. */
export class RowSink {
  private rows: SheetRow[] = [];
  private waiting = 0;
  private delivered = 0;
  private characters = 0;
  private sheet = { index: 0, name: '' };

  constructor(private readonly deliver: Deliver) {}

  get count(): number {
    return this.delivered + this.rows.length;
  }

  start(index: number, name: string): void {
    this.sheet = { index, name };
  }

  /** Throws when the sheet is longer, wider or fuller than a person fills by hand. */
  add(row: number, cells: (Cell | null)[]): void {
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    if (cells.length === 0) return;
    if (cells.length > LIMITS.columns) throw refused({ code: 'SHEET_TOO_MANY_COLUMNS', most: LIMITS.columns });
    if (this.count >= LIMITS.rows + 1) throw refused({ code: 'SHEET_TOO_MANY_ROWS', most: LIMITS.rows });
    for (let column = 0; column < cells.length; column += 1) {
      const length = cells[column]?.text.length ?? 0;
      if (length > LIMITS.cellCharacters) throw refused({ code: 'SHEET_CELL_TOO_LONG', cell: cellAddress(column, row) });
      this.waiting += length;
      this.characters += length;
    }
    if (this.characters > LIMITS.characters) throw refused({ code: 'SHEET_UNPACKS_TOO_LARGE' });
    this.rows.push({ row, cells });
  }

  get isFull(): boolean {
    return this.rows.length >= BATCH_ROWS || this.waiting >= BATCH_CHARACTERS;
  }

  async flush(): Promise<void> {
    while (this.rows.length > 0) {
      const rows = this.rows.splice(0, BATCH_ROWS);
      this.delivered += rows.length;
      await this.deliver({ sheet: this.sheet, rows });
    }
    this.waiting = 0;
  }
}
