import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor, MaybeActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  DemandActionInput,
  DemandAnswerInput,
  DemandConnection,
  DemandFilter,
  DemandPost,
  DemandResult,
  DemandSaveInput,
  DemandSummary,
} from './demand.graphql.js';
import { demandMessages } from './demand.messages.js';
import { DemandQueries } from './demand.queries.js';
import { DemandService } from './demand.service.js';

@Resolver(() => DemandPost)
export class DemandResolver {
  constructor(
    private readonly service: DemandService,
    private readonly queries: DemandQueries,
  ) {}

  @Query(() => DemandConnection)
  @Authority('PUBLIC')
  demandPosts(
    @Args('filter', { type: () => DemandFilter, nullable: true }) filter: DemandFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @MaybeActor() actor: Actor | null,
  ): Promise<Connection<DemandSummary>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => DemandPost, { nullable: true })
  @Authority('PUBLIC')
  demandPost(@Args('id', { type: () => ID }) id: string, @MaybeActor() actor: Actor | null): Promise<DemandPost> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => DemandResult)
  @Authority('demand.manage')
  async demandSave(@Args('input') input: DemandSaveInput, @CurrentActor() actor: Actor): Promise<typeof DemandResult> {
    return this.answer(actor, await this.service.save(actor, input));
  }

  @Mutation(() => DemandResult)
  @Authority('demand.manage')
  async demandPublish(@Args('input') input: DemandActionInput, @CurrentActor() actor: Actor): Promise<typeof DemandResult> {
    return this.answer(actor, await this.service.publish(actor, input));
  }

  @Mutation(() => DemandResult)
  @Authority('demand.manage')
  async demandClose(@Args('input') input: DemandActionInput, @CurrentActor() actor: Actor): Promise<typeof DemandResult> {
    return this.answer(actor, await this.service.close(actor, input));
  }

  @Mutation(() => DemandResult)
  @Authority('demand.answer')
  async demandAnswer(@Args('input') input: DemandAnswerInput, @CurrentActor() actor: Actor): Promise<typeof DemandResult> {
    return this.answer(actor, await this.service.answer(actor, input));
  }

  @Mutation(() => DemandResult, { description: '`version` is that of the own answer.' })
  @Authority('demand.answer')
  async demandWithdraw(@Args('input') input: DemandActionInput, @CurrentActor() actor: Actor): Promise<typeof DemandResult> {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof DemandResult> {
    return answer(result, 'DemandPost', (id) => this.queries.byId(actor, id), demandMessages, actor.locale) as Promise<
      typeof DemandResult
    >;
  }
}
