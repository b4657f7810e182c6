import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OrganizationKind as Kind, OrganizationState } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../platform/graphql/scalars.js';
import { OrganizationKind, OrganizationRef } from '../identity/index.js';
import { Certificate } from './certificate.graphql.js';
import { OrganizationPerson, OrganizationStatus, VerificationMethod } from './life/organization-file.graphql.js';
import { Location } from './location/location.graphql.js';

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

@ObjectType({ description: 'One body took over the duties of another.' })
@Authority('PUBLIC')
export class Succession {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => LocalDate) since: string;
  @Field(() => String) source: string;
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
  @Field(() => [Succession], { description: 'Who carries its duties on.' }) successors: Succession[];
  @Field(() => [Succession], { description: 'Whose duties it took over.' }) predecessors: Succession[];
  @Field(() => OrganizationRef, { nullable: true, description: 'It had been registered twice: this is the one that lives on.' })
  mergedInto: OrganizationRef | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => Boolean, { description: 'Its papers were compared by the Alliance.' }) isVerified: boolean;
  @Field(() => LocalDate, { nullable: true, description: 'The day on which its papers were compared.' }) verifiedOn:
    string | null;
  @Field(() => String, { nullable: true }) registrationNo: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredOn: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative: string | null;
  @Field(() => VND, { nullable: true }) charterCapital: bigint | null;
  @Field(() => String, { nullable: true }) website: string | null;
  @Field(() => String, { nullable: true, description: 'For signed-in people.' }) phone: string | null;
  @Field(() => String, { nullable: true, description: 'For signed-in people.' }) email: string | null;
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
  @Field(() => OrganizationStatus) status: OrganizationState;
  @Field(() => String, { nullable: true, description: 'Why it was returned, suspended or closed.' }) statusReason: string | null;
  @Field(() => Instant, { nullable: true }) statusAt: Date | null;
  @Field(() => Instant, { nullable: true }) verifiedAt: Date | null;
  @Field(() => VerificationMethod, { nullable: true }) verificationMethod: string | null;
  @Field(() => OrganizationRef, { nullable: true }) mergedInto: OrganizationRef | null;
  @Field(() => [String], { description: 'Fields of the profile that are still empty, in the order of the form.' }) gaps: string[];
  @Field(() => [String], { description: 'Those of them that must be told before the Alliance can look.' })
  gapsBeforeReview: string[];
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
  @Field(() => [String], { description: 'Fields of the papers that its people may still change themselves.' })
  openFields: string[];
  @Field(() => String, { nullable: true }) registrationNo: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredOn: string | null;
  @Field(() => VND, { nullable: true }) charterCapital: bigint | null;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) website: string | null;
  @Field(() => [OrganizationPerson]) people: OrganizationPerson[];
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
  @Field(() => Int, { description: 'How long a change of the account is held, in hours.' }) bankHoldHours: number;
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
  @Field(() => Int, { nullable: true }) memberCount?: number | null;
  @Field(() => VND, { nullable: true }) charterCapital?: bigint | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
  @Field(() => String, { nullable: true }) communeCode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'This and the following stand on the papers: only what `openFields` names can change.',
  })
  name?: string | null;
  @Field(() => String, { nullable: true }) shortName?: string | null;
  @Field(() => String, { nullable: true }) taxCode?: string | null;
  @Field(() => String, { nullable: true }) registrationNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredOn?: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative?: string | null;
}

export const OrganizationResult = resultUnion('OrganizationResult', () => [MyOrganization, Refused, VersionConflict] as const);
