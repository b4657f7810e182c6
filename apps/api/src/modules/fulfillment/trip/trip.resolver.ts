import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  OrderTrip,
  Trip,
  TripAnswerInput,
  TripArrangeInput,
  TripCancelInput,
  TripCargo,
  TripConnection,
  TripDropInput,
  TripInviteInput,
  TripLoadPutInput,
  TripLoadRemoveInput,
  TripOpenInput,
  TripResult,
} from './trip.graphql.js';
import { tripMessages } from './trip.messages.js';
import { TripQueries } from './trip.queries.js';
import { TripRideService } from './trip-ride.service.js';
import { TripService } from './trip.service.js';

@Resolver(() => Trip)
export class TripResolver {
  constructor(
    private readonly service: TripService,
    private readonly riding: TripRideService,
    private readonly queries: TripQueries,
  ) {}

  @Query(() => Trip, { nullable: true })
  @Authority('SIGNED_IN')
  trip(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Trip> {
    return this.queries.byId(actor, id);
  }

  @Query(() => TripConnection, { description: 'Of the reader’s side, latest departure first; the Alliance sees all.' })
  @Authority('SIGNED_IN')
  trips(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<Trip>> {
    return this.queries.page(actor, first, after);
  }

  @Query(() => [TripCargo], { description: "The reader's own confirmed goods that could ride." })
  @Authority('SIGNED_IN')
  tripCargo(@CurrentActor() actor: Actor): Promise<TripCargo[]> {
    return this.queries.cargo(actor);
  }

  @Query(() => [OrderTrip], { description: 'For the seller: room held for goods of the order that have not left.' })
  @Authority('SIGNED_IN')
  orderTrips(@Args('orderId', { type: () => ID }) orderId: string, @CurrentActor() actor: Actor): Promise<OrderTrip[]> {
    return this.queries.ofOrder(actor, orderId);
  }

  @Mutation(() => TripResult, { description: 'A cooperative or the Alliance opens a trip and invites.' })
  @Authority('trip.open')
  async tripOpen(@Args('input') input: TripOpenInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.service.open(actor, input), actor);
  }

  @Mutation(() => TripResult)
  @Authority('trip.lead')
  async tripInvite(@Args('input') input: TripInviteInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.service.invite(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'Lets a member go with what it has not brought.' })
  @Authority('trip.lead')
  async tripDrop(@Args('input') input: TripDropInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.service.drop(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'Order of the stops and when the truck is expected there.' })
  @Authority('trip.lead')
  async tripArrange(@Args('input') input: TripArrangeInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.service.arrange(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'Only before the first goods left.' })
  @Authority('trip.lead')
  async tripCancel(@Args('input') input: TripCancelInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.service.cancel(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'The invited cooperative joins, declines, or leaves again.' })
  @Authority('trip.ride')
  async tripAnswer(@Args('input') input: TripAnswerInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.riding.answer(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'Holds room for own goods of one order to one place, or changes how much.' })
  @Authority('trip.ride')
  async tripLoadPut(@Args('input') input: TripLoadPutInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.riding.put(actor, input), actor);
  }

  @Mutation(() => TripResult, { description: 'Before they are dispatched.' })
  @Authority('trip.ride')
  async tripLoadRemove(@Args('input') input: TripLoadRemoveInput, @CurrentActor() actor: Actor): Promise<typeof TripResult> {
    return this.answered(await this.riding.remove(actor, input), actor);
  }

  private answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof TripResult> {
    return answer(result, 'Trip', (id) => this.queries.byId(actor, id), tripMessages, actor.locale) as Promise<typeof TripResult>;
  }
}
