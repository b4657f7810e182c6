import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { ProductChange, ProductChangeActionInput, ProductChangeConnection } from './product-change.graphql.js';
import { ProductChangeQueries } from './product-change.queries.js';
import { ProductChangeService } from './product-change.service.js';
import { Product, ProductResult } from './product.graphql.js';
import { productMessages } from './product.messages.js';
import { ProductQueries } from './product.queries.js';

type Answer = Promise<typeof ProductResult>;

@Resolver(() => Product)
export class ProductChangeResolver {
  constructor(
    private readonly queries: ProductChangeQueries,
    private readonly service: ProductChangeService,
    private readonly products: ProductQueries,
  ) {}

  @Query(() => ProductChangeConnection)
  @Authority('product.publish')
  productChangesToReview(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<InstanceType<typeof ProductChangeConnection>> {
    return this.queries.toReview(actor, first, after);
  }

  @ResolveField(() => ProductChange, {
    name: 'change',
    nullable: true,
    description: 'For its own people and the Alliance: what waits for a decision, or was declined last.',
  })
  async change(@Parent() product: Product, @MaybeActor() actor: Actor | null): Promise<ProductChange | null> {
    if (!actor || (actor.orgId !== product.cooperative.id && actor.orgKind !== 'ALLIANCE')) return null;
    return (await this.queries.latest(actor, [product.id])).get(product.id) ?? null;
  }

  @Mutation(() => ProductResult)
  @Authority('product.publish')
  async productChangeApply(@Args('input') input: ProductChangeActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.apply(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.publish')
  async productChangeDecline(@Args('input') input: ProductChangeActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.decline(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productChangeWithdraw(@Args('input') input: ProductChangeActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(
      result,
      'Product',
      (id) => this.products.mustById(actor, id),
      productMessages,
      actor.locale,
    ) as unknown as Answer;
  }
}
