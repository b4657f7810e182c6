import type { ImportState } from '@lienket/domain';
import type { ImportKindName, RowOutcome } from './import-kind.js';

export interface ImportHeaderView {
  /** "C", as the program shows it. */
  readonly letter: string;
  readonly header: string;
  readonly sample: string | null;
  readonly column: string | null;
}

export interface ImportColumnView {
  readonly key: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly help: string;
}

export interface ImportActionView {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason?: string | null;
}

export interface ImportBatchView {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly status: ImportState;
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' | null;
  readonly headers: ImportHeaderView[];
  readonly columns: ImportColumnView[];
  readonly missing: string[];
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly toSkip: number;
  readonly withErrors: number;
  readonly cancelAsked: boolean;
  readonly refusal: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly undoUntil: Date | null;
  readonly revertedAt: Date | null;
  readonly version: number;
  readonly availableActions: ImportActionView[];
}

export interface ImportProblemView {
  readonly column: string;
  readonly label: string;
  /** "C7". */
  readonly cell: string | null;
  readonly code: string;
  readonly found: string;
  readonly message: string;
}

export interface ImportRowView {
  readonly row: number;
  readonly key: string;
  readonly outcome: RowOutcome | null;
  readonly problems: ImportProblemView[];
}

export interface ImportProblemGroupView {
  readonly code: string;
  readonly column: string;
  readonly label: string;
  readonly message: string;
  readonly count: number;
  readonly cells: string[];
}

export interface ImportKeptView {
  readonly row: number;
  readonly name: string;
  readonly reason: string;
}

export interface ImportUndoView {
  readonly undone: number;
  readonly kept: ImportKeptView[];
}
