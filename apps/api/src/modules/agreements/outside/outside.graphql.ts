import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EVIDENCE_GRADES, OUTSIDE_STATES } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import { ContractRef } from '../contract.graphql.js';

export const OutsideState = enumOf(OUTSIDE_STATES);
registerEnumType(OutsideState, { name: 'OutsideState' });
export const EvidenceGrade = enumOf(EVIDENCE_GRADES);
registerEnumType(EvidenceGrade, { name: 'EvidenceGrade' });
export const OutsideAct = enumOf(['confirm', 'deny', 'correct', 'withdraw'] as const);
registerEnumType(OutsideAct, { name: 'OutsideAct' });
export const OutsideWordKind = enumOf(['RECORD', 'CONFIRM', 'DENY', 'CORRECT', 'WITHDRAW', 'LAPSE'] as const);
registerEnumType(OutsideWordKind, { name: 'OutsideWordKind' });

@ObjectType()
@Authority('PARTIES')
export class OutsideWord {
  @Field(() => OutsideWordKind) kind: keyof typeof OutsideWordKind;
  @Field(() => QuantityScalar, { nullable: true }) qty: string | null;
  @Field(() => LocalDate, { nullable: true }) deliveredOn: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) fileUrl: string | null;
  @Field(() => String, { nullable: true }) fileName: string | null;
  @Field(() => String, { nullable: true }) organizationName: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => Instant) at: Date;
}

@ObjectType({ description: 'A delivery made by telephone or on paper; it counts by the grade of its proof, never as A.' })
@Authority('PARTIES')
export class OutsideDelivery {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) mouLineId: string | null;
  @Field(() => ID, { nullable: true }) contractLineId: string | null;
  @Field(() => ContractRef, { nullable: true, description: 'For a delivery on a contract’s line.' })
  contract: ContractRef | null;
  @Field(() => String) goods: string;
  @Field(() => String) baseUnit: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => OrganizationRef, { description: 'Whose word stands.' }) author: OrganizationRef;
  @Field(() => OutsideState) state: keyof typeof OutsideState;
  @Field(() => EvidenceGrade, { nullable: true, description: 'Null: it counts no more.' }) grade:
    keyof typeof EvidenceGrade | null;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) deliveredOn: string;
  @Field(() => LocalDate, { description: 'The last day to answer.' }) answerBy: string;
  @Field(() => Boolean) hasDocument: boolean;
  @Field(() => [OutsideWord], { description: 'The oldest first.' }) words: OutsideWord[];
  @Field(() => [OutsideAct], { description: 'What the reader may do now.' }) actions: (keyof typeof OutsideAct)[];
  @Field(() => Int) version: number;
}

@ObjectType()
@Authority('PARTIES')
export class OutsideTrade {
  @Field(() => Boolean) mayRecord: boolean;
  @Field(() => [OutsideDelivery], { description: 'The newest first, at most 200.' }) deliveries: OutsideDelivery[];
}

@InputType()
export class OutsideRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouLineId: string;
  @Field(() => ID, { nullable: true, description: 'Needed where the other side is more than one party.' })
  counterpartyOrgId?: string | null;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) deliveredOn: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

@InputType()
export class ContractOutsideRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) contractLineId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) deliveredOn: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

@InputType()
export class OutsideAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => OutsideAct) act: keyof typeof OutsideAct;
  @Field(() => QuantityScalar, { nullable: true, description: 'For a correction.' }) qty?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'For a correction.' }) deliveredOn?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}
