import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import type { Refusal, Result } from '@lienket/domain';
import { DiaryEntry } from '../agreements/index.js';
import {
  Order,
  OrderAcknowledgeInput,
  OrderActionInput,
  OrderConnection,
  OrderFilter,
  OrderFromAwardInput,
  OrderLine,
  OrderPlaceInput,
  OrderResult,
  OrderSummary,
} from './order.graphql.js';
import { orderMessages } from './order.messages.js';
import { OrderAnswerService } from './order-answer.service.js';
import { OrderClosingService } from './order-closing.service.js';
import { OrderFromAwardService } from './order-from-award.service.js';
import { OrderPad } from './order-pad.graphql.js';
import { OrderPadQueries } from './order-pad.queries.js';
import { OrderPlaceResult } from './approvals/approval.graphql.js';
import { PlacedAnswer } from './placed-answer.js';
import { OrderPlacementService } from './order-placement.service.js';
import { OrderQueries } from './order.queries.js';
import type { OrderLineView, OrderView } from './order.view.js';

@Resolver(() => Order)
export class OrderResolver {
  constructor(
    private readonly placement: OrderPlacementService,
    private readonly fromAward: OrderFromAwardService,
    private readonly answers: OrderAnswerService,
    private readonly closing: OrderClosingService,
    private readonly queries: OrderQueries,
    private readonly pads: OrderPadQueries,
    private readonly placed: PlacedAnswer,
  ) {}

  @Query(() => OrderPad)
  @Authority('order.place')
  orderPad(
    @Args('sellerOrgId', { type: () => ID, nullable: true }) sellerOrgId: string | null,
    @Args('contractId', { type: () => ID, nullable: true }) contractId: string | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<OrderPad> {
    return this.pads.pad(actor, { sellerOrgId, contractId, search });
  }

  @Query(() => OrderConnection)
  @Authority('SIGNED_IN')
  orders(
    @Args('filter', { type: () => OrderFilter, nullable: true }) filter: OrderFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<OrderSummary>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => Order, { nullable: true })
  @Authority('SIGNED_IN')
  order(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<OrderView> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => OrderPlaceResult, {
    description: 'An OrderRequest where it is above a limit of the buyer and waits for approval.',
  })
  @Authority('order.place')
  async orderPlace(@Args('input') input: OrderPlaceInput, @CurrentActor() actor: Actor): Promise<typeof OrderPlaceResult> {
    return this.placed.of(actor, await this.placement.place(actor, input));
  }

  @Mutation(() => OrderPlaceResult, { description: 'What a quote agreed, as an order; each agreed line is used once.' })
  @Authority('order.place')
  async orderFromAward(
    @Args('input') input: OrderFromAwardInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderPlaceResult> {
    return this.placed.of(actor, await this.fromAward.place(actor, input));
  }

  @Mutation(() => OrderResult)
  @Authority('order.acknowledge')
  async orderAcknowledge(@Args('input') input: OrderAcknowledgeInput, @CurrentActor() actor: Actor): Promise<typeof OrderResult> {
    return this.answer(actor, await this.answers.acknowledge(actor, input));
  }

  @Mutation(() => OrderResult)
  @Authority('order.acceptCounter')
  async orderAcceptCounter(@Args('input') input: OrderActionInput, @CurrentActor() actor: Actor): Promise<typeof OrderResult> {
    return this.answer(actor, await this.answers.acceptCounter(actor, input));
  }

  @Mutation(() => OrderResult)
  @Authority('order.cancel')
  async orderCancel(@Args('input') input: OrderActionInput, @CurrentActor() actor: Actor): Promise<typeof OrderResult> {
    return this.answer(actor, await this.closing.cancel(actor, input));
  }

  @Mutation(() => OrderResult)
  @Authority('order.cancel')
  async orderShortClose(@Args('input') input: OrderActionInput, @CurrentActor() actor: Actor): Promise<typeof OrderResult> {
    return this.answer(actor, await this.closing.shortClose(actor, input));
  }

  @ResolveField(() => [OrderLine], { name: 'lines' })
  async lines(@Parent() order: OrderView, @CurrentActor() actor: Actor): Promise<OrderLineView[]> {
    return order.lines ?? this.queries.lines(actor, order);
  }

  @ResolveField(() => [DiaryEntry], { name: 'diary' })
  diary(@Parent() order: OrderView, @CurrentActor() actor: Actor): Promise<DiaryEntry[]> {
    return this.queries.diary(actor, order.id);
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof OrderResult> {
    return answer(result, 'Order', (id) => this.queries.head(actor, id), orderMessages, actor.locale) as Promise<
      typeof OrderResult
    >;
  }
}
