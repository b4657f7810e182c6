import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OrganizationKind as Kind } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { OrganizationKind } from '../identity/index.js';
import { Certificate } from './certificate.graphql.js';

@ObjectType()
@Authority('PUBLIC')
export class AdministrativeUnit {
  @Field(() => ID) code: string;
  @Field(() => String) level: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => String, { nullable: true }) formerDistrictCode: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
}

@ObjectType()
@Authority('SIGNED_IN')
export class Location {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
}

@ObjectType({
  description:
    'Public page of a cooperative or company. Tax codes of household businesses are masked; bank data is only for its own people.',
})
@Authority('PUBLIC')
export class OrganizationPage {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => OrganizationKind) kind: Kind;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => String, { nullable: true }) communeName: string | null;
  @Field(() => String, { nullable: true }) districtName: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => Int, { nullable: true }) memberCount: number | null;
  @Field(() => String, { nullable: true }) story: string | null;
  @Field(() => String, { nullable: true }) sourceNote: string | null;
  @Field(() => String, { nullable: true }) successorName: string | null;
  @Field(() => [Certificate]) certificates: Certificate[];
}

@ObjectType({ description: 'The acting organization as its own people see it.' })
@Authority('SIGNED_IN')
export class MyOrganization {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => OrganizationKind) kind: Kind;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => String, { nullable: true }) registrationNo: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative: string | null;
  @Field(() => String, { nullable: true }) communeCode: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) story: string | null;
  @Field(() => Int, { nullable: true }) memberCount: number | null;
  @Field(() => String, { nullable: true }) bankBin: string | null;
  @Field(() => String, { nullable: true }) bankName: string | null;
  @Field(() => String, { nullable: true }) bankAccountNo: string | null;
  @Field(() => String, { nullable: true }) bankAccountName: string | null;
  @Field(() => [Location]) locations: Location[];
  @Field(() => [Certificate]) certificates: Certificate[];
  @Field(() => Int) version: number;
}

@InputType()
export class OrganizationUpdateInput {
  @Field(() => String) clientKey: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) address?: string | null;
  @Field(() => String, { nullable: true }) story?: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative?: string | null;
  @Field(() => Int, { nullable: true }) memberCount?: number | null;
}

@InputType()
export class LocationAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true }) code?: string | null;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => String, { nullable: true }) communeCode?: string | null;
}

export const OrganizationResult = resultUnion('OrganizationResult', () => [MyOrganization, Refused, VersionConflict] as const);
export const LocationResult = resultUnion('LocationResult', () => [Location, Refused] as const);
