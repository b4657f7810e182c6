import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MEETING_STATES, type MeetingState } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';
import { PROGRAMME_PARTS } from './conference.service.js';
import { DELEGATE_ROLES } from './delegate.service.js';
import { Event } from './event.graphql.js';

export const MeetingStatus = enumOf(MEETING_STATES);
registerEnumType(MeetingStatus, { name: 'MeetingStatus' });

@ObjectType({ description: 'A point of the agenda; minutes since midnight in Việt Nam.' })
@Authority('PUBLIC')
export class EventTalk {
  @Field(() => ID) id: string;
  @Field(() => Int, { nullable: true }) startsAt: number | null;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) speaker: string | null;
  @Field(() => OrganizationRef, { nullable: true }) organization: OrganizationRef | null;
}

@ObjectType()
@Authority('PUBLIC')
export class Commendation {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => String, { nullable: true }) decisionNo: string | null;
  @Field(() => LocalDate, { nullable: true }) decisionOn: string | null;
  @Field(() => Boolean, { description: 'True only with number, day and file of the decision.' }) hasBadge: boolean;
}

@ObjectType()
@Authority('PUBLIC')
export class CommendationBadge {
  @Field(() => String) title: string;
  @Field(() => String) decisionNo: string;
  @Field(() => LocalDate) decisionOn: string;
}

@ObjectType()
@Authority('PUBLIC')
export class MediaItem {
  @Field(() => ID) id: string;
  @Field(() => String) outlet: string;
  @Field(() => String) title: string;
  @Field(() => String) url: string;
  @Field(() => LocalDate) publishedOn: string;
}

@ObjectType()
@Authority('PUBLIC')
export class EventProgramme {
  @Field(() => [EventTalk]) talks: EventTalk[];
  @Field(() => [Commendation]) commendations: Commendation[];
  @Field(() => [MediaItem]) media: MediaItem[];
}

@ObjectType({ description: 'A time for meetings; minutes since midnight in Việt Nam.' })
@Authority('PUBLIC')
export class EventSlot {
  @Field(() => ID) id: string;
  @Field(() => Int) startsAt: number;
  @Field(() => Int) endsAt: number;
}

@ObjectType()
@Authority('SIGNED_IN')
export class TakenSeat {
  @Field(() => ID) slotId: string;
  @Field(() => Int) tableNo: number;
}

@ObjectType()
@Authority('PARTIES')
export class Meeting {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) from: OrganizationRef;
  @Field(() => OrganizationRef) to: OrganizationRef;
  @Field(() => String, { nullable: true }) wish: string | null;
  @Field(() => MeetingStatus) status: MeetingState;
  @Field(() => EventSlot, { nullable: true }) slot: EventSlot | null;
  @Field(() => Int, { nullable: true }) tableNo: number | null;
  @Field(() => Int) version: number;
  @Field(() => [String], { description: 'What this reader may do with it now.' }) actions: string[];
}

@ObjectType()
@Authority('PARTIES')
export class InterestSlip {
  @Field(() => ID) id: string;
  @Field(() => Int) booth: number;
  @Field(() => OrganizationRef, { nullable: true }) seller: OrganizationRef | null;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => String) goods: string;
  @Field(() => QuantityScalar, { nullable: true }) qty: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ID, { nullable: true, description: 'The draft memorandum made from it.' }) mouId: string | null;
  @Field(() => Instant) createdAt: Date;
}

@ObjectType()
@Authority('PARTIES')
export class EventDelegate {
  @Field(() => String) code: string;
  @Field(() => String) fullName: string;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => OrganizationRef, { nullable: true }) organization: OrganizationRef | null;
  @Field(() => String, { nullable: true }) orgName: string | null;
  @Field(() => String) role: string;
  @Field(() => Boolean, { nullable: true }) attended: boolean | null;
}

