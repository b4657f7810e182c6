import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LIFE_WAIVER_ORIGINS, LIFE_WAIVER_STATES, type LifeWaiverOrigin as Origin, type LifeWaiverState } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';

export const LifeWaiverStatus = enumOf(LIFE_WAIVER_STATES);
registerEnumType(LifeWaiverStatus, { name: 'LifeWaiverStatus' });
export const LifeWaiverOrigin = enumOf(LIFE_WAIVER_ORIGINS);
registerEnumType(LifeWaiverOrigin, { name: 'LifeWaiverOrigin', description: 'OFFERED: the buyer allowed it unasked.' });

@ObjectType({ description: 'The buyer does without its minimum of remaining life, for lots of one order.' })
@Authority('PARTIES')
export class LifeWaiver {
  @Field(() => ID) id: string;
  @Field(() => ID) orderId: string;
  @Field(() => ID, { nullable: true, description: 'null: any line of the order.' }) orderLineId: string | null;
  @Field(() => LifeWaiverOrigin) origin: Origin;
  @Field(() => String, { nullable: true, description: 'null: any lot of the line.' }) lotCode: string | null;
  @Field(() => String) goods: string;
  @Field(() => LocalDate, { nullable: true, description: 'Of the lot the seller asked for.' }) expiresOn: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'When the seller wants it to arrive.' }) arrivesOn: string | null;
  @Field(() => Int, { description: 'Days of life the rules ask for on arrival.' }) minDays: number;
  @Field(() => Int, { nullable: true, description: 'Of an offer: days of life the buyer still asks for.' })
  leastDays: number | null;
  @Field(() => LifeWaiverStatus) status: LifeWaiverState;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) askedByName: string | null;
  @Field(() => Instant, { nullable: true }) askedAt: Date | null;
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

@ObjectType({ description: 'Days of life the rules ask for when goods of an order line arrive: the strictest of them.' })
@Authority('PARTIES')
export class LineLife {
  @Field(() => ID) orderLineId: string;
  @Field(() => Int, { description: '0: any life will do.' }) minDays: number;
}

@InputType()
export class LifeWaiverOfferInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) orderId: string;
  @Field(() => ID) orderLineId: string;
  @Field(() => String, { nullable: true, description: 'null: any lot of the line.' }) lotCode?: string | null;
  @Field(() => Int, { description: 'Days of life still asked for on arrival.' }) leastDays: number;
  @Field(() => LocalDate, { description: 'Last day of arrival.' }) validUntil: string;
  @Field(() => String) reason: string;
}

@InputType()
export class LifeWaiverDecideInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'To grant: last day of arrival.' }) validUntil?: string | null;
}
