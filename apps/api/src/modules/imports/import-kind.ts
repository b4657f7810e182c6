import type { PolicyAction } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Cell, ColumnKind } from '../../platform/spreadsheets/index.js';

export const IMPORT_KINDS = ['PRODUCTS', 'PRICES', 'LOTS', 'CERTIFICATES'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];
export const ROW_OUTCOMES = ['CREATE', 'UPDATE', 'SKIP', 'ERROR'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A column of a kind's file. */
export interface ImportColumn {
  readonly key: string;
  readonly label: Words;
  /** Other names it goes by. */
  readonly synonyms?: readonly string[];
  /** Without such a column the file cannot be read. */
  readonly required?: boolean;
  readonly kind: ColumnKind;
  readonly choices?: Readonly<Record<string, Words>>;
  readonly help: Words;
  readonly example: string;
}

/** What is wrong in a cell, and what to do about it. */
export interface Problem extends Words {
  /** A column's key. */
  readonly column: string;
  readonly code: string;
  readonly found: string;
}

/** A row as the kind sees it: cells by column key. */
export interface KindRow {
  readonly row: number;
  readonly cell: (column: string) => Cell | null;
}

export interface CheckedRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
}

/** What is to be saved for one thing; `rows` are those that asked for it. */
export interface PlannedChange<Plan> {
  readonly targetId: string;
  readonly isNew: boolean;
  readonly firstRow: number;
  readonly plan: Plan;
}

export interface Checked<Plan> {
  readonly rows: readonly CheckedRow[];
  readonly changes: readonly PlannedChange<Plan>[];
}

/** One sort of file: what its columns are, what its rows would do, and how that is saved and taken back. */
export interface ImportKind<Plan = unknown> {
  readonly name: ImportKindName;
  readonly label: Words;
  readonly action: PolicyAction;
  readonly columns: readonly ImportColumn[];
  /** The columns that name the thing, the first filled one wins; a row whose cell there starts with "Ví dụ" is the template's. */
  readonly keyColumns: readonly string[];
  /** Columns that a new thing cannot do without. */
  readonly neededForNew?: readonly string[];
  readonly image: ImageSpec;
  /** Rows of one key always come together; `lock` when the next step saves. */
  check(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<Checked<Plan>>;
  save(tx: Tx, actor: Actor, changes: readonly PlannedChange<Plan>[]): Promise<void>;
  /** After rows were put back: projections, diary. */
  putBack(tx: Tx, targetIds: readonly string[]): Promise<void>;
  /** Choices that are data and may change: by column, for the template's lists. */
  choicesNow?(tx: Tx): Promise<Readonly<Record<string, Readonly<Record<string, Words>>>>>;
  /** Things with an insert-only book cannot be put back as they were: the kind writes the opposite rows itself. */
  takeBack?(tx: Tx, actor: Actor, undone: readonly TakenBack[]): Promise<void>;
}

/** A thing whose import is taken back. */
export interface TakenBack {
  readonly targetId: string;
  /** Its own row before; null when the import made it. Amounts in it may have lost digits: never write them back. */
  readonly before: Record<string, unknown> | null;
  /** Rows of the child tables that the import added. */
  readonly addedIds: readonly string[];
}
