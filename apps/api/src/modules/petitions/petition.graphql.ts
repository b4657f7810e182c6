import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';
import * as view from './petition.view.js';

export const PetitionStatus = enumOf(view.PETITION_STATES);
registerEnumType(PetitionStatus, { name: 'PetitionStatus' });
export const PetitionMover = enumOf(view.PETITION_MOVERS);
registerEnumType(PetitionMover, { name: 'PetitionMover', description: 'Whose move it is.' });
export const PetitionOrigin = enumOf(view.PETITION_ORIGINS);
registerEnumType(PetitionOrigin, { name: 'PetitionOrigin' });
export const PetitionAnswerKind = enumOf(view.ANSWER_KINDS);
registerEnumType(PetitionAnswerKind, {
  name: 'PetitionAnswerKind',
  description: 'In a report handed out, or a document with number, date and file: two different facts.',
});
export const PetitionAssignmentKind = enumOf(view.ASSIGNMENT_KINDS);
registerEnumType(PetitionAssignmentKind, { name: 'PetitionAssignmentKind' });

@ObjectType({ description: "A field of petitions, in the notice's words." })
@Authority('PUBLIC')
export class PetitionField {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => OrganizationRef, { nullable: true, description: 'The body that usually answers, as it is today.' })
  usualDepartment: OrganizationRef | null;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionFieldRef {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionRef {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionPaper {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionAssignment {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: '0, then one more with each reopening.' }) round: number;
  @Field(() => PetitionAssignmentKind) kind: view.AssignmentKindName;
  @Field(() => OrganizationRef) department: OrganizationRef;
  @Field(() => LocalDate, { nullable: true }) answerBefore: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Instant) at: string;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionAnswer {
  @Field(() => ID) id: string;
  @Field(() => Int) round: number;
  @Field(() => PetitionAnswerKind) kind: view.AnswerKindName;
  @Field(() => OrganizationRef) department: OrganizationRef;
  @Field(() => String, { nullable: true }) docNo: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate: string | null;
  @Field(() => PetitionPaper, { nullable: true }) file: PetitionPaper | null;
  @Field(() => String, { nullable: true }) summary: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The deadline as it stood then.' }) answerBefore: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Dated before the deadline, strictly; null without one.' })
  onTime: boolean | null;
  @Field(() => Instant) at: string;
}

@ObjectType()
@Authority('PARTIES')
export class PetitionFeedback {
  @Field(() => ID) id: string;
  @Field(() => Int) round: number;
  @Field(() => Boolean) satisfied: boolean;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => OrganizationRef, { description: 'Who wrote it down.' }) by: OrganizationRef;
  @Field(() => Instant) at: string;
}

@ObjectType({ description: 'An agreement that waits for the petition.' })
@Authority('PARTIES')
export class PetitionBlock {
  @Field(() => ID) id: string;
  @Field(() => ID) mouId: string;
  @Field(() => String, { nullable: true, description: 'Null for a reader who may not see the agreement.' }) title: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) since: string;
  @Field(() => Instant, { nullable: true }) endedAt: string | null;
  @Field(() => String, { nullable: true }) endReason: string | null;
}

@ObjectType({ description: 'One item of a petition.' })
@Authority('PARTIES')
export class PetitionSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true, description: "Number in the event's register." }) registerNo: string | null;
  @Field(() => String, { nullable: true }) eventTitle: string | null;
  @Field(() => PetitionOrigin) origin: view.PetitionOrigin;
  @Field(() => OrganizationRef, { nullable: true }) petitioner: OrganizationRef | null;
  @Field(() => String, { nullable: true, description: 'As written in the register.' }) petitionerName: string | null;
  @Field(() => String, { nullable: true, description: 'Null where the register does not say it.' }) content: string | null;
  @Field(() => LocalDate, { nullable: true }) receivedOn: string | null;
  @Field(() => [PetitionFieldRef]) fields: PetitionFieldRef[];
  @Field(() => PetitionStatus) status: view.PetitionState;
  @Field(() => PetitionMover) mover: view.PetitionMover;
  @Field(() => OrganizationRef, { nullable: true, description: 'The body that answers today.' })
  department: OrganizationRef | null;
  @Field(() => OrganizationRef, { nullable: true, description: 'Named then, where another has its duties today.' })
  namedDepartment: OrganizationRef | null;
  @Field(() => LocalDate, { nullable: true, description: '"Trước ngày": an answer of this day is late.' })
  answerBefore: string | null;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => Boolean) answeredInReport: boolean;
  @Field(() => Int) reopened: number;
  @Field(() => Int) blockedAgreements: number;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
}

