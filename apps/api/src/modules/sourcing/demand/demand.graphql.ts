import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { PriceBasis, ProductGroup, ProductRef } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import type { BasisName } from '../rfq/rfq.view.js';
import * as view from './demand.view.js';

export const DemandStatus = enumOf(view.DEMAND_STATES);
registerEnumType(DemandStatus, { name: 'DemandStatus' });
export const DemandVisibility = enumOf(view.DEMAND_VISIBILITIES);
registerEnumType(DemandVisibility, {
  name: 'DemandVisibility',
  description: 'Anybody, every cooperative of the platform, or those chosen by the buyer.',
});

@ObjectType({ description: 'A cooperative can supply. The buyer reads all, a cooperative only its own.' })
@Authority('PARTIES')
export class DemandAnswer {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => QuantityScalar) weeklyQty: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) answeredAt: Date;
  @Field(() => Instant, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'A buyer\'s "cần mua".' })
@Authority('PUBLIC')
export class DemandSummary {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String) title: string;
  @Field(() => DemandStatus) status: view.DemandState;
  @Field(() => Boolean) mine: boolean;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => String, { nullable: true }) productName: string | null;
  @Field(() => ProductGroup, { nullable: true }) productGroup: view.GroupName | null;
  @Field(() => String, { nullable: true }) spec: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) weeklyQty: string;
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => LocalDate) periodTo: string;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => String, { nullable: true }) deliveryPlace: string | null;
  @Field(() => [String]) certificateKinds: string[];
  @Field(() => DemandVisibility) visibility: view.DemandVisibility;
  @Field(() => LocalDate, { nullable: true, description: 'Last day for answers.' }) openUntil: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) closeReason: string | null;
  @Field(() => Instant, { nullable: true }) publishedAt: Date | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => Int, {
    nullable: true,
    description: 'For the buyer and the Alliance; a cooperative never learns how many answered.',
  })
  answerCount: number | null;
  @Field(() => DemandAnswer, { nullable: true, description: "The reader's own." }) ownAnswer: DemandAnswer | null;
}

export const DemandConnection = connectionOf('Demand', DemandSummary, 'PUBLIC');

@ObjectType()
@Authority('PUBLIC')
export class DemandPost extends DemandSummary {
  @Field(() => ID, { nullable: true }) deliveryLocationId: string | null;
  @Field(() => VND, { nullable: true, description: "The buyer's own people only: null for everybody else." })
  ceilingPrice: bigint | null;
  @Field(() => [OrganizationRef]) chosen: OrganizationRef[];
  @Field(() => [DemandAnswer]) answers: DemandAnswer[];
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const DemandResult = resultUnion('DemandResult', () => [DemandPost, Refused, VersionConflict] as const);

@InputType()
export class DemandSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'A new draft when left out.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String, { nullable: true, description: 'The name of the goods when left out.' }) title?: string | null;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String, { nullable: true }) productName?: string | null;
  @Field(() => ProductGroup, { nullable: true }) productGroup?: view.GroupName | null;
  @Field(() => String, { nullable: true }) spec?: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) weeklyQty: string;
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => LocalDate) periodTo: string;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => [String]) certificateKinds: string[];
  @Field(() => VND, { nullable: true }) ceilingPrice?: bigint | null;
  @Field(() => DemandVisibility) visibility: view.DemandVisibility;
  @Field(() => [ID]) chosenIds: string[];
  @Field(() => LocalDate, { nullable: true }) openUntil?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class DemandActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class DemandAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) postId: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => QuantityScalar) weeklyQty: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class DemandFilter {
  @Field(() => Boolean, { nullable: true, description: "Own posts, or only others'." }) mine?: boolean | null;
  @Field(() => [DemandStatus], { nullable: true }) status?: view.DemandState[] | null;
  @Field(() => ProductGroup, { nullable: true }) group?: view.GroupName | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => Int, { nullable: true, description: 'Needed in this month, 1 to 12.' }) month?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Those the reader has not answered.' }) unanswered?: boolean | null;
}
