import type { MatchBasis, RegisterState } from '@lienket/domain';
import type { OrganizationRefView } from '../registry/index.js';
import type { SheetName } from './register-sheet.js';

export interface SheetView {
  readonly sheet: SheetName;
  readonly label: string;
  readonly title: string | null;
  readonly mapping: readonly (string | null)[];
  readonly ignoredHeaders: string[];
  readonly total: number;
  readonly creates: number;
  readonly updates: number;
  readonly same: number;
  readonly waiting: number;
  readonly held: number;
  readonly errors: number;
}

export interface BatchView {
  readonly id: string;
  readonly event: { readonly code: string; readonly title: string; readonly heldOn: string };
  readonly fileName: string;
  readonly status: RegisterState;
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' | null;
  readonly refusal: string | null;
  readonly returnReason: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly submittedByName: string | null;
  readonly submittedAt: Date | null;
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly committedAt: Date | null;
  readonly revertUntil: Date | null;
  readonly revertedAt: Date | null;
  readonly matchesOpen: number;
  readonly sheets: SheetView[];
  readonly version: number;
  readonly availableActions: { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export interface MatchView {
  readonly id: string;
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly taxCode: string | null;
  readonly basis: MatchBasis;
  readonly isDoubtful: boolean;
  readonly decision: 'MATCHED' | 'NEW' | null;
  readonly orgId: string | null;
  readonly candidates: { organization: OrganizationRefView; taxCode: string | null; address: string | null; score: number }[];
}

export interface ProblemView {
  readonly sheet: SheetName;
  readonly sheetTitle: string;
  readonly row: number;
  readonly cell: string | null;
  readonly key: string;
  readonly label: string;
  readonly code: string;
  readonly found: string;
  readonly message: string;
  readonly holds: number;
}

export interface SourceView {
  readonly sheet: SheetName;
  readonly item: number;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly place: string;
  readonly scanPage: string | null;
  readonly fileName: string;
  readonly committedAt: Date;
}
