import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { Authority } from '../auth/authority.js';

@InterfaceType({
  description: 'A refusal the user can act on: the sentence says what to do, `field` says where.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
@Authority('PUBLIC')
export abstract class DomainError {
  @Field(() => String) code: string;
  @Field(() => String) message: string;
  @Field(() => String, { nullable: true }) field?: string | null;
}

@ObjectType({ implements: () => [DomainError] })
@Authority('PUBLIC')
export class Refused extends DomainError {}

@ObjectType({ implements: () => [DomainError], description: 'Somebody saved first: reload, compare, try again.' })
@Authority('PUBLIC')
export class VersionConflict extends DomainError {
  @Field(() => Int) currentVersion: number;
}

@ObjectType()
@Authority('PUBLIC')
export class RowError {
  @Field(() => Int) row: number;
  @Field(() => String) field: string;
  @Field(() => String) code: string;
  @Field(() => String) message: string;
  @Field(() => String, { nullable: true, description: 'A value that would be accepted, if there is one.' })
  suggestion?: string | null;
}

@ObjectType({ implements: () => [DomainError], description: "Refusals of single rows; `row` counts from 0 in the input's list." })
@Authority('PUBLIC')
export class RowsRefused extends DomainError {
  @Field(() => [RowError]) rows: RowError[];
}

@ObjectType()
@Authority('SIGNED_IN')
export class AvailableAction {
  @Field(() => String) action: string;
  @Field(() => Boolean) allowed: boolean;
  @Field(() => String, { nullable: true, description: "Why not, in the reader's language." }) reason?: string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class PageInfo {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => String, { nullable: true }) endCursor?: string | null;
}
