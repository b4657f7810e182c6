import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  type CreditStage,
  type CreditState,
  REPORT_MEASURES,
  REPORT_STATES,
  type ReportMeasure,
  type ReportState,
} from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../platform/graphql/scalars.js';
import { NextActor, Rung } from '../agreements/index.js';
import { CreditStageName, CreditStatus } from '../credit/index.js';
import { EventRef } from '../events/index.js';

export const ReportStatus = enumOf(REPORT_STATES);
registerEnumType(ReportStatus, { name: 'ReportStatus' });
export const ReportMeasureName = enumOf(REPORT_MEASURES);
registerEnumType(ReportMeasureName, { name: 'ReportMeasure' });

const APART = 'By what proves it; null in reports older than this.';
const RATE = 'Basis points; null where fewer than five cases stand behind it.';

@ObjectType()
@Authority('PUBLIC')
export class ReportRung {
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => Int) reached: number;
  @Field(() => Int, { nullable: true, description: 'Proven in the system alone; null in reports older than this.' }) reachedA:
    number | null;
  @Field(() => Int, { description: 'Those it can be said of: percentages need agreements with quantities.' }) outOf: number;
  @Field(() => Int, { nullable: true, description: RATE }) rateBp: number | null;
}

@ObjectType()
@Authority('report.prepare')
export class ReportVolume {
  @Field(() => String, { nullable: true, description: 'Code of a product group, or name of an area; null: not known.' }) label:
    string | null;
  @Field(() => String) unit: string;
  @Field(() => Int) agreements: number;
  @Field(() => String) committed: string;
  @Field(() => String) ordered: string;
  @Field(() => String) shipped: string;
  @Field(() => String) accepted: string;
  @Field(() => String) acceptedInPeriod: string;
  @Field(() => String, { nullable: true, description: APART }) acceptedA: string | null;
  @Field(() => String, { nullable: true, description: APART }) acceptedB: string | null;
  @Field(() => String, { nullable: true, description: APART }) acceptedC: string | null;
  @Field(() => Int, { nullable: true, description: 'Of grade A alone.' }) rateBpA: number | null;
  @Field(() => Int, { nullable: true, description: 'Of A and B.' }) rateBpAB: number | null;
  @Field(() => Int, { nullable: true, description: RATE }) rateBp: number | null;
}

@ObjectType()
@Authority('report.prepare')
export class ReportGrades {
  @Field(() => String) unit: string;
  @Field(() => String) a: string;
  @Field(() => String) ab: string;
  @Field(() => String) abc: string;
}

@ObjectType()
@Authority('report.prepare')
export class ReportMover {
  @Field(() => NextActor) actor: keyof typeof NextActor;
  @Field(() => Int) count: number;
}

@ObjectType()
@Authority('report.prepare')
export class ReportStallReason {
  @Field(() => String, { nullable: true, description: 'Null: nobody had given a reason by the cut-off.' }) name: string | null;
  @Field(() => Int) alerts: number;
  @Field(() => Int) agreements: number;
}

@ObjectType()
@Authority('report.prepare')
export class ReportBlock {
  @Field(() => String) petition: string;
  @Field(() => String) agreement: string;
  @Field(() => String, { nullable: true }) department: string | null;
  @Field(() => LocalDate, { nullable: true }) answerBefore: string | null;
  @Field(() => LocalDate) since: string;
}

@ObjectType()
@Authority('report.prepare')
export class ReportLine {
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String, { nullable: true, description: 'Null: no quantity was agreed.' }) committed: string | null;
  @Field(() => String) ordered: string;
  @Field(() => String) shipped: string;
  @Field(() => String) accepted: string;
}

@ObjectType()
@Authority('report.prepare')
export class ReportPartyName {
  @Field(() => String) role: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('report.prepare')
export class ReportEnding {
  @Field(() => String, { description: 'CLOSED, EXPIRED or LAPSED.' }) status: string;
  @Field(() => String, { nullable: true }) outcome: string | null;
}

@ObjectType()
@Authority('report.prepare')
export class ReportPacePoint {
  @Field(() => String, { description: '"2026-08".' }) month: string;
  @Field(() => Int) plannedBp: number;
  @Field(() => Int) acceptedBp: number;
  @Field(() => Int, { nullable: true, description: 'In the system alone; null in reports older than this.' }) acceptedBpA:
    number | null;
}

@ObjectType()
@Authority('report.prepare')
export class ReportAgreement {
  @Field(() => ID) id: string;
  @Field(() => String) registerNo: string;
  @Field(() => String) title: string;
  @Field(() => [ReportPartyName]) parties: ReportPartyName[];
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => LocalDate, { nullable: true }) rungOn: string | null;
  @Field(() => Int, { nullable: true }) realisationBp: number | null;
  @Field(() => NextActor) nextActor: keyof typeof NextActor;
  @Field(() => LocalDate) nextSince: string;
  @Field(() => ReportEnding, { nullable: true, description: 'How it had ended by the cut-off.' }) ending: ReportEnding | null;
  @Field(() => [ReportLine]) lines: ReportLine[];
}

@ObjectType({ description: 'A number that the report before told otherwise.' })
@Authority('report.prepare')
export class ReportCorrection {
  @Field(() => String) registerNo: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ReportMeasureName) measure: ReportMeasure;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) now: string | null;
}

