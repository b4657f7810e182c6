import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Rfq, RfqResult } from '../rfq/rfq.graphql.js';
import { RfqQueries } from '../rfq/rfq.queries.js';
import { NegotiationService } from './negotiation.service.js';
import { PoolService } from './pool.service.js';
import {
  PoolShare,
  PoolShareAnswerInput,
  PoolShareAskInput,
  PoolShareResult,
  Quote,
  QuoteActionInput,
  QuoteCounterInput,
  QuoteInput,
  QuoteResult,
  RfqDeclineInput,
} from './quote.graphql.js';
import { quoteMessages } from './quote.messages.js';
import { QuoteQueries } from './quote.queries.js';
import { QuoteService } from './quote.service.js';

@Resolver(() => Rfq)
export class QuoteResolver {
  constructor(
    private readonly service: QuoteService,
    private readonly negotiation: NegotiationService,
    private readonly pool: PoolService,
    private readonly queries: QuoteQueries,
    private readonly rfqs: RfqQueries,
  ) {}

  @ResolveField(() => Quote, { name: 'myQuote', nullable: true, description: "The reader's own quote." })
  myQuote(@Parent() rfq: Rfq, @CurrentActor() actor: Actor): Promise<Quote | null> {
    return this.queries.ofSeller(actor, rfq.id);
  }

  @Query(() => Quote, { nullable: true })
  @Authority('SIGNED_IN')
  quote(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Quote> {
    return this.queries.byId(actor, id);
  }

  @Query(() => [PoolShare], { description: "What other cooperatives ask the reader's organization to share in." })
  @Authority('quote.prepare')
  myPoolShares(@CurrentActor() actor: Actor): Promise<PoolShare[]> {
    return this.queries.sharesOf(actor);
  }

  @Mutation(() => QuoteResult)
  @Authority('quote.prepare')
  async quoteSave(@Args('input') input: QuoteInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.service.save(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('quote.prepare')
  async quoteSend(@Args('input') input: QuoteInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.service.send(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('quote.prepare')
  async quoteHold(@Args('input') input: QuoteActionInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.service.hold(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('quote.prepare')
  async quoteWithdraw(@Args('input') input: QuoteActionInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('quote.prepare')
  async rfqDecline(@Args('input') input: RfqDeclineInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    const result = await this.service.decline(actor, input);
    return answer(result, 'Rfq', (id) => this.rfqs.byId(actor, id), quoteMessages, actor.locale) as Promise<typeof RfqResult>;
  }

  @Mutation(() => QuoteResult)
  @Authority('rfq.manage')
  async quoteCounter(@Args('input') input: QuoteCounterInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.negotiation.counter(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('rfq.manage')
  async quoteCounterDrop(@Args('input') input: QuoteActionInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.negotiation.dropCounter(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('rfq.manage')
  async quoteReject(@Args('input') input: QuoteActionInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.negotiation.reject(actor, input));
  }

  @Mutation(() => QuoteResult)
  @Authority('quote.prepare')
  async poolShareAsk(@Args('input') input: PoolShareAskInput, @CurrentActor() actor: Actor): Promise<typeof QuoteResult> {
    return this.answer(actor, await this.pool.ask(actor, input));
  }

  @Mutation(() => PoolShareResult)
  @Authority('quote.share')
  async poolShareAnswer(
    @Args('input') input: PoolShareAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PoolShareResult> {
    const result = await this.pool.answer(actor, input);
    const load = async (id: string) => (await this.queries.sharesOf(actor)).find((share) => share.id === id)!;
    return answer(result, 'PoolShare', load, quoteMessages, actor.locale) as Promise<typeof PoolShareResult>;
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof QuoteResult> {
    return answer(result, 'Quote', (id) => this.queries.byId(actor, id), quoteMessages, actor.locale) as Promise<
      typeof QuoteResult
    >;
  }
}
