import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { STANDING_DAY_STATES, STANDING_STAGES } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { ContractRef } from '../../agreements/index.js';
import { OrderRequestState } from '../approvals/approval.graphql.js';
import { OrderStatus } from '../order.graphql.js';
import type { OrderStatusName } from '../order.view.js';
import { SheetLine } from '../templates/order-template.graphql.js';

export const StandingStage = enumOf(STANDING_STAGES);
registerEnumType(StandingStage, {
  name: 'StandingStage',
  description: 'COMING: its first placing is still ahead; OVER: its season has passed; ENDED: by a person, before that.',
});
export const StandingDayState = enumOf(STANDING_DAY_STATES);
registerEnumType(StandingDayState, {
  name: 'StandingDayState',
  description: 'ASKED: above a limit, it waits for approval; PAUSED: the day came while the standing order was paused.',
});

@ObjectType()
@Authority('SIGNED_IN')
class StandingOrderHead {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => StandingStage) stage: keyof typeof StandingStage;
  @Field(() => String, { description: 'Names of the sellers; none of them knows of it.' }) sellers: string;
  @Field(() => Int) lineCount: number;
  @Field(() => ContractRef, { nullable: true }) contract: ContractRef | null;
  @Field(() => [Int], { description: 'Days of delivery, 1 = Monday to 7 = Sunday.' }) weekdays: number[];
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => Int, { description: 'Calendar days between placing and delivery.' }) leadDays: number;
  @Field(() => LocalDate, { nullable: true, description: 'The next day of delivery that is still to be placed.' })
  nextDay: string | null;
  @Field(() => String, { description: 'In whose name it is placed, under whose limits.' }) responsibleName: string;
  @Field(() => Boolean) isDemo: boolean;
}

@ObjectType()
@Authority('SIGNED_IN')
export class StandingOrderSummary extends StandingOrderHead {
  @Field(() => Int, { description: 'Days that were placed or asked for.' }) placed: number;
  @Field(() => Int, { description: 'Days that could not be placed and wait for somebody.' }) failed: number;
}

export const StandingOrderConnection = connectionOf('StandingOrder', StandingOrderSummary, 'SIGNED_IN');

@ObjectType()
@Authority('SIGNED_IN')
export class StandingDayAhead {
  @Field(() => LocalDate) day: string;
  @Field(() => LocalDate) placesOn: string;
  @Field(() => StandingDayState, { nullable: true, description: 'Null: still to be placed.' })
  state: keyof typeof StandingDayState | null;
  @Field(() => Boolean) canPlace: boolean;
  @Field(() => Boolean) canSkip: boolean;
  @Field(() => Boolean) canRestore: boolean;
}

@ObjectType()
@Authority('SIGNED_IN')
export class StandingReason {
  @Field(() => String, { nullable: true, description: 'Whose goods it is about; null: the whole order.' }) about: string | null;
  @Field(() => String) text: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class StandingDay {
  @Field(() => ID) id: string;
  @Field(() => LocalDate) day: string;
  @Field(() => StandingDayState) state: keyof typeof StandingDayState;
  @Field(() => [StandingReason]) reasons: StandingReason[];
  @Field(() => Instant) decidedAt: Date;
  @Field(() => String, { nullable: true, description: 'Null: the clock.' }) decidedByName: string | null;
  @Field(() => ID, { nullable: true }) orderId: string | null;
  @Field(() => ID, { nullable: true }) groupId: string | null;
  @Field(() => ID, { nullable: true }) requestId: string | null;
  @Field(() => String, { nullable: true, description: 'Of the order or the group of orders.' }) number: string | null;
  @Field(() => OrderStatus, { nullable: true }) orderStatus: OrderStatusName | null;
  @Field(() => OrderRequestState, { nullable: true }) requestState: keyof typeof OrderRequestState | null;
  @Field(() => Boolean) canPlace: boolean;
  @Field(() => Boolean) canSkip: boolean;
  @Field(() => Boolean) canRestore: boolean;
}

export const StandingDayConnection = connectionOf('StandingDay', StandingDay, 'SIGNED_IN');

export const StandingRuleHolds = enumOf(['PAST', 'NOW', 'COMING', 'NEVER'] as const);
registerEnumType(StandingRuleHolds, {
  name: 'StandingRuleHolds',
  description: 'NEVER: it was changed again before its first day.',
});

@ObjectType({ description: 'When and what a standing order delivers from a day on. Never changed: a change is a further one.' })
@Authority('SIGNED_IN')
export class StandingOrderRule {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => [Int]) weekdays: number[];
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate, { description: 'Its last day, or the day before the next change.' }) until: string;
  @Field(() => Int) leadDays: number;
  @Field(() => VND, { nullable: true }) maxTotal: bigint | null;
  @Field(() => String) sellers: string;
  @Field(() => Int) lineCount: number;
  @Field(() => StandingRuleHolds) holds: keyof typeof StandingRuleHolds;
  @Field(() => Instant) madeAt: Date;
  @Field(() => String) madeByName: string;
}

