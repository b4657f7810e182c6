import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CASE_ENTRY_KINDS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import { MouRef } from '../../agreements/index.js';

export const CaseEntryKind = enumOf(CASE_ENTRY_KINDS);
registerEnumType(CaseEntryKind, { name: 'CaseEntryKind' });
export const PlanTaskState = enumOf(['OPEN', 'DONE', 'DROPPED']);
registerEnumType(PlanTaskState, { name: 'PlanTaskState' });
export const CaseDateKind = enumOf(['NEXT_ACTION', 'PROMISE', 'TASK', 'FOLLOW_UP', 'VALID_TO']);
registerEnumType(CaseDateKind, { name: 'CaseDateKind' });

@ObjectType()
@Authority('case.work')
export class CasePerson {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: 'A call, a visit, a promise.' })
@Authority('case.work')
export class CaseEntry {
  @Field(() => ID) id: string;
  @Field(() => CaseEntryKind) kind: keyof typeof CaseEntryKind;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => String, { nullable: true }) withName: string | null;
  @Field(() => String) text: string;
  @Field(() => LocalDate, { nullable: true }) promisedFor: string | null;
  @Field(() => String) recordedBy: string;
}

@ObjectType({ description: 'A task of the action plan; who is to do it is a party, or the Alliance where none is named.' })
@Authority('case.work')
export class PlanTask {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) responsibleName: string | null;
  @Field(() => LocalDate) dueOn: string;
  @Field(() => PlanTaskState) state: keyof typeof PlanTaskState;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => String, { nullable: true }) outcome: string | null;
  @Field(() => String, { nullable: true }) evidenceUrl: string | null;
  @Field(() => String, { nullable: true }) endedBy: string | null;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'The case of one agreement, for the Alliance; version 0 before anything was saved.' })
@Authority('case.work')
export class CaseFile {
  @Field(() => ID) id: string;
  @Field(() => CasePerson, { nullable: true }) owner: CasePerson | null;
  @Field(() => String, { nullable: true }) nextAction: string | null;
  @Field(() => LocalDate, { nullable: true }) nextActionOn: string | null;
  @Field(() => [CaseEntry]) entries: CaseEntry[];
  @Field(() => [PlanTask]) tasks: PlanTask[];
  @Field(() => [CasePerson], { description: 'Who of the Alliance may look after it.' }) officers: CasePerson[];
  @Field(() => [CasePerson], { description: 'Parties that may do a task.' }) parties: CasePerson[];
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'A day on which somebody should look at an agreement.' })
@Authority('case.work')
export class CaseDate {
  @Field(() => ID) id: string;
  @Field(() => CaseDateKind) kind: keyof typeof CaseDateKind;
  @Field(() => LocalDate) on: string;
  @Field(() => MouRef) mou: MouRef;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String, { nullable: true }) owner: string | null;
}

@InputType()
export class CaseFileSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouId: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => String, { nullable: true }) nextAction?: string | null;
  @Field(() => LocalDate, { nullable: true }) nextActionOn?: string | null;
}

@InputType()
export class CaseEntryAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouId: string;
  @Field(() => CaseEntryKind) kind: keyof typeof CaseEntryKind;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => String) text: string;
  @Field(() => LocalDate, { nullable: true }) promisedFor?: string | null;
}

@InputType()
export class PlanTaskAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) mouId: string;
  @Field(() => String) text: string;
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => LocalDate) dueOn: string;
}

@InputType()
export class PlanTaskEndInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => Boolean, { description: 'False drops it, with the reason as outcome.' }) done: boolean;
  @Field(() => String, { nullable: true }) outcome?: string | null;
  @Field(() => ID, { nullable: true }) evidenceFileId?: string | null;
}

export const CaseFileResult = resultUnion('CaseFileResult', () => [CaseFile, Refused, VersionConflict] as const);
