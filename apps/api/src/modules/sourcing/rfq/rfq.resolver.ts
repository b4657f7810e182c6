import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  AskableProduct,
  Rfq,
  RfqActionInput,
  RfqConnection,
  RfqFilter,
  RfqResult,
  RfqSaveInput,
  RfqSummary,
} from './rfq.graphql.js';
import { rfqMessages } from './rfq.messages.js';
import { RfqQueries } from './rfq.queries.js';
import { RfqService } from './rfq.service.js';

@Resolver(() => Rfq)
export class RfqResolver {
  constructor(
    private readonly service: RfqService,
    private readonly queries: RfqQueries,
  ) {}

  @Query(() => RfqConnection)
  @Authority('SIGNED_IN')
  rfqs(
    @Args('filter', { type: () => RfqFilter, nullable: true }) filter: RfqFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<RfqSummary>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => Rfq, { nullable: true })
  @Authority('SIGNED_IN')
  rfq(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Rfq> {
    return this.queries.byId(actor, id);
  }

  @Query(() => [AskableProduct], { description: 'Listed products by id, or by words of their name.' })
  @Authority('rfq.manage')
  askableProducts(
    @Args('ids', { type: () => [ID], nullable: true }) ids: string[] | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<AskableProduct[]> {
    return this.queries.askable(actor, ids, search);
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqSave(@Args('input') input: RfqSaveInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.save(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqSend(@Args('input') input: RfqActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.send(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqClose(@Args('input') input: RfqActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.close(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqExtend(@Args('input') input: RfqActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.extend(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqCancel(@Args('input') input: RfqActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.cancel(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof RfqResult> {
    return answer(result, 'Rfq', (id) => this.queries.byId(actor, id), rfqMessages, actor.locale) as Promise<typeof RfqResult>;
  }
}
