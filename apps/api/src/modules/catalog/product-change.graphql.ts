import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { CatalogCooperative, ProductGroup } from './catalog.graphql.js';
import type * as view from './catalog.view.js';
import { PRODUCT_CHANGE_STATES, type ProductChangeView } from './product-change.view.js';
import { GradeSpec, ProductRef } from './product.graphql.js';

export const ProductChangeState = enumOf(PRODUCT_CHANGE_STATES);
registerEnumType(ProductChangeState, { name: 'ProductChangeState' });

@ObjectType()
@Authority('PARTIES')
export class GradeClaim {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => [GradeSpec]) spec: readonly GradeSpec[];
}

@ObjectType({ description: 'What a product says of itself, as it is or as it should become.' })
@Authority('PARTIES')
export class ProductClaims {
  @Field(() => String, { nullable: true }) nameVi: string | null;
  @Field(() => String, { nullable: true }) nameEn: string | null;
  @Field(() => ProductGroup, { nullable: true }) group: view.ProductGroup | null;
  @Field(() => String, { nullable: true }) subgroup: string | null;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => String, { nullable: true }) story: string | null;
  @Field(() => String, { nullable: true }) origin: string | null;
  @Field(() => String, { nullable: true }) originCommuneCode: string | null;
  @Field(() => String, { nullable: true }) originCommuneName: string | null;
  @Field(() => String, { nullable: true }) traceabilityUrl: string | null;
  @Field(() => ID, { nullable: true }) photoFileId: string | null;
  @Field(() => String, { nullable: true }) photoUrl: string | null;
  @Field(() => [GradeClaim]) grades: GradeClaim[];
}

@ObjectType({ description: 'Claims of a product on show that wait for the Alliance; the product stays as it is meanwhile.' })
@Authority('PARTIES')
export class ProductChange implements ProductChangeView {
  @Field(() => ID) id: string;
  @Field(() => ProductChangeState) status: ProductChangeView['status'];
  @Field(() => [String], { description: 'The fields of ProductClaims that differ.' }) fields: string[];
  @Field(() => ProductClaims) before: ProductClaims;
  @Field(() => ProductClaims) after: ProductClaims;
  @Field(() => String, { nullable: true, description: 'Why it was declined.' }) reason: string | null;
  @Field(() => Instant) requestedAt: Date;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => Boolean, { description: 'Whether there is a price list; the prices themselves are not shown here.' })
  hasPrice: boolean;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => CatalogCooperative) cooperative: CatalogCooperative;
}

export const ProductChangeConnection = connectionOf('ProductChange', ProductChange, 'product.publish');

@InputType()
export class ProductChangeActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}
