import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LIMIT_PERIODS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { Role } from '../../identity/index.js';
import { Order } from '../order.graphql.js';
import { OrderGroup } from '../groups/order-group.graphql.js';

export const LimitPeriod = enumOf(LIMIT_PERIODS);
registerEnumType(LimitPeriod, {
  name: 'LimitPeriod',
  description: 'Calendar week from Monday, month, quarter; VALIDITY is the whole time the limit is in force.',
});
export const OrderRequestState = enumOf(['WAITING', 'PLACED', 'REFUSED', 'WITHDRAWN'] as const);
registerEnumType(OrderRequestState, { name: 'OrderRequestState' });
export const LimitBreachKind = enumOf(['ORDER', 'PERIOD'] as const);
registerEnumType(LimitBreachKind, { name: 'LimitBreachKind' });

@ObjectType({
  description: "What the buyer's people may order without asking: one person, everybody in a role, or all together.",
})
@Authority('SIGNED_IN')
export class PurchaseLimit {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) userId: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => Role, { nullable: true }) role: keyof typeof Role | null;
  @Field(() => VND, { nullable: true }) perOrder: bigint | null;
  @Field(() => VND, { nullable: true }) perPeriod: bigint | null;
  @Field(() => LimitPeriod, { nullable: true }) period: keyof typeof LimitPeriod | null;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => VND, { nullable: true, description: 'Ordered in the current period; null where each person has his own sum.' })
  spent: bigint | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of the current period.' }) periodTo: string | null;
  @Field(() => Boolean) inForce: boolean;
  @Field(() => String) setByName: string;
  @Field(() => Int) version: number;
}

@ObjectType()
@Authority('SIGNED_IN')
export class OrderingPerson {
  @Field(() => ID) userId: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class OrderRequestLine {
  @Field(() => String) seller: string;
  @Field(() => String) description: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String) unit: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => VND) amount: bigint;
  @Field(() => String) placeName: string;
  @Field(() => LocalDate) requestedOn: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class LimitBreach {
  @Field(() => LimitBreachKind) kind: keyof typeof LimitBreachKind;
  @Field(() => LimitPeriod, { nullable: true }) period: keyof typeof LimitPeriod | null;
  @Field(() => VND) allowed: bigint;
  @Field(() => VND, { nullable: true, description: 'Ordered in the period before this.' }) spent: bigint | null;
  @Field(() => VND) amount: bigint;
}

@ObjectType()
@Authority('SIGNED_IN')
export class OrderRequestSummary {
  @Field(() => ID) id: string;
  @Field(() => OrderRequestState) state: keyof typeof OrderRequestState;
  @Field(() => String, { description: 'Names of the sellers; none of them knows of the request.' }) sellers: string;
  @Field(() => Int) lineCount: number;
  @Field(() => VND) total: bigint;
  @Field(() => String) requestedByName: string;
  @Field(() => Instant) requestedAt: Date;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Boolean) isDemo: boolean;
}

export const OrderRequestConnection = connectionOf('OrderRequest', OrderRequestSummary, 'SIGNED_IN');

@ObjectType({
  description: 'An order above a limit: it waits inside the buyer’s house, and no seller hears of it before it is approved.',
})
@Authority('SIGNED_IN')
export class OrderRequest extends OrderRequestSummary {
  @Field(() => [OrderRequestLine]) lines: OrderRequestLine[];
  @Field(() => [LimitBreach]) breaches: LimitBreach[];
  @Field(() => ID, { nullable: true }) orderId: string | null;
  @Field(() => ID, { nullable: true }) groupId: string | null;
  @Field(() => ID, { nullable: true, description: 'The pool it calls off from: one order for each member once approved.' })
  poolId: string | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const OrderPlaceResult = resultUnion(
  'OrderPlaceResult',
  () => [Order, OrderGroup, OrderRequest, Refused, VersionConflict, RowsRefused] as const,
);
export const OrderRequestResult = resultUnion(
  'OrderRequestResult',
  () => [OrderRequest, Refused, VersionConflict, RowsRefused] as const,
);
export const PurchaseLimitResult = resultUnion('PurchaseLimitResult', () => [PurchaseLimit, Refused, VersionConflict] as const);

@InputType()
export class PurchaseLimitSetInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true }) userId?: string | null;
  @Field(() => Role, { nullable: true }) role?: keyof typeof Role | null;
  @Field(() => VND, { nullable: true }) perOrder?: bigint | null;
  @Field(() => VND, { nullable: true }) perPeriod?: bigint | null;
  @Field(() => LimitPeriod, { nullable: true }) period?: keyof typeof LimitPeriod | null;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { nullable: true }) validTo?: string | null;
}

@InputType()
export class PurchaseLimitEndInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class OrderRequestInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true, description: 'Needed to refuse.' }) reason?: string | null;
}
