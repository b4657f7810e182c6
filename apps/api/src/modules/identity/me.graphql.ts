import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MANDATE_SCOPES, ORGANIZATION_KINDS, ROLES } from '@lienket/domain';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Refused } from '../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../platform/graphql/refusal.js';

export const Role = enumOf(ROLES);
registerEnumType(Role, { name: 'Role' });
export const OrganizationKind = enumOf(ORGANIZATION_KINDS);
registerEnumType(OrganizationKind, { name: 'OrganizationKind' });
export const Locale = enumOf(['vi', 'en']);
registerEnumType(Locale, { name: 'Locale' });
export const Workplace = enumOf(['SELLER', 'BUYER', 'OFFICER', 'OTHER']);
registerEnumType(Workplace, { name: 'Workplace', description: 'Which of the three workplaces the acting organization sees.' });

export const MandateScope = enumOf(MANDATE_SCOPES);
registerEnumType(MandateScope, { name: 'MandateScope', description: 'What the Alliance may do in an organization’s name.' });

@ObjectType()
@Authority('PUBLIC')
export class OrganizationRef {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => OrganizationKind) kind: keyof typeof OrganizationKind;
  @Field(() => Boolean) isDemo: boolean;
}

@ObjectType()
@Authority('SIGNED_IN')
export class MyMembership {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => [Role]) roles: (keyof typeof Role)[];
}

@ObjectType({ description: 'Assisted mode: the person acts in the name of `Me.organization`.' })
@Authority('SIGNED_IN')
export class MyStandIn {
  @Field(() => ID) mandateId: string;
  @Field(() => OrganizationRef, { description: 'Where the person belongs, and goes back to.' }) home: OrganizationRef;
  @Field(() => [MandateScope]) scopes: readonly (keyof typeof MandateScope)[];
  @Field(() => LocalDate) endsOn: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class Me {
  @Field(() => ID) userId: string;
  @Field(() => String) fullName: string;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => Locale) locale: 'vi' | 'en';
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => [Role]) roles: (keyof typeof Role)[];
  @Field(() => Workplace) workplace: keyof typeof Workplace;
  @Field(() => [MyMembership]) memberships: MyMembership[];
  @Field(() => MyStandIn, { nullable: true, description: 'Null for somebody at work for the own organization.' })
  standIn: MyStandIn | null;
}

export const SessionResult = resultUnion('SessionResult', () => [Me, Refused] as const);

@InputType()
export class SignInInput {
  @Field(() => String) login: string;
  @Field(() => String) password: string;
}
