import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { OrderPad } from '../order-pad.graphql.js';
import { OrderPadQueries } from '../order-pad.queries.js';
import { OrderGroup, OrderGroupConnection, OrderGroupPlaceInput, type OrderGroupSummary } from './order-group.graphql.js';
import { OrderGroupQueries } from './order-group.queries.js';
import { OrderPlaceResult } from '../approvals/approval.graphql.js';
import { OrderPlacementService } from '../order-placement.service.js';
import { PlacedAnswer } from '../placed-answer.js';

@Resolver(() => OrderGroup)
export class OrderGroupResolver {
  constructor(
    private readonly service: OrderPlacementService,
    private readonly placed: PlacedAnswer,
    private readonly queries: OrderGroupQueries,
    private readonly pads: OrderPadQueries,
  ) {}

  @Query(() => [OrderPad], { description: 'The pads of several sellers by their price lists, in the order asked; at most 20.' })
  @Authority('order.place')
  orderPads(
    @Args('sellerOrgIds', { type: () => [ID] }) sellerOrgIds: string[],
    @CurrentActor() actor: Actor,
  ): Promise<OrderPad[]> {
    return this.pads.pads(actor, sellerOrgIds);
  }

  @Query(() => OrderGroup, { nullable: true })
  @Authority('SIGNED_IN')
  orderGroup(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<OrderGroup> {
    return this.queries.byId(actor, id);
  }

  @Query(() => OrderGroupConnection)
  @Authority('SIGNED_IN')
  orderGroups(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<OrderGroupSummary>> {
    return this.queries.page(actor, { search }, first, after);
  }

  @Mutation(() => OrderPlaceResult)
  @Authority('order.place')
  async orderGroupPlace(
    @Args('input') input: OrderGroupPlaceInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderPlaceResult> {
    return this.placed.of(actor, await this.service.placeGroup(actor, input));
  }
}
