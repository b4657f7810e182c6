import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TRAINING_KINDS, type TrainingKind } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';

export const TrainingKindName = enumOf(TRAINING_KINDS);
registerEnumType(TrainingKindName, { name: 'TrainingKind' });

@ObjectType()
@Authority('PARTIES')
export class TrainingPaper {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: 'A training or guidance that was held.' })
@Authority('PARTIES')
export class TrainingSession {
  @Field(() => ID) id: string;
  @Field(() => TrainingKindName) kind: TrainingKind;
  @Field(() => String) topic: string;
  @Field(() => LocalDate) heldOn: string;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => String) organizer: string;
  @Field(() => String, { nullable: true, description: 'The duty that it serves.' }) duty: string | null;
  @Field(() => [String], { description: 'Names; a participant reads its own only.' }) attendees: string[];
  @Field(() => Int) people: number;
  @Field(() => TrainingPaper, { nullable: true }) file: TrainingPaper | null;
  @Field(() => Boolean) isDemo: boolean;
}

export const TrainingConnection = connectionOf('TrainingSession', TrainingSession, 'PARTIES');

@InputType()
export class TrainingRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => TrainingKindName) kind: TrainingKind;
  @Field(() => String) topic: string;
  @Field(() => LocalDate) heldOn: string;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => ID, { nullable: true }) organizerOrgId?: string | null;
  @Field(() => ID, { nullable: true }) dutyId?: string | null;
  @Field(() => [ID]) attendeeOrgIds: string[];
  @Field(() => Int) people: number;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

export const TrainingResult = resultUnion('TrainingResult', () => [TrainingSession, Refused, VersionConflict] as const);
