import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { productMessages, type ProductRefusal } from '../product.messages.js';
import { CommercialTermsService } from './commercial-terms.service.js';
import { ListPriceService } from './list-price.service.js';
import {
  CommercialTerms,
  CommercialTermsInput,
  CommercialTermsResult,
  ListPrice,
  ListPriceChangeInput,
  ListPriceConnection,
  ListPriceCreateInput,
  ListPriceEndInput,
  ListPriceResult,
  ListPricesArgs,
} from './price.graphql.js';
import { priceMessages, type PriceRefusal } from './price.messages.js';
import { PriceQueries } from './price.queries.js';

const messages: Messages<PriceRefusal | ProductRefusal> = { ...productMessages, ...priceMessages };

@Resolver(() => ListPrice)
export class PriceResolver {
  constructor(
    private readonly queries: PriceQueries,
    private readonly prices: ListPriceService,
    private readonly terms: CommercialTermsService,
  ) {}

  @Query(() => ListPriceConnection)
  @Authority('product.edit')
  listPrices(
    @Args() { first, after, ...filter }: ListPricesArgs,
    @CurrentActor() actor: Actor,
  ): Promise<InstanceType<typeof ListPriceConnection>> {
    return this.queries.mine(actor, filter, first ?? null, after ?? null);
  }

  @Query(() => [CommercialTerms])
  @Authority('product.edit')
  commercialTerms(@CurrentActor() actor: Actor): Promise<CommercialTerms[]> {
    return this.queries.terms(actor);
  }

  @Mutation(() => ListPriceResult)
  @Authority('product.edit')
  async listPriceCreate(@Args('input') input: ListPriceCreateInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.prices.create(actor, input));
  }

  @Mutation(() => ListPriceResult)
  @Authority('product.edit')
  async listPriceChange(@Args('input') input: ListPriceChangeInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.prices.change(actor, input));
  }

  @Mutation(() => ListPriceResult)
  @Authority('product.edit')
  async listPriceEnd(@Args('input') input: ListPriceEndInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.prices.end(actor, input));
  }

  @Mutation(() => CommercialTermsResult)
  @Authority('product.edit')
  async commercialTermsSet(@Args('input') input: CommercialTermsInput, @CurrentActor() actor: Actor) {
    const result = await this.terms.set(actor, input);
    return answer(result, 'CommercialTerms', (id) => this.queries.termsById(actor, id), messages, actor.locale);
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof ListPriceResult> {
    return answer(result, 'ListPrice', (id) => this.queries.byId(actor, id), messages, actor.locale) as unknown as Promise<
      typeof ListPriceResult
    >;
  }
}
