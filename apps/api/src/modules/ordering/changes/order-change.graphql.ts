import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';

export const OrderChangeKind = enumOf(['CHANGE', 'CANCEL'] as const);
registerEnumType(OrderChangeKind, { name: 'OrderChangeKind' });
export const OrderChangeStatus = enumOf(['PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const);
registerEnumType(OrderChangeStatus, { name: 'OrderChangeStatus' });
export const OrderChangeDecision = enumOf(['ACCEPT', 'DECLINE', 'WITHDRAW'] as const);
registerEnumType(OrderChangeDecision, { name: 'OrderChangeDecision' });

@ObjectType()
@Authority('PARTIES')
export class OrderChangeLine {
  @Field(() => ID) orderLineId: string;
  @Field(() => QuantityScalar) qtyBefore: string;
  @Field(() => QuantityScalar) qtyAfter: string;
  @Field(() => LocalDate) dateBefore: string;
  @Field(() => LocalDate) dateAfter: string;
}

@ObjectType({ description: 'One side wants something changed of a confirmed order; it holds once the other consents.' })
@Authority('PARTIES')
export class OrderChange {
  @Field(() => ID) id: string;
  @Field(() => OrderChangeKind) kind: keyof typeof OrderChangeKind;
  @Field(() => OrderChangeStatus) status: keyof typeof OrderChangeStatus;
  @Field(() => String) reason: string;
  @Field(() => ID) proposedByOrgId: string;
  @Field(() => String) proposedByName: string;
  @Field(() => Instant) proposedAt: Date;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => String, { nullable: true }) decisionNote: string | null;
  @Field(() => Int, { nullable: true, description: "The order's version it made; 2 is the first change." }) revision:
    number | null;
  @Field(() => [OrderChangeLine]) lines: OrderChangeLine[];
}

@InputType()
export class OrderLineWishInput {
  @Field(() => ID) lineId: string;
  @Field(() => QuantityScalar, { nullable: true, description: 'Less than confirmed, no less than dispatched.' }) qty?:
    string | null;
  @Field(() => LocalDate, { nullable: true }) on?: string | null;
}

@InputType()
export class OrderChangeProposeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
  @Field(() => Boolean, { nullable: true, description: 'The whole order is not wanted any more; without lines.' }) cancel?:
    boolean | null;
  @Field(() => [OrderLineWishInput]) lines: OrderLineWishInput[];
}

@InputType()
export class OrderChangeDecideInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { description: 'The order.' }) id: string;
  @Field(() => Int, { description: "The order's." }) version: number;
  @Field(() => ID) changeId: string;
  @Field(() => OrderChangeDecision) decision: keyof typeof OrderChangeDecision;
  @Field(() => String, { nullable: true, description: 'Declining needs a reason.' }) note?: string | null;
}