@ObjectType({ description: 'The latest rule of a standing order with its goods: what a change starts from.' })
@Authority('SIGNED_IN')
export class StandingOrderSheet {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Of the rule; goes back with the change.' }) number: number;
  @Field(() => String) name: string;
  @Field(() => Int, { description: 'Of the standing order.' }) version: number;
  @Field(() => [Int]) weekdays: number[];
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => Int) leadDays: number;
  @Field(() => VND, { nullable: true }) maxTotal: bigint | null;
  @Field(() => ID) deliveryLocationId: string;
  @Field(() => String, { nullable: true }) buyerPoNo: string | null;
  @Field(() => ContractRef, { nullable: true }) contract: ContractRef | null;
  @Field(() => LocalDate, { description: 'The first day it may change on: days before are placed, or over.' }) earliest: string;
  @Field(() => [SheetLine]) lines: SheetLine[];
  @Field(() => VND, { description: 'One day at the prices of today.' }) total: bigint;
}

@ObjectType({ description: 'A sheet that is ordered again on fixed weekdays of a season, at the prices of each day.' })
@Authority('SIGNED_IN')
export class StandingOrder extends StandingOrderHead {
  @Field(() => String) deliveryPlace: string;
  @Field(() => String, { nullable: true }) buyerPoNo: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => VND, { nullable: true, description: 'A day that costs more is not placed by itself.' }) maxTotal: bigint | null;
  @Field(() => Instant) setUpAt: Date;
  @Field(() => [SheetLine]) lines: SheetLine[];
  @Field(() => VND, { description: 'One day at the prices of today.' }) total: bigint;
  @Field(() => Int) gone: number;
  @Field(() => [StandingOrderRule], { description: 'What it said and says, the latest first.' }) rules: StandingOrderRule[];
  @Field(() => [StandingDayAhead], { description: 'The next days of delivery, today among them.' }) ahead: StandingDayAhead[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const StandingOrderResult = resultUnion(
  'StandingOrderResult',
  () => [StandingOrder, Refused, VersionConflict, RowsRefused] as const,
);

@InputType({ description: 'From a template or from an order; either is copied.' })
export class StandingOrderCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) name: string;
  @Field(() => ID, { nullable: true }) templateId?: string | null;
  @Field(() => ID, { nullable: true }) orderId?: string | null;
  @Field(() => [Int]) weekdays: number[];
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => Int) leadDays: number;
  @Field(() => VND, { nullable: true }) maxTotal?: bigint | null;
  @Field(() => ID, { nullable: true, description: "Without one the sheet's; for lines that name no place." })
  deliveryLocationId?: string | null;
  @Field(() => String, { nullable: true }) buyerPoNo?: string | null;
}

@InputType()
export class StandingLineInput {
  @Field(() => Int, { description: 'Of the line in its rule, from 0.' }) position: number;
  @Field(() => QuantityScalar) qty: string;
}

@InputType({ description: 'Another rule from a day on. What was placed stays.' })
export class StandingOrderChangeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDate, { description: 'The first day of delivery under the new rule.' }) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => [Int]) weekdays: number[];
  @Field(() => Int) leadDays: number;
  @Field(() => VND, { nullable: true }) maxTotal?: bigint | null;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => String, { nullable: true }) buyerPoNo?: string | null;
  @Field(() => Int, { description: 'The rule whose goods are kept.' }) ruleNumber: number;
  @Field(() => [StandingLineInput], {
    nullable: true,
    description: 'Those that are not named are left out; null: all as they are.',
  })
  lines?: StandingLineInput[] | null;
  @Field(() => ID, { nullable: true, description: 'The goods of this template instead.' }) templateId?: string | null;
}

@InputType()
export class StandingOrderMoveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class StandingDayInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => LocalDate) day: string;
}
