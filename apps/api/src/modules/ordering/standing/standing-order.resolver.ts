import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  type StandingDay,
  StandingDayConnection,
  StandingDayInput,
  StandingOrder,
  StandingOrderChangeInput,
  StandingOrderConnection,
  StandingOrderCreateInput,
  StandingOrderMoveInput,
  StandingOrderResult,
  StandingOrderSheet,
  type StandingOrderSummary,
} from './standing-order.graphql.js';
import { standingMessages } from './standing-order.messages.js';
import { StandingOrderQueries } from './standing-order.queries.js';
import { StandingOrderService } from './standing-order.service.js';

type StandingAnswer = Promise<typeof StandingOrderResult>;

@Resolver(() => StandingOrder)
export class StandingOrderResolver {
  constructor(
    private readonly service: StandingOrderService,
    private readonly queries: StandingOrderQueries,
  ) {}

  @Query(() => StandingOrderConnection, {
    description: 'Of the acting buyer, newest first; with `open` only those whose season goes on, or only the others.',
  })
  @Authority('SIGNED_IN')
  standingOrders(
    @Args('open', { type: () => Boolean, nullable: true }) open: boolean | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<StandingOrderSummary>> {
    return this.queries.page(actor, { open, search }, first, after);
  }

  @Query(() => StandingOrder, { nullable: true })
  @Authority('SIGNED_IN')
  standingOrder(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<StandingOrder> {
    return this.queries.byId(actor, id);
  }

  @Query(() => StandingOrderSheet, { nullable: true, description: 'What a change starts from.' })
  @Authority('SIGNED_IN')
  standingOrderSheet(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<StandingOrderSheet> {
    return this.queries.latestSheet(actor, id);
  }

  @Query(() => StandingDayConnection, { description: 'What became of its days, the latest first.' })
  @Authority('SIGNED_IN')
  standingOrderDays(
    @Args('standingOrderId', { type: () => ID }) id: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<StandingDay>> {
    return this.queries.days(actor, id, first, after);
  }

  @Mutation(() => StandingOrderResult)
  @Authority('order.place')
  async standingOrderCreate(@Args('input') input: StandingOrderCreateInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.create(actor, input));
  }

  @Mutation(() => StandingOrderResult, { description: 'From a day on; from then on in the name of who changed it.' })
  @Authority('order.place')
  async standingOrderChange(@Args('input') input: StandingOrderChangeInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.change(actor, input));
  }

  @Mutation(() => StandingOrderResult, { description: 'Days that come while it is paused are not placed.' })
  @Authority('order.place')
  async standingOrderPause(@Args('input') input: StandingOrderMoveInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.move(actor, 'pause', input));
  }

  @Mutation(() => StandingOrderResult, { description: 'From then on in the name of who resumed it.' })
  @Authority('order.place')
  async standingOrderResume(@Args('input') input: StandingOrderMoveInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.move(actor, 'resume', input));
  }

  @Mutation(() => StandingOrderResult, { description: 'For good; orders already placed stay.' })
  @Authority('order.place')
  async standingOrderEnd(@Args('input') input: StandingOrderMoveInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.move(actor, 'end', input));
  }

  @Mutation(() => StandingOrderResult)
  @Authority('order.place')
  async standingOrderSkipDay(@Args('input') input: StandingDayInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.skipDay(actor, input));
  }

  @Mutation(() => StandingOrderResult)
  @Authority('order.place')
  async standingOrderRestoreDay(@Args('input') input: StandingDayInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.restoreDay(actor, input));
  }

  @Mutation(() => StandingOrderResult, { description: 'Before its time, or after the clock could not.' })
  @Authority('order.place')
  async standingOrderPlaceDay(@Args('input') input: StandingDayInput, @CurrentActor() actor: Actor): StandingAnswer {
    return this.answer(actor, await this.service.placeDay(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): StandingAnswer {
    const load = (id: string) => this.queries.byId(actor, id);
    return answer(result, 'StandingOrder', load, standingMessages, actor.locale) as StandingAnswer;
  }
}
