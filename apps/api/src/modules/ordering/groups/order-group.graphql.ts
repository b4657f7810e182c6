import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { Instant, LocalDate, VND } from '../../../platform/graphql/scalars.js';
import { OrderLineInput, OrderSummary } from '../order.graphql.js';

@ObjectType()
@Authority('SIGNED_IN')
export class OrderGroupSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) buyerPoNo: string | null;
  @Field(() => Instant) placedAt: Date;
  @Field(() => String) placedByName: string;
  @Field(() => LocalDate, { description: 'The earliest day asked for.' }) requestedOn: string;
  @Field(() => Int) orderCount: number;
  @Field(() => Int) lineCount: number;
  @Field(() => Int, { description: 'Orders whose seller has not answered yet.' }) waiting: number;
  @Field(() => Int, { description: 'Orders that were closed, refused or cancelled.' }) ended: number;
  @Field(() => VND) orderedTotal: bigint;
  @Field(() => VND) confirmedTotal: bigint;
  @Field(() => VND) acceptedTotal: bigint;
  @Field(() => Boolean) isDemo: boolean;
}

export const OrderGroupConnection = connectionOf('OrderGroup', OrderGroupSummary, 'SIGNED_IN');

@ObjectType({
  description: "A buyer's orders to several sellers, placed at once. Sellers see their own order only, and no group.",
})
@Authority('SIGNED_IN')
export class OrderGroup extends OrderGroupSummary {
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [OrderSummary]) orders: OrderSummary[];
}

@InputType()
export class OrderBasketInput {
  @Field(() => ID) sellerOrgId: string;
  @Field(() => ID, { nullable: true }) contractId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A spot order counts for this memorandum from the start, for good; price and terms stay.',
  })
  linkMouId?: string | null;
  @Field(() => [OrderLineInput]) lines: OrderLineInput[];
}

@InputType({ description: 'One order for each basket. `row` of a refusal counts through the lines of all baskets.' })
export class OrderGroupPlaceInput {
  @Field(() => String) clientKey: string;
  @Field(() => String, { nullable: true, description: "The buyer's own number, on every order of the group." })
  buyerPoNo?: string | null;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => ID) deliveryLocationId: string;
  @Field(() => String, { nullable: true, description: 'Every seller reads it.' }) note?: string | null;
  @Field(() => [OrderBasketInput]) baskets: OrderBasketInput[];
}
