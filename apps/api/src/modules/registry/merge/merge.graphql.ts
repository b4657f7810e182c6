import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { OrganizationRow } from '../life/organization-file.graphql.js';

export const MergeStatus = enumOf(['PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN']);
registerEnumType(MergeStatus, { name: 'MergeStatus' });
export const DuplicateReason = enumOf(['SAME_TAX_CODE', 'SIMILAR_NAME']);
registerEnumType(DuplicateReason, { name: 'DuplicateReason' });

/** What hangs on one side of a pair: the side with more of it should survive. */
@ObjectType()
@Authority('organization.merge')
export class DuplicateSide {
  @Field(() => OrganizationRow) organization: OrganizationRow;
  @Field(() => String, { nullable: true }) taxCode: string | null;
  @Field(() => Int) people: number;
  @Field(() => Int) locations: number;
  @Field(() => Int) certificates: number;
}

@ObjectType({ description: 'Two organizations that may be one, with the reason; the first is the younger of the two.' })
@Authority('organization.merge')
export class DuplicatePair {
  @Field(() => DuplicateSide) duplicate: DuplicateSide;
  @Field(() => DuplicateSide) survivor: DuplicateSide;
  @Field(() => DuplicateReason) reason: keyof typeof DuplicateReason;
  @Field(() => Int, { nullable: true, description: 'Likeness of the names in percent.' }) likeness: number | null;
}

@ObjectType({ description: 'A proposal to treat one organization as the double of another.' })
@Authority('organization.merge')
export class OrganizationMerge {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRow) duplicate: OrganizationRow;
  @Field(() => OrganizationRow) survivor: OrganizationRow;
  @Field(() => String) reason: string;
  @Field(() => MergeStatus) status: keyof typeof MergeStatus;
  @Field(() => ID) proposedById: string;
  @Field(() => String) proposedByName: string;
  @Field(() => Instant) proposedAt: Date;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) decisionNote: string | null;
  @Field(() => Int) membersAdded: number;
  @Field(() => Int) version: number;
}

@InputType()
export class MergeProposeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) duplicateId: string;
  @Field(() => ID) survivorId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class MergeDecideInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const MergeResult = resultUnion('MergeResult', () => [OrganizationMerge, Refused, VersionConflict] as const);
