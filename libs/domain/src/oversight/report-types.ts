import type { EvidenceGrade } from '../agreements/evidence-grade.js';
import type { RungCode } from '../agreements/ladder.js';
import type { MouOutcome } from '../agreements/mou-state.js';
import type { MoveActor, MoveStep } from '../agreements/next-move.js';
import type { LocalDate } from '../shared/calendar-date.js';
import type { ReportCreditInput, ReportCredits } from './report-credit.js';

export type ReportEntryKind = 'COMMIT' | 'AMEND' | 'CALL_OFF' | 'CALL_OFF_RELEASE' | 'DISPATCH' | 'ACCEPT';

/** What the ledger says of one line on one day: entries of one kind and grade together, reversals as negative amounts. */
export interface ReportEntry {
  readonly lineId: string;
  readonly kind: ReportEntryKind;
  readonly grade: EvidenceGrade;
  /** Business day in Việt Nam. */
  readonly on: LocalDate;
  /** Decimal text in the line's base unit. */
  readonly qty: string;
}

export interface ReportLineInput {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly group: string | null;
  /** Đồng per base unit, frozen at signing. */
  readonly refPrice: string | null;
  /** Harvest months 1 to 12; empty: the whole year. */
  readonly seasonMonths: readonly number[];
}

/** A signature with the days on which it was given and, where a refusal, an edit or a lapse took it back, made void. */
export interface ReportSignature {
  readonly orgId: string;
  readonly grade: EvidenceGrade;
  readonly on: LocalDate;
  readonly voidedOn: LocalDate | null;
}

/** How an agreement ended, from the transition that ended it; LAPSED: the round of signing ran out. */
export interface ReportEnding {
  readonly on: LocalDate;
  readonly status: 'CLOSED' | 'EXPIRED' | 'LAPSED';
  readonly outcome: MouOutcome | null;
  /** Where the outcome was said later than the day it ended. */
  readonly outcomeOn?: LocalDate | null;
}

export interface ReportPlace {
  readonly code: string;
  readonly name: string;
}

export interface ReportAgreementInput {
  readonly id: string;
  readonly registerNo: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly recordedOn: LocalDate;
  /** Below the promise and still fulfilled, in percent: what held on the day it was recorded, whatever holds at the cut-off. */
  readonly tolerancePct: number;
  readonly signedOn: LocalDate | null;
  readonly contractedOn: LocalDate | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly ending: ReportEnding | null;
  readonly signatures: readonly ReportSignature[];
  /** Rounds of signing in the app. */
  readonly rounds: readonly { readonly openedOn: LocalDate; readonly closedOn: LocalDate | null }[];
  /** When the scan of the paper came. */
  readonly documentOn: LocalDate | null;
  readonly parties: readonly {
    readonly orgId: string;
    readonly role: string;
    readonly name: string;
    readonly mustSign: boolean;
  }[];
  /** Where the first seller stands: the district before 1/7/2025 and the commune since. */
  readonly district: ReportPlace | null;
  readonly commune: ReportPlace | null;
  readonly lines: readonly ReportLineInput[];
  /** Confirmed call-offs; `undoneOn` where a reversal took one back. */
  readonly callOffs: readonly { readonly on: LocalDate; readonly grade: EvidenceGrade; readonly undoneOn: LocalDate | null }[];
}

export interface ReportBlockInput {
  readonly petition: string;
  readonly department: string | null;
  readonly answerBefore: LocalDate | null;
  readonly agreement: string;
  readonly since: LocalDate;
  readonly endedOn: LocalDate | null;
}

/** One alert that an agreement stands still, with the reasons officers gave for it. */
export interface ReportStallInput {
  readonly agreement: string;
  readonly raisedOn: LocalDate;
  readonly clearedOn: LocalDate | null;
  readonly answers: readonly { readonly on: LocalDate; readonly reason: ReportReason }[];
}

