import type { MouOutcome, ProposalAnswerKind, ProposalKind } from '@lienket/domain';
import type { OrganizationRefView } from '../../registry/index.js';

export interface LineTermsView {
  readonly min: string | null;
  readonly target: string | null;
  readonly max: string | null;
  readonly unitPrice: bigint | null;
  readonly schedule: { from: string; to: string; qty: string }[];
}

export interface ProposalView {
  readonly id: string;
  readonly proposalNo: number;
  readonly amendmentNo: number | null;
  readonly kind: ProposalKind;
  readonly state: 'OPEN' | 'AGREED' | 'DECLINED' | 'WITHDRAWN';
  readonly reason: string;
  readonly reasonNames: string[];
  readonly outcome: MouOutcome | null;
  readonly untilOn: string | null;
  readonly byDocument: boolean;
  readonly fileUrl: string | null;
  readonly proposedBy: OrganizationRefView;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly terms: { field: string; before: string | null; after: string | null }[];
  readonly lines: { lineId: string; description: string; baseUnit: string; before: LineTermsView; after: LineTermsView }[];
  readonly answers: {
    organization: OrganizationRefView;
    personName: string;
    answer: ProposalAnswerKind;
    reason: string | null;
    at: Date;
  }[];
  readonly awaited: OrganizationRefView[];
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
}

export interface AgreementLifeView {
  readonly proposals: ProposalView[];
  readonly versions: { lineId: string; amendmentNo: number; target: string | null }[];
  readonly mayPropose: ProposalKind[];
  readonly suggestedOutcome: MouOutcome | null;
  readonly mayRenew: boolean;
}

export interface ClosingReasonView {
  readonly code: string;
  readonly name: string;
  readonly outcomes: MouOutcome[];
}
