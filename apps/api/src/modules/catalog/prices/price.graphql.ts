import { NET_TAKE_STEPS, type NetTakeStep as Step } from '@lienket/domain';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import type * as catalog from '../catalog.view.js';
import { PriceBasis, PriceTierInput, ProductRef } from '../product.graphql.js';
import { PRICE_STATES, type CommercialTermsView, type ListPriceView, type PriceState as State } from './price.view.js';

export const PriceState = enumOf(PRICE_STATES);
registerEnumType(PriceState, { name: 'PriceState' });
export const NetTakeStep = enumOf(NET_TAKE_STEPS);
registerEnumType(NetTakeStep, { name: 'NetTakeStep' });

@ObjectType({ description: 'LIST, INVOICE and NET are what is left so far; the others go away, as negative đồng.' })
@Authority('product.edit')
export class NetTakeLine {
  @Field(() => NetTakeStep) step: Step;
  @Field(() => Int, { nullable: true, description: 'Basis points.' }) bp: number | null;
  @Field(() => VND) amount: bigint;
}

@ObjectType({ description: 'What stays with the seller of one base unit; the lines add up to it exactly.' })
@Authority('product.edit')
export class NetTake {
  @Field(() => VND) net: bigint;
  @Field(() => [NetTakeLine]) lines: readonly NetTakeLine[];
}

@ObjectType()
@Authority('product.edit')
export class ListPriceTier {
  @Field(() => QuantityScalar) minQty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => NetTake, { nullable: true, description: "By the noted terms of the price's buyer." }) netTake: NetTake | null;
}

@ObjectType({ description: 'A price of one product for everybody or for one buyer, over a period. Only for the seller.' })
@Authority('product.edit')
export class ListPrice implements ListPriceView {
  @Field(() => ID) id: string;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => ID, { nullable: true }) gradeId: string | null;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => OrganizationRef, { nullable: true, description: 'Null: for everybody who may see prices.' })
  buyer: OrganizationRef | null;
  @Field(() => PriceBasis) basis: catalog.PriceBasis;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day, included.' }) validTo: string | null;
  @Field(() => PriceState) state: State;
  @Field(() => [ListPriceTier]) tiers: ListPriceTier[];
}

@ObjectType({ description: "What one buyer keeps of the list price, as the seller noted it: the seller's own page." })
@Authority('product.edit')
export class CommercialTerms implements CommercialTermsView {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => Int) frontBp: number;
  @Field(() => Int) rebateBp: number;
  @Field(() => Int) dcBp: number;
  @Field(() => Int) promoBp: number;
  @Field(() => VND) feePerUnit: bigint;
  @Field(() => String, { nullable: true }) note: string | null;
}

export const ListPriceConnection = connectionOf('ListPrice', ListPrice, 'product.edit');

@ArgsType()
export class ListPricesArgs {
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => ID, { nullable: true }) buyerOrgId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'With the prices that have ended.' }) ended?: boolean | null;
  @Field(() => Int, { nullable: true, defaultValue: 20 }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@InputType()
export class ListPriceCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => ID, { nullable: true }) gradeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Left out: for everybody.' }) buyerOrgId?: string | null;
  @Field(() => PriceBasis) basis: catalog.PriceBasis;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day, included.' }) validTo?: string | null;
  @Field(() => [PriceTierInput]) tiers: PriceTierInput[];
}

@InputType()
export class ListPriceChangeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => [PriceTierInput]) tiers: PriceTierInput[];
}

@InputType()
export class ListPriceEndInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => LocalDate, { description: 'Included; yesterday ends it at once.' }) lastDay: string;
}

@InputType()
export class CommercialTermsInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) buyerOrgId: string;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => Int) frontBp: number;
  @Field(() => Int) rebateBp: number;
  @Field(() => Int) dcBp: number;
  @Field(() => Int) promoBp: number;
  @Field(() => VND) feePerUnit: bigint;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const ListPriceResult = resultUnion('ListPriceResult', () => [ListPrice, Refused, VersionConflict, RowsRefused] as const);
export const CommercialTermsResult = resultUnion(
  'CommercialTermsResult',
  () => [CommercialTerms, Refused, VersionConflict] as const,
);
