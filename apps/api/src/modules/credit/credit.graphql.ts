import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';
import * as view from './credit.view.js';

export const CreditStatus = enumOf(view.CREDIT_STATES);
registerEnumType(CreditStatus, { name: 'CreditStatus' });
export const CreditStage = enumOf(view.CREDIT_STAGES);
registerEnumType(CreditStage, { name: 'CreditStage', description: 'How far the money came, derived from the ledger.' });
export const CreditSide = enumOf(view.CREDIT_SIDES);
registerEnumType(CreditSide, { name: 'CreditSide' });
export const CreditMover = enumOf(view.CREDIT_MOVERS);
registerEnumType(CreditMover, { name: 'CreditMover', description: 'Whose move it is.' });
export const CreditStepName = enumOf(view.CREDIT_STEPS);
registerEnumType(CreditStepName, { name: 'CreditStepName' });
export const CreditReason = enumOf(view.CREDIT_REASON_CODES);
registerEnumType(CreditReason, { name: 'CreditReason' });
export const CreditDecision = enumOf(view.CREDIT_DECISIONS);
registerEnumType(CreditDecision, { name: 'CreditDecision' });
export const CreditEnding = enumOf(view.CREDIT_ENDINGS);
registerEnumType(CreditEnding, { name: 'CreditEnding' });

@ObjectType({ description: 'A paper on which a lender promises credit to a cooperative.' })
@Authority('PARTIES')
export class CreditSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true, description: "Number in the event's register." }) registerNo: string | null;
  @Field(() => String, { nullable: true }) eventTitle: string | null;
  @Field(() => OrganizationRef) bank: OrganizationRef;
  @Field(() => OrganizationRef) borrower: OrganizationRef;
  @Field(() => VND, { nullable: true, description: 'Null where the paper names none, and where the reader may not see it.' })
  amount: bigint | null;
  @Field(() => Boolean, { description: 'The two sides see the amount, this reader does not.' }) isAmountHidden: boolean;
  @Field(() => Boolean, { description: 'False: "chưa lượng hoá".' }) isQuantified: boolean;
  @Field(() => Boolean, { nullable: true, description: 'False is "tín chấp"; null where the paper does not say.' })
  isSecured: boolean | null;
  @Field(() => String, { nullable: true }) purpose: string | null;
  @Field(() => LocalDate, { nullable: true }) signedOn: string | null;
  @Field(() => CreditStatus) status: view.CreditSummaryView['status'];
  @Field(() => CreditStage) stage: view.CreditSummaryView['stage'];
  @Field(() => CreditMover) mover: view.CreditSummaryView['mover'];
  @Field(() => LocalDate, { description: 'Day of the last step.' }) sinceOn: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day in time for the next step.' }) dueOn: string | null;
  @Field(() => Int, { description: 'Whole days past it.' }) daysLate: number;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
}

export const CreditAgreementConnection = connectionOf('CreditAgreement', CreditSummary, 'PARTIES');

@ObjectType()
@Authority('PARTIES')
export class CreditPaper {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('PARTIES')
export class CreditStep {
  @Field(() => ID) id: string;
  @Field(() => CreditStepName) step: view.CreditStepView['step'];
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => VND, { nullable: true }) amount: bigint | null;
  @Field(() => CreditReason, { nullable: true }) reason: view.CreditStepView['reason'];
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) docNo: string | null;
  @Field(() => OrganizationRef, { description: 'Who wrote it.' }) by: OrganizationRef;
  @Field(() => OrganizationRef, { nullable: true, description: 'The side the Alliance wrote for.' })
  onBehalfOf: OrganizationRef | null;
  @Field(() => Instant) at: string;
}