export interface ReportReason {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface ReportInput {
  readonly agreements: readonly ReportAgreementInput[];
  readonly entries: readonly ReportEntry[];
  readonly blocks: readonly ReportBlockInput[];
  readonly stalls: readonly ReportStallInput[];
  readonly credits: readonly ReportCreditInput[];
}

export interface ReportLine {
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly group: string | null;
  /** Null: chưa lượng hoá. */
  readonly committed: string | null;
  readonly ordered: string;
  readonly shipped: string;
  readonly accepted: string;
  readonly acceptedInPeriod: string;
  readonly acceptedA: string;
  readonly acceptedB: string;
  readonly acceptedC: string;
}

export interface ReportAgreement {
  readonly id: string;
  readonly registerNo: string;
  readonly title: string;
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  readonly rung: RungCode;
  readonly rungOn: LocalDate | null;
  readonly realisationBp: number | null;
  readonly nextActor: MoveActor;
  readonly nextStep: MoveStep;
  readonly nextSince: LocalDate;
  /** How it had ended by the cut-off; null: it had not. */
  readonly ending: Pick<ReportEnding, 'status' | 'outcome'> | null;
  readonly lines: readonly ReportLine[];
}

/** Promised and accepted up to the end of a month, as shares of all that was committed by the cut-off. */
export interface ReportPacePoint {
  /** "2026-08". */
  readonly month: string;
  readonly plannedBp: number;
  readonly acceptedBp: number;
  /** Of what was accepted in the system alone. Missing in reports older than this. */
  readonly acceptedBpA?: number;
}

export interface ReportVolume {
  readonly unit: string;
  readonly agreements: number;
  readonly committed: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly accepted: string;
  readonly acceptedInPeriod: string;
  /** Accepted by what proves it, apart. These and the two rates below are missing in reports older than them. */
  readonly acceptedA?: string;
  readonly acceptedB?: string;
  readonly acceptedC?: string;
  /** Of grade A alone, and of A and B, reckoned like the rate of all. */
  readonly rateBpA?: number | null;
  readonly rateBpAB?: number | null;
  /** Accepted on quantified lines, each up to its promise, over what they promised; null under `minCases` agreements. */
  readonly rateBp: number | null;
}

export interface ReportFacts {
  readonly periodFrom: LocalDate;
  readonly asOf: LocalDate;
  /** The limits of privacy that held at the cut-off. */
  readonly minCases: number;
  readonly minParties: number;
  readonly agreements: number;
  readonly signed: number;
  /** Ended by the cut-off: closed with an outcome, past their last day, or never signed in time. */
  readonly ended: number;
  readonly lapsed: number;
  readonly quantified: number;
  readonly lines: number;
  readonly quantifiedLines: number;
  readonly rungs: readonly {
    readonly rung: RungCode;
    readonly here: number;
    readonly reached: number;
    /** Those proven by grade A alone; missing in reports older than this. */
    readonly reachedA?: number;
    readonly outOf: number;
    readonly rateBp: number | null;
  }[];
  readonly groups: readonly (ReportVolume & { readonly group: string | null })[];
  readonly districts: readonly (ReportVolume & { readonly code: string | null; readonly name: string | null })[];
  readonly communes: readonly (ReportVolume & { readonly code: string | null; readonly name: string | null })[];
  /** Accepted by what proves it: A, then A and B, then all; by unit. */
  readonly grades: readonly { readonly unit: string; readonly a: string; readonly ab: string; readonly abc: string }[];
  /** Empty under `minCases` quantified agreements. */
  readonly pace: readonly ReportPacePoint[];
  readonly movers: readonly { readonly actor: MoveActor; readonly count: number }[];
  readonly blocks: readonly Omit<ReportBlockInput, 'endedOn'>[];
  /** Alerts open at the cut-off by the last reason given until then; null: nobody had answered. Missing in reports older than this section. */
  readonly stallReasons?: readonly {
    readonly reason: ReportReason | null;
    readonly alerts: number;
    readonly agreements: number;
  }[];
  /** Đồng at the reference prices of signing; null where fewer than `minParties` sellers or buyers stand behind it. */
  readonly acceptedValue: string | null;
  readonly annex: readonly ReportAgreement[];
  /** Missing in reports older than this section. */
  readonly credits?: ReportCredits;
}

/** One line with its sums at the cut-off. */
export interface SummedLine extends ReportLine {
  readonly agreement: ReportAgreementInput;
  readonly id: string;
  readonly refPrice: string | null;
  readonly seasonMonths: readonly number[];
}
