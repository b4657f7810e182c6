import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SUPPLY_POOL_STATES, SUPPLY_SHARE_STATES } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import { ContractRef, MouRef } from '../contract.graphql.js';

export const SupplyPoolState = enumOf(SUPPLY_POOL_STATES);
registerEnumType(SupplyPoolState, { name: 'SupplyPoolState' });
export const SupplyShareStatus = enumOf(SUPPLY_SHARE_STATES);
registerEnumType(SupplyShareStatus, { name: 'SupplyShareStatus' });

@ObjectType({ description: "One cooperative's part of a pooled line; it answers for this part alone." })
@Authority('PARTIES')
export class SupplyShare {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) member: OrganizationRef;
  @Field(() => SupplyShareStatus) status: keyof typeof SupplyShareStatus;
  @Field(() => Int, { description: 'Lower goes first.' }) priority: number;
  @Field(() => QuantityScalar, { description: 'The promised part; call-offs are divided in its proportion.' }) targetQty: string;
  @Field(() => QuantityScalar) maxQty: string;
  @Field(() => QuantityScalar, { nullable: true }) weeklyMax: string | null;
  @Field(() => QuantityScalar, { description: 'Called off and not given back.' }) usedQty: string;
  @Field(() => String, { nullable: true }) productName: string | null;
  @Field(() => String, { nullable: true }) packName: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => LocalDate) answerBy: string;
  @Field(() => OrganizationRef) offeredBy: OrganizationRef;
  @Field(() => Instant) offeredAt: Date;
  @Field(() => Instant, { nullable: true }) answeredAt: Date | null;
  @Field(() => Instant, { nullable: true, description: "The buyer's consent to this member." }) agreedAt: Date | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Boolean) own: boolean;
  @Field(() => Boolean) mayAnswer: boolean;
  @Field(() => Boolean) mayRelease: boolean;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'What of the contract binds every member.' })
@Authority('PARTIES')
export class SupplyPoolTerms {
  @Field(() => String) contractNumber: string;
  @Field(() => Boolean, { description: 'It takes call-offs now.' }) inForce: boolean;
  @Field(() => String, { nullable: true, description: 'Why it takes none now.' }) blockedBy: string | null;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => VND, { nullable: true, description: 'Only for the buyer, the lead and the members.' }) unitPrice: bigint | null;
  @Field(() => Int) paymentTermDays: number;
}

@ObjectType({ description: 'Several cooperatives meet one line of a buyer, each for its own part.' })
@Authority('PARTIES')
export class SupplyPool {
  @Field(() => ID) id: string;
  @Field(() => String) goods: string;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) caseSize: string;
  @Field(() => QuantityScalar, { nullable: true, description: 'Null: the memorandum names no quantity.' }) lineQty: string | null;
  @Field(() => OrganizationRef) lead: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => MouRef, { nullable: true }) mou: MouRef | null;
  @Field(() => ContractRef, { nullable: true, description: 'For its two sides and the Alliance.' }) contract: ContractRef | null;
  @Field(() => SupplyPoolTerms, { nullable: true, description: 'Null until the lead has a contract on the line.' })
  terms: SupplyPoolTerms | null;
  @Field(() => SupplyPoolState) state: keyof typeof SupplyPoolState;
  @Field(() => Int, { description: 'Committed.' }) members: number;
  @Field(() => QuantityScalar, { description: 'Sum of the committed parts.' }) promised: string;
  @Field(() => QuantityScalar, { description: 'Sum of the maxima of the committed shares.' }) most: string;
  @Field(() => QuantityScalar) calledOff: string;
  @Field(() => [SupplyShare], { description: "A member's own share; all of them for the lead, the buyer and the Alliance." })
  shares: SupplyShare[];
  @Field(() => Boolean) mayOffer: boolean;
  @Field(() => Boolean) mayAgree: boolean;
  @Field(() => Boolean) mayCallOff: boolean;
  @Field(() => Boolean) mayClose: boolean;
  @Field(() => Instant, { nullable: true }) closedAt: Date | null;
  @Field(() => String, { nullable: true }) closeReason: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
}

@InputType()
export class SupplyShareOfferInput {
  @Field(() => ID) memberOrgId: string;
  @Field(() => Int, { description: '1 to 9, lower goes first.' }) priority: number;
  @Field(() => QuantityScalar) targetQty: string;
  @Field(() => QuantityScalar) maxQty: string;
  @Field(() => QuantityScalar, { nullable: true }) weeklyMax?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType({ description: 'A pool and its version, or the line to make one for.' })
export class SupplyPoolOfferInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true }) poolId?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => ID, { nullable: true }) contractLineId?: string | null;
  @Field(() => ID, { nullable: true }) mouLineId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of several sellers of a memorandum, the one that leads.' }) leadOrgId?:
    string | null;
  @Field(() => [SupplyShareOfferInput]) shares: SupplyShareOfferInput[];
}

@InputType()
export class SupplyShareAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { description: 'The share.' }) id: string;
  @Field(() => Int) version: number;
  @Field(() => Boolean) accept: boolean;
  @Field(() => ID, { nullable: true, description: 'Own goods for the share, when accepting.' }) productId?: string | null;
  @Field(() => String, { nullable: true, description: 'Why not, when declining.' }) reason?: string | null;
}

@InputType()
export class SupplyPoolActInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { description: 'The pool, or the share to release.' }) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const SupplyPoolResult = resultUnion(
  'SupplyPoolResult',
  () => [SupplyPool, Refused, VersionConflict, RowsRefused] as const,
);
