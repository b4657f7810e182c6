import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REVIEW_REASONS, type ReviewReason } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate, VND } from '../../../platform/graphql/scalars.js';
import { BANK_LINE_STATES, type BankLineState } from './bank-statement.view.js';

export const BankLineStateEnum = enumOf(BANK_LINE_STATES);
registerEnumType(BankLineStateEnum, { name: 'BankLineState' });
export const BankReviewReason = enumOf(REVIEW_REASONS);
registerEnumType(BankReviewReason, { name: 'BankReviewReason', description: 'Why money did not match a request by itself.' });

@ObjectType()
@Authority('PARTIES')
export class BankLineRequest {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) orderNumber: string;
  @Field(() => String) buyerName: string;
  @Field(() => VND) amount: bigint;
}

@ObjectType({ description: "Money that arrived on the seller's account." })
@Authority('PARTIES')
export class BankLine {
  @Field(() => ID) id: string;
  @Field(() => LocalDate) bookedOn: string;
  @Field(() => VND) amount: bigint;
  @Field(() => VND) allocated: bigint;
  @Field(() => String) memo: string;
  @Field(() => String, { nullable: true }) bankReference: string | null;
  @Field(() => BankLineStateEnum) state: BankLineState;
  @Field(() => BankReviewReason, { nullable: true }) reviewReason: ReviewReason | null;
  @Field(() => String, { nullable: true }) ignoredReason: string | null;
  @Field(() => [BankLineRequest], { description: 'What it paid.' }) paid: BankLineRequest[];
  @Field(() => [BankLineRequest], { description: 'Requests with exactly this amount open.' }) suggested: BankLineRequest[];
  @Field(() => Int) version: number;
}

export const BankLineConnection = connectionOf('BankLine', BankLine, 'SIGNED_IN');
export const BankLineResult = resultUnion('BankLineResult', () => [BankLine, Refused, VersionConflict] as const);

@InputType()
export class BankAllocationInput {
  @Field(() => ID) paymentRequestId: string;
  @Field(() => VND) amount: bigint;
}

@InputType()
export class BankLineAllocateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) lineId: string;
  @Field(() => Int) version: number;
  @Field(() => [BankAllocationInput]) allocations: BankAllocationInput[];
  @Field(() => ID, { nullable: true, description: 'What is left is kept as credit of this buyer.' }) keepForOrgId?: string | null;
}

@InputType()
export class BankLineIgnoreInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) lineId: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
}
