import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ORGANIZATION_STATES, type OrganizationKind as Kind, type OrganizationState } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../../platform/graphql/scalars.js';
import { OrganizationKind, OrganizationRef, Role } from '../../identity/index.js';
import { VERIFICATION_METHODS } from './organization-life.service.js';

export const OrganizationStatus = enumOf(ORGANIZATION_STATES);
registerEnumType(OrganizationStatus, { name: 'OrganizationStatus' });
export const VerificationMethod = enumOf(VERIFICATION_METHODS);
registerEnumType(VerificationMethod, {
  name: 'VerificationMethod',
  description: 'What the Alliance compared: the papers themselves, or the public register of tax codes.',
});

@ObjectType({ description: 'A person with a seat in the organization.' })
@Authority('SIGNED_IN')
export class OrganizationPerson {
  @Field(() => ID) id: string;
  @Field(() => String) fullName: string;
  @Field(() => [Role]) roles: (keyof typeof Role)[];
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
}

@ObjectType({ description: 'One step in the life of an organization, with who took it.' })
@Authority('organization.verify')
export class OrganizationStepTaken {
  @Field(() => Instant) at: Date;
  @Field(() => String) action: string;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => String, { nullable: true }) organizationName: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType({ description: "A row of the Alliance's list of organizations." })
@Authority('organization.verify')
export class OrganizationRow {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => String) shortName: string;
  @Field(() => OrganizationKind) kind: Kind;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => OrganizationStatus) status: OrganizationState;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => Instant, { nullable: true }) statusAt: Date | null;
  @Field(() => Instant, { nullable: true }) verifiedAt: Date | null;
  @Field(() => String, { nullable: true }) communeName: string | null;
}

export const OrganizationRowConnection = connectionOf('OrganizationRow', OrganizationRow, 'organization.verify');

@ObjectType({
  description: "The Alliance's file of an organization: what it compares and decides on. Account numbers stay masked.",
})
@Authority('organization.verify')
export class OrganizationFile {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) ref: OrganizationRef;
  @Field(() => OrganizationStatus) status: OrganizationState;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => Instant, { nullable: true }) statusAt: Date | null;
  @Field(() => String, { nullable: true }) statusByName: string | null;
  @Field(() => VerificationMethod, { nullable: true }) verificationMethod: string | null;
  @Field(() => Instant, { nullable: true }) verifiedAt: Date | null;
  @Field(() => String, { nullable: true }) verifiedByName: string | null;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => String, { nullable: true }) registrationNo: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredOn: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative: string | null;
  @Field(() => Int, { nullable: true }) memberCount: number | null;
  @Field(() => VND, { nullable: true }) charterCapital: bigint | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) website: string | null;
  @Field(() => String, { nullable: true }) communeName: string | null;
  @Field(() => String, { nullable: true }) districtName: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) story: string | null;
  @Field(() => String, { nullable: true }) bankName: string | null;
  @Field(() => String, { nullable: true }) bankAccountNo: string | null;
  @Field(() => String, { nullable: true }) bankAccountName: string | null;
  @Field(() => String, { nullable: true }) sourceNote: string | null;
  @Field(() => OrganizationRef, { nullable: true }) mergedInto: OrganizationRef | null;
  @Field(() => [OrganizationPerson]) people: OrganizationPerson[];
  @Field(() => [OrganizationStepTaken]) history: OrganizationStepTaken[];
  @Field(() => [String], { description: 'Fields of the profile that are still empty.' }) gaps: string[];
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'Where an organization stands after a step; all that its own people and the Alliance both may see.' })
@Authority('PARTIES')
export class OrganizationStanding {
  @Field(() => ID) id: string;
  @Field(() => OrganizationStatus) status: OrganizationState;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => Instant, { nullable: true }) verifiedAt: Date | null;
  @Field(() => Int) version: number;
}

@InputType()
export class OrganizationStepInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class OrganizationVerifyInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => VerificationMethod) method: keyof typeof VerificationMethod;
}

@InputType({ description: 'What stands on the papers, put right by the Alliance; a field left out stays.' })
export class OrganizationCorrectInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) shortName?: string | null;
  @Field(() => String, { nullable: true }) taxCode?: string | null;
  @Field(() => String, { nullable: true }) registrationNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredOn?: string | null;
  @Field(() => String, { nullable: true }) legalRepresentative?: string | null;
  @Field(() => String) reason: string;
}

export const OrganizationStepResult = resultUnion(
  'OrganizationStepResult',
  () => [OrganizationStanding, Refused, VersionConflict] as const,
);
