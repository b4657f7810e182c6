import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { ImportColumn, Problem, Words } from '../imports/index.js';
import type { RegisterBook } from './register-book.js';
import type { RowReader } from './row-reader.js';

export const SHEETS = ['PARTIES', 'DELEGATES', 'BOOTHS', 'AGREEMENTS', 'LINES', 'CREDITS', 'PETITIONS'] as const;
export type SheetName = (typeof SHEETS)[number];
export const ROW_OUTCOMES = ['CREATE', 'UPDATE', 'SAME', 'UNDECIDED', 'WAITING', 'EXAMPLE', 'HELD', 'ERROR'] as const;
export type RegisterOutcome = (typeof ROW_OUTCOMES)[number];

/** A sheet as it was found in the file. */
export interface ReadSheet {
  readonly name: SheetName;
  readonly title: string;
  readonly headers: readonly string[];
  /** For each header the column it is read as, or null where it is none. */
  readonly mapping: readonly (string | null)[];
}

export interface RowPlace {
  readonly sheet: SheetName;
  readonly row: number;
}

/** A row on its way: read, then checked against the other rows and against what is there. */
export interface RegisterRowInHand<Draft = unknown> extends RowPlace {
  readonly key: string;
  readonly draft: Draft;
  readonly problems: Problem[];
  /** A row with a mistake that this one depends on. */
  heldBy: RowPlace | null;
  outcome: RegisterOutcome | null;
  /** What it makes or changes; null while the row does not fit. */
  targetId: string | null;
}

/** True when nothing is wrong with the row or with those it depends on. */
export const fits = (row: RegisterRowInHand): boolean => row.problems.length === 0 && row.heldBy === null;
export const changes = (row: RegisterRowInHand): boolean => row.outcome === 'CREATE' || row.outcome === 'UPDATE';

/** How a sheet looks in the file. */
export interface SheetLayout {
  readonly name: SheetName;
  readonly label: Words;
  readonly synonyms: readonly string[];
  readonly columns: readonly ImportColumn[];
  readonly keyColumns: readonly string[];
}

/**
 * One sheet of a register: its columns, what its rows mean, and how they are let in. The seven are checked and let in in their order,
 * each seeing what those before it found.
 */
export interface SheetPart<Draft = unknown> extends SheetLayout {
  /** Rows that repeat a key: lines of one agreement. */
  keyOf(draft: Draft): string;
  read(row: RowReader): Draft;
  /** Marks what does not fit and says what each row would do; `lock` when the next step saves. */
  check(tx: Tx, book: RegisterBook, rows: readonly RegisterRowInHand<Draft>[], lock: boolean): Promise<void>;
  commit(tx: Tx, book: RegisterBook, rows: readonly RegisterRowInHand<Draft>[]): Promise<void>;
  /** The rows a thing of this sheet consists of, for taking it back. */
  readonly image?: ImageSpec;
  /** The sheet whose things its rows are a part of: lines belong to agreements. */
  readonly belongsTo?: SheetName;
  /** Where a row's values are shown: its thing, and the line's number where several rows make one thing. */
  itemOf?(draft: Draft): number;
  /** Before a thing is put back or removed: what is derived from it goes first. */
  readonly beforeRevert?: (tx: Tx, madeIds: readonly string[]) => Promise<void>;
  readonly afterRevert?: (tx: Tx, changedIds: readonly string[]) => Promise<void>;
}
