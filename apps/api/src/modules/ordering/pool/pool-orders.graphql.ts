import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { SupplyPool } from '../../agreements/index.js';
import { OrganizationRef } from '../../registry/index.js';
import { OrderRequest } from '../approvals/approval.graphql.js';
import { OrderStatus } from '../order.graphql.js';

export const PoolCapReason = enumOf(['SHARE', 'WEEK', 'AVAILABLE'] as const);
registerEnumType(PoolCapReason, { name: 'PoolCapReason', description: "The share's maximum, its week, or what it can promise." });

@ObjectType({ description: 'Why one member has its part: the numbers of the rule as they were.' })
@Authority('PARTIES')
export class PoolPart {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) member: OrganizationRef;
  @Field(() => Int, { description: '1 as called off, 2 as it flowed back.' }) round: number;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => Int) priority: number;
  @Field(() => QuantityScalar, { description: 'The promised part.' }) weight: string;
  @Field(() => QuantityScalar) usedBefore: string;
  @Field(() => QuantityScalar) cap: string;
  @Field(() => PoolCapReason) capBy: keyof typeof PoolCapReason;
  @Field(() => Boolean) capped: boolean;
  @Field(() => QuantityScalar, { description: 'What was divided when this part was settled.' }) divided: string;
  @Field(() => QuantityScalar, { description: 'Sum of the promised parts it was divided among.' }) among: string;
  @Field(() => QuantityScalar) proportion: string;
  @Field(() => QuantityScalar, { description: 'The odd case.' }) added: string;
  @Field(() => QuantityScalar) declined: string;
  @Field(() => QuantityScalar) released: string;
  @Field(() => Boolean) own: boolean;
  @Field(() => ID, { nullable: true }) orderId: string | null;
  @Field(() => String, { nullable: true }) orderNumber: string | null;
  @Field(() => OrderStatus, { nullable: true }) orderStatus: keyof typeof OrderStatus | null;
}

@ObjectType()
@Authority('PARTIES')
export class PoolCallOff {
  @Field(() => ID) id: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => QuantityScalar) allocated: string;
  @Field(() => QuantityScalar, { description: 'What no cap covered.' }) shortage: string;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => Instant) placedAt: Date;
  @Field(() => Instant) answerDueAt: Date;
  @Field(() => Instant, { nullable: true, description: 'When what was declined went back to the others: once.' })
  flowedAt: Date | null;
  @Field(() => QuantityScalar) returned: string;
  @Field(() => QuantityScalar) reallocated: string;
  @Field(() => [PoolPart]) parts: PoolPart[];
}

@ObjectType({ description: 'The call-off that an order is one part of.' })
@Authority('PARTIES')
export class OrderPool extends PoolCallOff {
  @Field(() => ID) poolId: string;
  @Field(() => String) goods: string;
  @Field(() => String) baseUnit: string;
}

@ObjectType()
@Authority('PARTIES')
export class PoolFigures {
  @Field(() => ID, { nullable: true, description: 'Null: the pool in all.' }) memberOrgId: string | null;
  @Field(() => QuantityScalar) ordered: string;
  @Field(() => QuantityScalar) confirmed: string;
  @Field(() => QuantityScalar) dispatched: string;
  @Field(() => QuantityScalar) accepted: string;
}

@ObjectType({ description: 'How the rule would divide now.' })
@Authority('PARTIES')
export class PoolPreview {
  @Field(() => QuantityScalar) shortage: string;
  @Field(() => [PoolPart]) parts: PoolPart[];
}

@InputType()
export class PoolAskInput {
  @Field(() => ID) poolId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => ID) deliveryLocationId: string;
}

@InputType()
export class PoolCallOffInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) poolId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => ID) deliveryLocationId: string;
  @Field(() => String, { nullable: true }) windowFrom?: string | null;
  @Field(() => String, { nullable: true }) windowTo?: string | null;
  @Field(() => String, { nullable: true }) buyerPoNo?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => QuantityScalar, { description: 'The shortage that the preview showed; more than that is refused.' })
  shortageSeen: string;
}

export const PoolCallOffResult = resultUnion(
  'PoolCallOffResult',
  () => [SupplyPool, OrderRequest, Refused, VersionConflict, RowsRefused] as const,
);
export const PoolPreviewResult = resultUnion('PoolPreviewResult', () => [PoolPreview, Refused] as const);
