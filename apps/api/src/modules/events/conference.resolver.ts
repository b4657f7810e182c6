import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import {
  BoothSaveInput,
  CommendationAddInput,
  CommendationBadge,
  DelegateAttendedInput,
  DelegateSaveInput,
  ProgrammeRemoveInput,
  DoneResult,
  EventDay,
  EventProgramme,
  EventResult,
  EventSaveInput,
  EventSlot,
  MediaAddInput,
  MediaItem,
  MeetingActionInput,
  MeetingPlaceInput,
  MeetingRequestInput,
  SlipLeaveInput,
  SlotsPlanInput,
  TalkAddInput,
} from './conference.graphql.js';
import { conferenceMessages } from './conference.messages.js';
import { ConferenceQueries } from './conference.queries.js';
import { ConferenceService } from './conference.service.js';
import { Event } from './event.graphql.js';
import { EventQueries } from './event.queries.js';
import { DelegateService } from './delegate.service.js';
import { MeetingService } from './meeting.service.js';

type EventAnswer = Promise<typeof EventResult>;
type DoneAnswer = Promise<typeof DoneResult>;
type Outcome = Result<string, Refusal>;

@Resolver(() => Event)
export class ConferenceResolver {
  constructor(
    private readonly events: EventQueries,
    private readonly queries: ConferenceQueries,
    private readonly conference: ConferenceService,
    private readonly meetings: MeetingService,
    private readonly delegates: DelegateService,
  ) {}

  @ResolveField(() => EventProgramme)
  programme(@Parent() event: Event): Promise<EventProgramme> {
    return this.queries.programme(event.id);
  }

  @ResolveField(() => [EventSlot])
  slots(@Parent() event: Event): Promise<EventSlot[]> {
    return this.queries.slots(event.id);
  }

  @Query(() => EventDay, { nullable: true })
  @Authority('SIGNED_IN')
  async eventDay(@Args('code', { type: () => String }) code: string, @CurrentActor() actor: Actor): Promise<EventDay | null> {
    const event = await this.events.byCode(code, actor.locale);
    if (!event) return null;
    const [slots, takenSeats, meetings, slips, delegates] = await Promise.all([
      this.queries.slots(event.id),
      this.queries.takenSeats(actor, code),
      this.queries.meetings(actor, code),
      this.queries.slips(actor, code),
      this.queries.delegates(actor, code),
    ]);
    return { slots, takenSeats, meetings, slips, delegates };
  }

  @Query(() => [CommendationBadge])
  @Authority('PUBLIC')
  commendationBadges(@Args('orgId', { type: () => ID }) orgId: string): Promise<CommendationBadge[]> {
    return this.queries.badges(idOf(orgId));
  }

  @Query(() => [MediaItem], { description: 'What the press wrote of a product.' })
  @Authority('PUBLIC')
  productMedia(@Args('productId', { type: () => ID }) productId: string): Promise<MediaItem[]> {
    return this.queries.productMedia(idOf(productId));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async eventSave(@Args('input') input: EventSaveInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.save(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async boothSave(@Args('input') input: BoothSaveInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.saveBooth(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async talkAdd(@Args('input') input: TalkAddInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.addTalk(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async slotsPlan(@Args('input') input: SlotsPlanInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.planSlots(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async commendationAdd(@Args('input') input: CommendationAddInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.addCommendation(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async mediaAdd(@Args('input') input: MediaAddInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.addMedia(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async programmeRemove(@Args('input') input: ProgrammeRemoveInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.conference.remove(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async delegateSave(@Args('input') input: DelegateSaveInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.delegates.save(actor, input));
  }

  @Mutation(() => EventResult)
  @Authority('event.manage')
  async delegateAttended(@Args('input') input: DelegateAttendedInput, @CurrentActor() actor: Actor): EventAnswer {
    return this.event(actor, await this.delegates.noteAttended(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('meeting.ask')
  async meetingRequest(@Args('input') input: MeetingRequestInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.request(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('SIGNED_IN')
  async meetingAccept(@Args('input') input: MeetingPlaceInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.accept(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('SIGNED_IN')
  async meetingMove(@Args('input') input: MeetingPlaceInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.move(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('SIGNED_IN')
  async meetingDecline(@Args('input') input: MeetingActionInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.decline(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('SIGNED_IN')
  async meetingCancel(@Args('input') input: MeetingActionInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.cancel(actor, input));
  }

  @Mutation(() => DoneResult)
  @Authority('SIGNED_IN')
  async slipLeave(@Args('input') input: SlipLeaveInput, @CurrentActor() actor: Actor): DoneAnswer {
    return this.done(actor, await this.meetings.leaveSlip(actor, input));
  }

  private event(actor: Actor, result: Outcome): EventAnswer {
    const load = async (id: string) => (await this.events.byId(id, actor.locale))!;
    return answer(result, 'Event', load, conferenceMessages, actor.locale) as unknown as EventAnswer;
  }

  private done(actor: Actor, result: Outcome): DoneAnswer {
    return answer(result, 'Done', (id) => Promise.resolve({ id }), conferenceMessages, actor.locale) as unknown as DoneAnswer;
  }
}
