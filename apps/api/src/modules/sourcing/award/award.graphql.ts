import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { PriceBasis, ProductRef } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import type { BasisName } from '../rfq/rfq.view.js';
import * as view from './award.view.js';

export const AwardStatus = enumOf(view.AWARD_STATES);
registerEnumType(AwardStatus, { name: 'AwardStatus' });
export const AwardUse = enumOf(view.AWARD_USES);
registerEnumType(AwardUse, { name: 'AwardUse' });

@ObjectType({ description: 'What was agreed with one cooperative; it becomes one order or one contract, once.' })
@Authority('PARTIES')
export class AwardLine {
  @Field(() => ID) id: string;
  @Field(() => ID) rfqId: string;
  @Field(() => String) rfqNumber: string;
  @Field(() => ID) rfqLineId: string;
  @Field(() => ID) quoteLineId: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => OrganizationRef, { nullable: true, description: 'Of a joint quote: who led it.' }) lead: OrganizationRef | null;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => VND, { nullable: true }) freightPerUnit: bigint | null;
  @Field(() => VND, { description: 'Goods and freight, without VAT.' }) amount: bigint;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => Int) leadDays: number;
  @Field(() => AwardUse, { nullable: true }) usedByType: view.AwardUseName | null;
  @Field(() => ID, { nullable: true }) usedById: string | null;
  @Field(() => Instant) awardedAt: Date;
}

@ObjectType()
@Authority('PARTIES')
export class AwardPick {
  @Field(() => ID) quoteLineId: string;
  @Field(() => QuantityScalar) qty: string;
}

@ObjectType({ description: "The buyer's decision; cooperatives read their own agreed lines only." })
@Authority('PARTIES')
export class Award {
  @Field(() => ID) id: string;
  @Field(() => AwardStatus) status: view.AwardStateName;
  @Field(() => VND) total: bigint;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Boolean) allowOver: boolean;
  @Field(() => [AwardPick]) picks: AwardPick[];
  @Field(() => Instant) proposedAt: Date;
  @Field(() => String, { nullable: true }) proposedByName: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => String, { nullable: true }) returnReason: string | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

@ObjectType({ description: 'What an organization asks of its own people when they quote and award.' })
@Authority('SIGNED_IN')
export class SourcingRule {
  @Field(() => Boolean, { description: 'Staff prepare quotes; only the director sends them.' }) directorSends: boolean;
  @Field(() => VND, { nullable: true, description: 'Above this a buyer’s choice waits for a manager.' }) awardLimit:
    bigint | null;
}

export const SourcingRuleResult = resultUnion('SourcingRuleResult', () => [SourcingRule, Refused] as const);

@InputType()
export class AwardPickInput {
  @Field(() => ID) quoteLineId: string;
  @Field(() => QuantityScalar) qty: string;
}

@InputType()
export class RfqAwardInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => Int, { description: 'Of the request.' }) version: number;
  @Field(() => [AwardPickInput]) picks: AwardPickInput[];
  @Field(() => Boolean, { description: 'The buyer knows that it takes more than it asked for.' }) allowOver: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class AwardActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Of the award.' }) version: number;
  @Field(() => String, { nullable: true, description: 'Needed to return it.' }) reason?: string | null;
}

@InputType()
export class SourcingRuleInput {
  @Field(() => String) clientKey: string;
  @Field(() => Boolean) directorSends: boolean;
  @Field(() => VND, { nullable: true }) awardLimit: bigint | null;
}

@InputType({ description: 'For a line agreed in words: which product of the seller it is.' })
export class AwardProductInput {
  @Field(() => ID) awardLineId: string;
  @Field(() => ID) productId: string;
}
