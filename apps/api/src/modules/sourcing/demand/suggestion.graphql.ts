import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MATCH_PARTS, type MatchPart as Part } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { ProductGroup, ProductRef } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import type { GroupName } from './demand.view.js';

export const MatchPart = enumOf(MATCH_PARTS);
registerEnumType(MatchPart, { name: 'MatchPart' });

@ObjectType({ description: 'One part of the reckoning.' })
@Authority('rfq.manage')
export class SuggestionPart {
  @Field(() => MatchPart) part: Part;
  @Field(() => Int, { description: 'Of 100.' }) weight: number;
  @Field(() => Int, { nullable: true, description: '0 to 100; null when not known, which counts as half.' }) value: number | null;
  @Field(() => String, { description: "In the reader's language." }) reason: string;
}

@ObjectType({ description: 'A cooperative that could supply a need, by its best fitting product.' })
@Authority('rfq.manage')
export class SupplierSuggestion {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => Int) score: number;
  @Field(() => Int, { description: 'Weight of the parts that are not known.' }) unknown: number;
  @Field(() => [SuggestionPart]) parts: SuggestionPart[];
  @Field(() => [String], { description: "Papers that are wanted and not there, in the reader's language." }) missing: string[];
}

@InputType()
export class SupplierNeedInput {
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String, { nullable: true }) productName?: string | null;
  @Field(() => ProductGroup, { nullable: true }) productGroup?: GroupName | null;
  @Field(() => String, { nullable: true }) baseUnit?: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'For the whole period.' }) totalQty?: string | null;
  @Field(() => LocalDate, { nullable: true }) periodFrom?: string | null;
  @Field(() => LocalDate, { nullable: true }) periodTo?: string | null;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => [String], { nullable: true }) certificateKinds?: string[] | null;
}
