import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate, VND } from '../../../platform/graphql/scalars.js';

@ObjectType({
  description: 'A day off by law. Routes do not run on it unless they say so, and it is no working day before a cut-off.',
})
@Authority('SIGNED_IN')
export class PublicHoliday {
  @Field(() => LocalDate) day: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: "A place on a seller's route." })
@Authority('SIGNED_IN')
export class DeliveryRouteStop {
  @Field(() => ID) locationId: string;
  @Field(() => String) name: string;
  @Field(() => String) buyerName: string;
}

@ObjectType({ description: 'When a seller delivers, until when it takes orders for a day, and from what value on.' })
@Authority('SIGNED_IN')
export class DeliveryRoute {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'Serves every place that no other route names.' }) isGeneral: boolean;
  @Field(() => [Int], { description: '1 = Monday to 7 = Sunday.' }) weekdays: number[];
  @Field(() => Int, { description: 'Working days before the delivery.' }) cutoffDays: number;
  @Field(() => String, { description: 'Hour in Việt Nam, as 15:00.' }) cutoffTime: string;
  @Field(() => Boolean) runsOnHolidays: boolean;
  @Field(() => VND, { nullable: true, description: 'Orders without a contract must reach it.' }) minOrderValue: bigint | null;
  @Field(() => [DeliveryRouteStop], { description: 'To the seller all of them, to a buyer its own.' }) stops: DeliveryRouteStop[];
  @Field(() => Int) version: number;
}

@InputType()
export class DeliveryRouteSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'Without one a new route.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) name: string;
  @Field(() => Boolean) isGeneral: boolean;
  @Field(() => [Int]) weekdays: number[];
  @Field(() => Int) cutoffDays: number;
  @Field(() => String) cutoffTime: string;
  @Field(() => Boolean) runsOnHolidays: boolean;
  @Field(() => VND, { nullable: true }) minOrderValue?: bigint | null;
  @Field(() => [ID], { description: 'Places of buyers who ordered from the seller or have a contract with it.' })
  locationIds: string[];
}

@InputType()
export class DeliveryRouteRetireInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

export const DeliveryRouteResult = resultUnion('DeliveryRouteResult', () => [DeliveryRoute, Refused, VersionConflict] as const);
