import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { quoteMessages } from '../quote/quote.messages.js';
import { RfqResult } from '../rfq/rfq.graphql.js';
import { RfqQueries } from '../rfq/rfq.queries.js';
import { RfqMessage, RfqMessageInput, RfqMessageResult, RfqReadInput } from './thread.graphql.js';
import { ThreadService } from './thread.service.js';

@Resolver(() => RfqMessage)
export class ThreadResolver {
  constructor(
    private readonly threads: ThreadService,
    private readonly rfqs: RfqQueries,
  ) {}

  @Query(() => [RfqMessage], { description: 'The newest first.' })
  @Authority('rfq.message')
  rfqMessages(
    @Args('rfqId', { type: () => ID }) rfqId: string,
    @Args('sellerOrgId', { type: () => ID }) sellerOrgId: string,
    @CurrentActor() actor: Actor,
  ): Promise<RfqMessage[]> {
    return this.threads.list(actor, rfqId, sellerOrgId);
  }

  @Mutation(() => RfqMessageResult)
  @Authority('rfq.message')
  async rfqMessageSend(@Args('input') input: RfqMessageInput, @CurrentActor() actor: Actor): Promise<typeof RfqMessageResult> {
    const result = await this.threads.send(actor, input);
    return answer(result, 'RfqMessage', (id) => this.threads.one(actor, id), quoteMessages, actor.locale) as Promise<
      typeof RfqMessageResult
    >;
  }

  @Mutation(() => RfqResult, { description: 'The reader has seen the request and its messages.' })
  @Authority('rfq.message')
  async rfqRead(@Args('input') input: RfqReadInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    const result = await this.threads.read(actor, input);
    return answer(result, 'Rfq', (id) => this.rfqs.byId(actor, id), quoteMessages, actor.locale) as Promise<typeof RfqResult>;
  }
}