@ObjectType({ description: 'One credit agreement at the cut-off.' })
@Authority('report.prepare')
export class ReportCredit {
  @Field(() => String) number: string;
  @Field(() => String) bank: string;
  @Field(() => String) borrower: string;
  @Field(() => CreditStatus) state: CreditState;
  @Field(() => LocalDate) since: string;
  @Field(() => Boolean, { description: 'The paper names an amount.' }) isQuantified: boolean;
  @Field(() => VND, { nullable: true, description: 'Null also where the amount is the two sides’.' }) amount: string | null;
  @Field(() => CreditStageName) stage: CreditStage;
  @Field(() => VND, { nullable: true, description: 'Null: the two sides’.' }) paid: string | null;
}

@ObjectType()
@Authority('report.prepare')
export class ReportCreditCount {
  @Field(() => CreditStatus) state: CreditState;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'Credit agreements at the cut-off; sums are told of enough borrowers only, by two digits.' })
@Authority('report.prepare')
export class ReportCredits {
  @Field(() => Int) agreements: number;
  @Field(() => Int) quantified: number;
  @Field(() => Int) withMoney: number;
  @Field(() => VND, { nullable: true }) amount: string | null;
  @Field(() => VND, { nullable: true }) disbursed: string | null;
  @Field(() => Int, { nullable: true, description: 'Whole percents in basis points.' }) rateBp: number | null;
  @Field(() => [ReportCreditCount]) states: ReportCreditCount[];
  @Field(() => [ReportCredit]) rows: ReportCredit[];
}

@ObjectType({ description: 'What a report says, from facts up to its cut-off.' })
@Authority('report.prepare')
export class ReportFacts {
  @Field(() => Int) agreements: number;
  @Field(() => Int) minCases: number;
  @Field(() => Int) signed: number;
  @Field(() => Int) ended: number;
  @Field(() => Int, { description: 'Ended because the round of signing ran out.' }) lapsed: number;
  @Field(() => Int) quantified: number;
  @Field(() => Int) lines: number;
  @Field(() => Int) quantifiedLines: number;
  @Field(() => [ReportRung]) rungs: ReportRung[];
  @Field(() => [ReportVolume]) groups: ReportVolume[];
  @Field(() => [ReportVolume]) districts: ReportVolume[];
  @Field(() => [ReportVolume]) communes: ReportVolume[];
  @Field(() => [ReportGrades]) grades: ReportGrades[];
  @Field(() => [ReportPacePoint], { description: 'Empty where too few agreements are quantified.' }) pace: ReportPacePoint[];
  @Field(() => [ReportMover]) movers: ReportMover[];
  @Field(() => [ReportBlock]) blocks: ReportBlock[];
  @Field(() => [ReportStallReason], { nullable: true, description: 'Null in reports older than this section.' })
  stallReasons: ReportStallReason[] | null;
  @Field(() => ReportCredits, { nullable: true, description: 'Null in reports older than this section.' })
  credits: ReportCredits | null;
  @Field(() => [ReportCorrection]) corrections: ReportCorrection[];
}

@ObjectType({ description: 'The periodic report on what became of signed agreements.' })
@Authority('report.prepare')
export class ProgressReport {
  @Field(() => ID) id: string;
  @Field(() => EventRef, { nullable: true, description: 'Null: agreements of every conference.' }) event: EventRef | null;
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => LocalDate) asOf: string;
  @Field(() => ReportStatus) status: ReportState;
  @Field(() => String, { nullable: true, description: '"01/BC-LMHTX", given when issued.' }) number: string | null;
  @Field(() => String) preparedByName: string;
  @Field(() => Instant) preparedAt: Date;
  @Field(() => String, { nullable: true }) issuedByName: string | null;
  @Field(() => LocalDate, { nullable: true }) issuedOn: string | null;
  @Field(() => String, { nullable: true }) withdrawReason: string | null;
  @Field(() => String, { description: 'SHA-256 of what it says.' }) sha256: string;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ProgressReportConnection = connectionOf('ProgressReport', ProgressReport, 'report.prepare');

@ObjectType()
@Authority('PUBLIC')
export class PublicVolume {
  @Field(() => String, { nullable: true }) label: string | null;
  @Field(() => String) unit: string;
  @Field(() => Int) agreements: number;
  @Field(() => String) committed: string;
  @Field(() => String) accepted: string;
  @Field(() => String, { nullable: true, description: APART }) acceptedA: string | null;
  @Field(() => Int, { nullable: true, description: RATE }) rateBp: number | null;
  @Field(() => Int, { nullable: true, description: 'Of grade A alone.' }) rateBpA: number | null;
}

@ObjectType({ description: 'Credit agreements that were signed, as counts.' })
@Authority('PUBLIC')
export class PublicCredits {
  @Field(() => Int) agreements: number;
  @Field(() => Int) withMoney: number;
}

@ObjectType({ description: 'Sums of an issued report: no price, no name, volumes of five agreements or more.' })
@Authority('PUBLIC')
export class PublicResult {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) number: string;
  @Field(() => LocalDate) asOf: string;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int, { description: 'Volumes and rates of fewer agreements are not told.' }) minCases: number;
  @Field(() => Int) agreements: number;
  @Field(() => Int) signed: number;
  @Field(() => Int) quantified: number;
  @Field(() => [ReportRung]) rungs: ReportRung[];
  @Field(() => [PublicVolume]) groups: PublicVolume[];
  @Field(() => [PublicVolume]) districts: PublicVolume[];
  @Field(() => PublicCredits, { nullable: true, description: 'Null in results older than this.' }) credits: PublicCredits | null;
}

@InputType()
export class ReportPrepareInput {
  @Field(() => String) clientKey: string;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => LocalDate) asOf: string;
}

@InputType()
export class ReportActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class ReportWithdrawInput extends ReportActionInput {
  @Field(() => String) reason: string;
}

export const ReportResult = resultUnion('ReportResult', () => [ProgressReport, Refused, VersionConflict] as const);