export const PetitionConnection = connectionOf('Petition', PetitionSummary, 'PARTIES');

@ObjectType()
@Authority('PARTIES')
export class Petition extends PetitionSummary {
  @Field(() => String, { nullable: true }) wantedOutcome: string | null;
  @Field(() => PetitionRef, { nullable: true }) mergedInto: PetitionRef | null;
  @Field(() => String, { nullable: true, description: 'A written answer the register speaks of, without its file.' })
  registeredDocNo: string | null;
  @Field(() => LocalDate, { nullable: true }) registeredDocDate: string | null;
  @Field(() => String, { nullable: true, description: 'Only for the body that prepares it.' }) draft: string | null;
  @Field(() => [PetitionPaper]) files: PetitionPaper[];
  @Field(() => [PetitionAssignment]) assignments: PetitionAssignment[];
  @Field(() => [PetitionAnswer]) answers: PetitionAnswer[];
  @Field(() => [PetitionFeedback]) feedbacks: PetitionFeedback[];
  @Field(() => [PetitionBlock]) blocks: PetitionBlock[];
  @Field(() => LocalDate) proposedAnswerBefore: string;
  @Field(() => Int) reopensLeft: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const PetitionResult = resultUnion('PetitionResult', () => [Petition, Refused, VersionConflict] as const);

@InputType()
export class PetitionFilter {
  @Field(() => [PetitionStatus], { nullable: true }) status?: view.PetitionState[] | null;
  @Field(() => String, { nullable: true, description: 'Code of a field.' }) field?: string | null;
  @Field(() => ID, { nullable: true }) departmentId?: string | null;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Those an agreement waits for.' }) blocking?: boolean | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}

@InputType()
export class PetitionFileInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) content: string;
  @Field(() => String, { nullable: true }) wantedOutcome?: string | null;
  @Field(() => [String]) fieldCodes: string[];
  @Field(() => [ID]) fileIds: string[];
  @Field(() => ID, { nullable: true, description: 'For the Alliance; a cooperative petitions for itself.' })
  petitionerOrgId?: string | null;
  @Field(() => LocalDate, { nullable: true }) receivedOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'An agreement that waits for it.' }) mouId?: string | null;
}

@InputType({ isAbstract: true })
class PetitionActInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class PetitionClassifyInput extends PetitionActInput {
  @Field(() => [String]) fieldCodes: string[];
}

@InputType()
export class PetitionAssignInput extends PetitionActInput {
  @Field(() => ID, { description: 'Its successor is asked where it is no more.' }) departmentId: string;
  @Field(() => LocalDate, { nullable: true, description: 'The usual number of working days when left out.' })
  answerBefore?: string | null;
}

@InputType()
export class PetitionTransferInput extends PetitionActInput {
  @Field(() => ID) departmentId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class PetitionMergeInput extends PetitionActInput {
  @Field(() => ID) intoId: string;
}

@InputType()
export class PetitionReportAnswerInput extends PetitionActInput {
  @Field(() => String, { nullable: true }) docNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate?: string | null;
  @Field(() => String) summary: string;
}

@InputType()
export class PetitionDraftInput extends PetitionActInput {
  @Field(() => String) text: string;
}

@InputType()
export class PetitionIssueInput extends PetitionActInput {
  @Field(() => String, { nullable: true }) docNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
}

@InputType()
export class PetitionFeedbackInput extends PetitionActInput {
  @Field(() => Boolean) satisfied: boolean;
  @Field(() => String, { nullable: true, description: 'Needed when not satisfied.' }) note?: string | null;
}

@InputType()
export class PetitionReopenInput extends PetitionActInput {
  @Field(() => String) reason: string;
}

@InputType()
export class PetitionBlockInput extends PetitionActInput {
  @Field(() => ID) mouId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class PetitionUnblockInput extends PetitionActInput {
  @Field(() => ID) mouId: string;
  @Field(() => String) reason: string;
}
