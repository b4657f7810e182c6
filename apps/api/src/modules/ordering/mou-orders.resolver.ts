import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { Mou } from '../agreements/index.js';
import { OrderSummary } from './order.graphql.js';
import { OrderQueries } from './order.queries.js';

/** The orders on the page of a memorandum. */
@Resolver(() => Mou)
export class MouOrdersResolver {
  constructor(private readonly queries: OrderQueries) {}

  @ResolveField(() => [OrderSummary], { name: 'orders' })
  async orders(@Parent() mou: Mou, @CurrentActor() actor: Actor): Promise<OrderSummary[]> {
    const found = await this.queries.ofMous(actor, [mou.id]);
    return found.get(mou.id)!;
  }
}
