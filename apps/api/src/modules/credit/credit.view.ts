import {
  CREDIT_REASONS,
  CREDIT_STAGES,
  CREDIT_STATES,
  CREDIT_STEPS,
  type CreditMover,
  type CreditReason,
  type CreditRealisation,
  type CreditSide,
  type CreditStage,
  type CreditState,
  type CreditStep,
  EVIDENCE_SCOPES,
} from '@lienket/domain';
import type { OrganizationRefView } from '../registry/index.js';

export { CREDIT_STAGES, CREDIT_STATES, CREDIT_STEPS, EVIDENCE_SCOPES };
export const CREDIT_SIDES = ['BANK', 'COOPERATIVE', 'ALLIANCE'] as const satisfies readonly CreditSide[];
export const CREDIT_MOVERS = [...CREDIT_SIDES, 'NONE'] as const satisfies readonly CreditMover[];
export const CREDIT_DECISIONS = ['APPRAISE', 'APPROVE', 'GRANT'] as const;
export type CreditDecisionName = (typeof CREDIT_DECISIONS)[number];
export const CREDIT_ENDINGS = ['REFUSE', 'WITHDRAW', 'LAPSE', 'CLOSE'] as const;
export type CreditEndingName = (typeof CREDIT_ENDINGS)[number];
export const CREDIT_REASON_CODES = [...new Set(Object.values(CREDIT_REASONS).flat())] as readonly CreditReason[];

export interface CreditSummaryView {
  readonly id: string;
  readonly number: string;
  readonly registerNo: string | null;
  readonly eventTitle: string | null;
  readonly bank: OrganizationRefView;
  readonly borrower: OrganizationRefView;
  /** What the paper promises; null where it names nothing, and for a reader who may not see it. */
  readonly amount: bigint | null;
  readonly isAmountHidden: boolean;
  readonly isQuantified: boolean;
  readonly isSecured: boolean | null;
  readonly purpose: string | null;
  readonly signedOn: string | null;
  readonly status: CreditState;
  readonly stage: CreditStage;
  readonly mover: CreditMover;
  readonly sinceOn: string;
  readonly dueOn: string | null;
  readonly daysLate: number;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface CreditStepView {
  readonly id: string;
  readonly step: CreditStep;
  readonly happenedOn: string;
  readonly amount: bigint | null;
  readonly reason: CreditReason | null;
  readonly note: string | null;
  readonly docNo: string | null;
  readonly by: OrganizationRefView;
  readonly onBehalfOf: OrganizationRefView | null;
  readonly at: string;
}

export interface DisbursementView {
  readonly id: string;
  readonly amount: bigint;
  readonly paidOn: string;
  readonly docNo: string | null;
  readonly note: string | null;
  readonly isUndone: boolean;
  readonly by: OrganizationRefView;
  readonly at: string;
}

export interface CreditPageView extends CreditSummaryView {
  readonly termMonths: number | null;
  readonly ratePrinciple: string | null;
  readonly limit: bigint | null;
  /** Null for a reader who may not see what was paid out. */
  readonly disbursed: bigint | null;
  readonly document: { readonly id: string; readonly name: string } | null;
  readonly recordedSide: CreditSide;
  readonly recordedBy: OrganizationRefView;
  readonly endReason: CreditReason | null;
  readonly steps: CreditStepView[];
  readonly disbursements: DisbursementView[];
  readonly availableActions: { readonly action: string; readonly allowed: boolean; readonly reason: string | null }[];
}

export interface CreditQuestion {
  readonly status?: readonly CreditState[] | null;
  readonly eventCode?: string | null;
  readonly late?: boolean | null;
  readonly search?: string | null;
}

export interface CreditTotalsView extends CreditRealisation {
  readonly late: number;
  readonly open: number;
  readonly unsecured: number;
}

export interface CreditRecordCommand {
  readonly clientKey: string;
  readonly bankOrgId?: string | null;
  readonly borrowerOrgId?: string | null;
  readonly eventCode?: string | null;
  readonly amount?: bigint | null;
  readonly isSecured?: boolean | null;
  readonly purpose?: string | null;
  readonly termMonths?: number | null;
  readonly ratePrinciple?: string | null;
  readonly signedOn?: string | null;
  readonly fileId?: string | null;
}

export interface CreditCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}
export interface AttachCommand extends CreditCommand {
  readonly fileId: string;
}
export interface StepCommand extends CreditCommand {
  readonly on?: string | null;
  readonly docNo?: string | null;
  readonly note?: string | null;
}
export interface DecideCommand extends StepCommand {
  readonly decision: CreditDecisionName;
  readonly limit?: bigint | null;
}
export interface DisburseCommand extends StepCommand {
  readonly amount: bigint;
}
export interface UndoCommand extends CreditCommand {
  readonly disbursementId: string;
  readonly reason: string;
}
export interface EndCommand extends StepCommand {
  readonly ending: CreditEndingName;
  readonly reason?: string | null;
}
