import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';

@ObjectType()
@Authority('SIGNED_IN')
export class Location {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => String, { nullable: true }) communeCode?: string | null;
  @Field(() => String, { nullable: true, description: 'The sign above a store, for example GO! or Tops.' }) bannerName?:
    string | null;
  @Field(() => String, { nullable: true, description: 'When it is open or receives goods, in its own words.' })
  openingHours?: string | null;
  @Field(() => String, { nullable: true }) contactName?: string | null;
  @Field(() => String, { nullable: true }) contactPhone?: string | null;
  @Field(() => Instant, { nullable: true, description: 'Out of use since; documents go on naming it.' })
  deactivatedAt?: Date | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
}

@InputType()
export class LocationAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true }) code?: string | null;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => String, { nullable: true }) communeCode?: string | null;
  @Field(() => String, { nullable: true }) bannerName?: string | null;
  @Field(() => String, { nullable: true }) openingHours?: string | null;
  @Field(() => String, { nullable: true }) contactName?: string | null;
  @Field(() => String, { nullable: true }) contactPhone?: string | null;
}

@InputType()
export class LocationUpdateInput extends LocationAddInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class LocationStepInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

export const LocationResult = resultUnion('LocationResult', () => [Location, Refused, VersionConflict] as const);