@ObjectType()
@Authority('PARTIES')
export class CreditDisbursement {
  @Field(() => ID) id: string;
  @Field(() => VND, { description: 'Negative where it takes another one back.' }) amount: bigint;
  @Field(() => LocalDate) paidOn: string;
  @Field(() => String, { nullable: true }) docNo: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Boolean, { description: 'Taken back, or the row that took one back.' }) isUndone: boolean;
  @Field(() => OrganizationRef) by: OrganizationRef;
  @Field(() => Instant) at: string;
}

@ObjectType()
@Authority('PARTIES')
export class CreditAgreement extends CreditSummary {
  @Field(() => Int, { nullable: true }) termMonths: number | null;
  @Field(() => String, { nullable: true }) ratePrinciple: string | null;
  @Field(() => VND, { nullable: true, description: 'The limit granted.' }) limit: bigint | null;
  @Field(() => VND, { nullable: true, description: 'Null for a reader who may not see it.' }) disbursed: bigint | null;
  @Field(() => CreditPaper, { nullable: true }) document: CreditPaper | null;
  @Field(() => CreditSide) recordedSide: view.CreditPageView['recordedSide'];
  @Field(() => OrganizationRef) recordedBy: OrganizationRef;
  @Field(() => CreditReason, { nullable: true }) endReason: view.CreditPageView['endReason'];
  @Field(() => [CreditStep]) steps: CreditStep[];
  @Field(() => [CreditDisbursement]) disbursements: CreditDisbursement[];
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const CreditResult = resultUnion('CreditResult', () => [CreditAgreement, Refused, VersionConflict] as const);

@ObjectType({ description: 'Credit agreements counted; sums only where none of them can be read out.' })
@Authority('PARTIES')
export class CreditTotals {
  @Field(() => Int) agreements: number;
  @Field(() => Int) open: number;
  @Field(() => Int) late: number;
  @Field(() => Int) unsecured: number;
  @Field(() => Int, { description: 'With a known amount.' }) quantified: number;
  @Field(() => Int, { description: 'With money paid out.' }) withMoney: number;
  @Field(() => VND, { nullable: true }) amount: bigint | null;
  @Field(() => VND, { nullable: true, description: 'Of the quantified.' }) disbursed: bigint | null;
  @Field(() => Int, { nullable: true, description: 'Basis points, over the quantified.' }) rateBp: number | null;
}

@InputType()
export class CreditFilter {
  @Field(() => [CreditStatus], { nullable: true }) status?: view.CreditSummaryView['status'][] | null;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Past the days its step should take.' }) late?: boolean | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}

@InputType()
export class CreditRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'A bank records for itself.' }) bankOrgId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A cooperative records for itself.' }) borrowerOrgId?: string | null;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => VND, { nullable: true }) amount?: bigint | null;
  @Field(() => Boolean, { nullable: true }) isSecured?: boolean | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => Int, { nullable: true }) termMonths?: number | null;
  @Field(() => String, { nullable: true }) ratePrinciple?: string | null;
  @Field(() => LocalDate, { nullable: true }) signedOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'The scan.' }) fileId?: string | null;
}

@InputType()
export class CreditActInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class CreditAttachInput extends CreditActInput {
  @Field(() => ID) fileId: string;
}

@InputType()
export class CreditStepInput extends CreditActInput {
  @Field(() => LocalDate, { nullable: true, description: 'The day it happened; today without one.' }) on?: string | null;
  @Field(() => String, { nullable: true }) docNo?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class CreditDecideInput extends CreditStepInput {
  @Field(() => CreditDecision) decision: view.CreditDecisionName;
  @Field(() => VND, { nullable: true, description: 'With GRANT.' }) limit?: bigint | null;
}

@InputType()
export class CreditDisburseInput extends CreditStepInput {
  @Field(() => VND) amount: bigint;
}

@InputType()
export class CreditUndoInput extends CreditActInput {
  @Field(() => ID) disbursementId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class CreditEndInput extends CreditStepInput {
  @Field(() => CreditEnding) ending: view.CreditEndingName;
  @Field(() => CreditReason, { nullable: true }) reason?: string | null;
}
