import { PETITION_STATES, type PetitionMover, type PetitionState } from '@lienket/domain';
import type { OrganizationRefView } from '../registry/index.js';

export { PETITION_STATES, type PetitionMover, type PetitionState };
export const PETITION_MOVERS = ['ALLIANCE', 'DEPARTMENT', 'PETITIONER', 'NONE'] as const;
export const PETITION_ORIGINS = ['REGISTER', 'COOPERATIVE', 'ALLIANCE'] as const;
export type PetitionOrigin = (typeof PETITION_ORIGINS)[number];
export const ANSWER_KINDS = ['REPORT', 'OFFICIAL'] as const;
export type AnswerKindName = (typeof ANSWER_KINDS)[number];
export const ASSIGNMENT_KINDS = ['ASSIGN', 'TRANSFER', 'REOPEN'] as const;
export type AssignmentKindName = (typeof ASSIGNMENT_KINDS)[number];

export interface FieldView {
  readonly code: string;
  readonly name: string;
  readonly usualDepartment: OrganizationRefView | null;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
}

export interface AnswerView {
  readonly id: string;
  readonly round: number;
  readonly kind: AnswerKindName;
  readonly department: OrganizationRefView;
  readonly docNo: string | null;
  readonly docDate: string | null;
  readonly file: FileView | null;
  readonly summary: string | null;
  readonly answerBefore: string | null;
  /** Null where there was no deadline, or the answer is not official. */
  readonly onTime: boolean | null;
  readonly at: string;
}

export interface AssignmentView {
  readonly id: string;
  readonly round: number;
  readonly kind: AssignmentKindName;
  readonly department: OrganizationRefView;
  readonly answerBefore: string | null;
  readonly reason: string | null;
  readonly at: string;
}

export interface FeedbackView {
  readonly id: string;
  readonly round: number;
  readonly satisfied: boolean;
  readonly note: string | null;
  readonly by: OrganizationRefView;
  readonly at: string;
}

export interface BlockView {
  readonly id: string;
  readonly mouId: string;
  /** Null for a reader who may not see the agreement itself. */
  readonly title: string | null;
  readonly note: string | null;
  readonly since: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

export interface PetitionSummaryView {
  readonly id: string;
  readonly number: string;
  readonly registerNo: string | null;
  readonly eventTitle: string | null;
  readonly origin: PetitionOrigin;
  readonly petitioner: OrganizationRefView | null;
  readonly petitionerName: string | null;
  readonly content: string | null;
  readonly receivedOn: string | null;
  readonly fields: { readonly code: string; readonly name: string }[];
  readonly status: PetitionState;
  readonly mover: PetitionMover;
  readonly department: OrganizationRefView | null;
  readonly namedDepartment: OrganizationRefView | null;
  readonly answerBefore: string | null;
  readonly overdue: boolean;
  readonly answeredInReport: boolean;
  readonly reopened: number;
  readonly blockedAgreements: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface PetitionPageView extends PetitionSummaryView {
  readonly wantedOutcome: string | null;
  readonly mergedInto: { readonly id: string; readonly number: string } | null;
  readonly registeredDocNo: string | null;
  readonly registeredDocDate: string | null;
  readonly draft: string | null;
  readonly files: FileView[];
  readonly assignments: AssignmentView[];
  readonly answers: AnswerView[];
  readonly feedbacks: FeedbackView[];
  readonly blocks: BlockView[];
  /** Proposed when assigning: so many working days from today. */
  readonly proposedAnswerBefore: string;
  readonly reopensLeft: number;
  readonly availableActions: { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export interface PetitionFileCommand {
  readonly clientKey: string;
  readonly content: string;
  readonly wantedOutcome?: string | null;
  readonly fieldCodes: readonly string[];
  readonly fileIds: readonly string[];
  /** The Alliance names who petitions; a cooperative petitions for itself. */
  readonly petitionerOrgId?: string | null;
  readonly receivedOn?: string | null;
  /** Raised from an agreement that stands still. */
  readonly mouId?: string | null;
}

/** One act on a petition; each act reads what belongs to it. */
export interface PetitionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}
export interface ClassifyCommand extends PetitionCommand {
  readonly fieldCodes: readonly string[];
}
export interface AssignCommand extends PetitionCommand {
  readonly departmentId: string;
  readonly answerBefore?: string | null;
}
export interface TransferCommand extends PetitionCommand {
  readonly departmentId: string;
  readonly reason: string;
}
export interface MergeCommand extends PetitionCommand {
  readonly intoId: string;
}
export interface DraftCommand extends PetitionCommand {
  readonly text: string;
}
export interface ReportAnswerCommand extends PetitionCommand {
  readonly docNo?: string | null;
  readonly docDate?: string | null;
  readonly summary: string;
}
export interface IssueCommand extends PetitionCommand {
  readonly docNo?: string | null;
  readonly docDate?: string | null;
  readonly fileId?: string | null;
  readonly summary?: string | null;
}
export interface FeedbackCommand extends PetitionCommand {
  readonly satisfied: boolean;
  readonly note?: string | null;
}
export interface ReasonCommand extends PetitionCommand {
  readonly reason: string;
}
export interface BlockCommand extends PetitionCommand {
  readonly mouId: string;
  readonly note?: string | null;
}
export interface PetitionQuestion {
  readonly status?: readonly PetitionState[] | null;
  readonly field?: string | null;
  readonly departmentId?: string | null;
  readonly eventCode?: string | null;
  readonly overdue?: boolean | null;
  readonly blocking?: boolean | null;
  readonly search?: string | null;
}
