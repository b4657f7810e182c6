import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LIFE_WAIVER_STATES, type LifeWaiverState } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';

export const LifeWaiverStatus = enumOf(LIFE_WAIVER_STATES);
registerEnumType(LifeWaiverStatus, { name: 'LifeWaiverStatus' });

@ObjectType({ description: 'The buyer does without its minimum of remaining life, for one lot of one order.' })
@Authority('PARTIES')
export class LifeWaiver {
  @Field(() => ID) id: string;
  @Field(() => ID) orderId: string;
  @Field(() => ID, { nullable: true, description: 'null: any line of the order.' }) orderLineId: string | null;
  @Field(() => String) lotCode: string;
  @Field(() => String) goods: string;
  @Field(() => LocalDate) expiresOn: string;
  @Field(() => LocalDate, { description: 'When the seller wants it to arrive.' }) arrivesOn: string;
  @Field(() => Int, { description: 'Days of life the buyer’s rule asks for on arrival.' }) minDays: number;
  @Field(() => LifeWaiverStatus) status: LifeWaiverState;
  @Field(() => String) note: string;
  @Field(() => String) askedByName: string;
  @Field(() => Instant) askedAt: Date;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of arrival.' }) validUntil: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const LifeWaiverResult = resultUnion('LifeWaiverResult', () => [LifeWaiver, Refused, VersionConflict] as const);

@InputType()
export class LifeWaiverAskInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) orderId: string;
  @Field(() => ID) orderLineId: string;
  @Field(() => Boolean, { description: 'For any line of the order that takes of this lot.' }) wholeOrder: boolean;
  @Field(() => String) lotCode: string;
  @Field(() => LocalDate) arrivesOn: string;
  @Field(() => String) note: string;
}

@InputType()
export class LifeWaiverDecideInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'To grant: last day of arrival.' }) validUntil?: string | null;
}