@ObjectType({
  description: 'A conference as its delegates and officers see it: own meetings and slips, all of them for the Alliance.',
})
@Authority('SIGNED_IN')
export class EventDay {
  @Field(() => [EventSlot]) slots: EventSlot[];
  @Field(() => [TakenSeat]) takenSeats: TakenSeat[];
  @Field(() => [Meeting]) meetings: Meeting[];
  @Field(() => [InterestSlip]) slips: InterestSlip[];
  @Field(() => [EventDelegate], { description: 'Of the reader’s own organization; all of them for the Alliance.' })
  delegates: EventDelegate[];
}

@ObjectType()
@Authority('SIGNED_IN')
export class Done {
  @Field(() => ID) id: string;
}

@InputType()
export class EventSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'Null for a new event.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => LocalDate) heldOn: string;
  @Field(() => String) host: string;
  @Field(() => String, { nullable: true }) chair?: string | null;
  @Field(() => String) sourceTitle: string;
  @Field(() => String, { nullable: true }) sourceNumber?: string | null;
  @Field(() => LocalDate, { nullable: true }) sourceSignedOn?: string | null;
  @Field(() => Int, { nullable: true }) boothCount?: number | null;
  @Field(() => Int, { nullable: true }) tableCount?: number | null;
}

@InputType()
export class BoothSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => Int) position: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => ID, { nullable: true }) ownerOrgId?: string | null;
  @Field(() => String, { nullable: true }) ownerUnitCode?: string | null;
  @Field(() => String, { nullable: true }) goods?: string | null;
}

@InputType()
export class TalkAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => Int, { nullable: true }) startsAt?: number | null;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) speaker?: string | null;
  @Field(() => ID, { nullable: true }) orgId?: string | null;
}

@InputType()
export class SlotsPlanInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => Int) startsAt: number;
  @Field(() => Int) minutes: number;
  @Field(() => Int) count: number;
}

@InputType()
export class CommendationAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => ID) orgId: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) issuer?: string | null;
  @Field(() => String, { nullable: true }) decisionNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) decisionOn?: string | null;
  @Field(() => ID, { nullable: true }) decisionFileId?: string | null;
}

@InputType()
export class MediaAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => String) outlet: string;
  @Field(() => String) title: string;
  @Field(() => String) url: string;
  @Field(() => LocalDate) publishedOn: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => ID, { nullable: true }) mouId?: string | null;
}

export const ProgrammePart = enumOf(PROGRAMME_PARTS);
registerEnumType(ProgrammePart, { name: 'ProgrammePart' });

@InputType()
export class ProgrammeRemoveInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => ProgrammePart) part: keyof typeof ProgrammePart;
  @Field(() => ID) id: string;
}

export const DelegateRole = enumOf(DELEGATE_ROLES);
registerEnumType(DelegateRole, { name: 'DelegateRole' });

@InputType()
export class DelegateSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => String, { nullable: true, description: 'Its number in the register; null takes the next one.' }) code?:
    string | null;
  @Field(() => String) fullName: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => String, { nullable: true, description: 'A body that is not on the platform.' }) orgName?: string | null;
  @Field(() => DelegateRole) role: keyof typeof DelegateRole;
}

@InputType()
export class DelegateAttendedInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => String) code: string;
  @Field(() => Boolean, { nullable: true, description: 'Null: nobody wrote it down.' }) attended?: boolean | null;
}

@InputType()
export class MeetingRequestInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => ID) toOrgId: string;
  @Field(() => String, { nullable: true }) wish?: string | null;
}

@InputType()
export class MeetingActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class MeetingPlaceInput extends MeetingActionInput {
  @Field(() => ID) slotId: string;
  @Field(() => Int) tableNo: number;
}

@InputType()
export class SlipLeaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) eventCode: string;
  @Field(() => Int) position: number;
  @Field(() => String) goods: string;
  @Field(() => QuantityScalar, { nullable: true }) qty?: string | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

export const EventResult = resultUnion('EventResult', () => [Event, Refused, VersionConflict] as const);
export const DoneResult = resultUnion('DoneResult', () => [Done, Refused, VersionConflict] as const);
