import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { type AwardUseRefusal, awardUseMessages } from '../../sourcing/index.js';
import type { OrderRefusal } from '../order.messages.js';
import { poolOrderMessages, type PoolOrderRefusal } from '../pool/pool-order.messages.js';
import {
  OrderingPerson,
  OrderRequest,
  OrderRequestConnection,
  OrderRequestInput,
  OrderRequestResult,
  type OrderRequestSummary,
  PurchaseLimit,
  PurchaseLimitEndInput,
  PurchaseLimitResult,
  PurchaseLimitSetInput,
} from './approval.graphql.js';
import { limitMessages, requestMessages, type RequestRefusal } from './approval.messages.js';
import { ApprovalQueries } from './approval.queries.js';
import { OrderRequestService } from './order-request.service.js';
import { PurchaseLimitService } from './purchase-limit.service.js';

const messages: Messages<OrderRefusal | PoolOrderRefusal | AwardUseRefusal | RequestRefusal> = {
  ...poolOrderMessages,
  ...awardUseMessages,
  ...requestMessages,
};

@Resolver(() => OrderRequest)
export class ApprovalResolver {
  constructor(
    private readonly limitService: PurchaseLimitService,
    private readonly requests: OrderRequestService,
    private readonly queries: ApprovalQueries,
  ) {}

  @Query(() => [PurchaseLimit], { description: 'Of the acting buyer: in force, to come, ended.' })
  @Authority('order.place')
  purchaseLimits(@CurrentActor() actor: Actor): Promise<PurchaseLimit[]> {
    return this.queries.limits(actor);
  }

  @Query(() => [OrderingPerson], { description: 'Who may order for the acting buyer.' })
  @Authority('order.limit')
  orderingPeople(@CurrentActor() actor: Actor): Promise<OrderingPerson[]> {
    return this.queries.people(actor);
  }

  @Query(() => OrderRequestConnection, { description: 'Newest first; with `waiting` only those undecided, or only the decided.' })
  @Authority('SIGNED_IN')
  orderRequests(
    @Args('waiting', { type: () => Boolean, nullable: true }) waiting: boolean | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<OrderRequestSummary>> {
    return this.queries.requests(actor, { waiting }, first, after);
  }

  @Query(() => OrderRequest, { nullable: true })
  @Authority('SIGNED_IN')
  orderRequest(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<OrderRequest> {
    return this.queries.request(actor, id);
  }

  @Mutation(() => PurchaseLimitResult)
  @Authority('order.limit')
  async purchaseLimitSet(
    @Args('input') input: PurchaseLimitSetInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PurchaseLimitResult> {
    return this.limitAnswer(actor, await this.limitService.set(actor, input));
  }

  @Mutation(() => PurchaseLimitResult, { description: 'From today on it binds nobody.' })
  @Authority('order.limit')
  async purchaseLimitEnd(
    @Args('input') input: PurchaseLimitEndInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PurchaseLimitResult> {
    return this.limitAnswer(actor, await this.limitService.end(actor, input));
  }

  @Mutation(() => OrderRequestResult, { description: 'Places it as it was asked for, under the rules of today.' })
  @Authority('order.approve')
  async orderRequestApprove(
    @Args('input') input: OrderRequestInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderRequestResult> {
    return this.answer(actor, await this.requests.approve(actor, input));
  }

  @Mutation(() => OrderRequestResult)
  @Authority('order.approve')
  async orderRequestRefuse(
    @Args('input') input: OrderRequestInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderRequestResult> {
    return this.answer(actor, await this.requests.refuse(actor, input));
  }

  @Mutation(() => OrderRequestResult)
  @Authority('order.place')
  async orderRequestWithdraw(
    @Args('input') input: OrderRequestInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderRequestResult> {
    return this.answer(actor, await this.requests.withdraw(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof OrderRequestResult> {
    return answer(result, 'OrderRequest', (id) => this.queries.request(actor, id), messages, actor.locale) as Promise<
      typeof OrderRequestResult
    >;
  }

  private limitAnswer(actor: Actor, result: Result<string, Refusal>): Promise<typeof PurchaseLimitResult> {
    return answer(result, 'PurchaseLimit', (id) => this.queries.limit(actor, id), limitMessages, actor.locale) as Promise<
      typeof PurchaseLimitResult
    >;
  }
}
