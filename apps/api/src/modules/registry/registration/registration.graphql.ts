import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { OrganizationKind as Kind } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { OrganizationKind } from '../../identity/index.js';

@InputType({ description: 'A signed-in person leaves out the last five fields; a visitor needs them.' })
export class OrganizationRegisterInput {
  @Field(() => String) clientKey: string;
  @Field(() => OrganizationKind) kind: Kind;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) taxCode?: string | null;
  @Field(() => String) communeCode: string;
  @Field(() => String, { nullable: true }) fullName?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) password?: string | null;
  @Field(() => Boolean, { nullable: true }) consent?: boolean | null;
}

@ObjectType({ description: 'Told alike to everybody: it never says whether an address already had an account.' })
@Authority('PUBLIC')
export class RegistrationReceived {
  @Field(() => String) name: string;
  @Field(() => ID, { nullable: true, description: 'Only for a signed-in person: her new organization, to switch to.' })
  organizationId: string | null;
}

export const OrganizationRegisterResult = resultUnion(
  'OrganizationRegisterResult',
  () => [RegistrationReceived, Refused] as const,
);
