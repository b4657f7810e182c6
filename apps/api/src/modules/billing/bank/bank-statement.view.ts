import type { ReviewReason } from '@lienket/domain';

export const BANK_LINE_STATES = ['REVIEW', 'SETTLED', 'IGNORED'] as const;
export type BankLineState = (typeof BANK_LINE_STATES)[number];

export interface BankLineRequestView {
  readonly id: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly buyerName: string;
  /** Still owed, or what of the line went to it. */
  readonly amount: bigint;
}

export interface BankLineView {
  readonly id: string;
  readonly bookedOn: string;
  readonly amount: bigint;
  readonly allocated: bigint;
  readonly memo: string;
  readonly bankReference: string | null;
  readonly state: BankLineState;
  readonly reviewReason: ReviewReason | null;
  readonly ignoredReason: string | null;
  readonly paid: BankLineRequestView[];
  readonly suggested: BankLineRequestView[];
  readonly version: number;
}

export interface StatementReadView {
  readonly statementId: string;
  readonly credits: number;
  /** Not seen in any earlier statement. */
  readonly fresh: number;
  readonly settled: number;
  readonly toReview: number;
  readonly unreadable: readonly { readonly row: number; readonly field: string; readonly text: string }[];
}

export interface AllocateCommand {
  readonly clientKey: string;
  readonly lineId: string;
  readonly version: number;
  readonly allocations: readonly { readonly paymentRequestId: string; readonly amount: bigint }[];
  /** The buyer whose credit the rest becomes. */
  readonly keepForOrgId?: string | null;
}

export interface IgnoreCommand {
  readonly clientKey: string;
  readonly lineId: string;
  readonly version: number;
  readonly reason: string;
}
