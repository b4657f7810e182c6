import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { PoolAnswerService } from './pool-answer.service.js';
import {
  SupplyPool,
  SupplyPoolActInput,
  SupplyPoolOfferInput,
  SupplyPoolResult,
  SupplyShareAnswerInput,
} from './pool.graphql.js';
import { poolMessages } from './pool.messages.js';
import { PoolQueries } from './pool.queries.js';
import { PoolService } from './pool.service.js';

@Resolver(() => SupplyPool)
export class PoolResolver {
  constructor(
    private readonly service: PoolService,
    private readonly answers: PoolAnswerService,
    private readonly queries: PoolQueries,
  ) {}

  @Query(() => [SupplyPool], { description: 'Those the reader takes part in, open ones first; the Alliance reads all.' })
  @Authority('SIGNED_IN')
  supplyPools(
    @CurrentActor() actor: Actor,
    @Args('mouId', { type: () => ID, nullable: true }) mouId?: string,
    @Args('contractId', { type: () => ID, nullable: true }) contractId?: string,
  ): Promise<SupplyPool[]> {
    return this.queries.list(actor, { mouId: mouId ?? null, contractId: contractId ?? null });
  }

  @Query(() => SupplyPool, { nullable: true })
  @Authority('SIGNED_IN')
  supplyPool(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<SupplyPool> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => SupplyPoolResult, { description: 'The lead or the Alliance offers shares of a line to cooperatives.' })
  @Authority('supplyPool.offer')
  async supplyPoolOffer(
    @Args('input') input: SupplyPoolOfferInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SupplyPoolResult> {
    return this.answered(await this.service.offer(actor, input), actor);
  }

  @Mutation(() => SupplyPoolResult, { description: "The member's director accepts or declines its own share." })
  @Authority('supplyPool.answer')
  async supplyShareAnswer(
    @Args('input') input: SupplyShareAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SupplyPoolResult> {
    return this.answered(await this.answers.answer(actor, input), actor);
  }

  @Mutation(() => SupplyPoolResult, { description: 'The buyer agrees to the members that committed themselves.' })
  @Authority('supplyPool.agree')
  async supplyPoolAgree(
    @Args('input') input: SupplyPoolActInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SupplyPoolResult> {
    return this.answered(await this.answers.agree(actor, input), actor);
  }

  @Mutation(() => SupplyPoolResult, { description: 'The lead lets a share go; what was confirmed under it is still delivered.' })
  @Authority('supplyPool.offer')
  async supplyShareRelease(
    @Args('input') input: SupplyPoolActInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SupplyPoolResult> {
    return this.answered(await this.service.release(actor, input), actor);
  }

  @Mutation(() => SupplyPoolResult)
  @Authority('supplyPool.offer')
  async supplyPoolClose(
    @Args('input') input: SupplyPoolActInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SupplyPoolResult> {
    return this.answered(await this.service.close(actor, input), actor);
  }

  private async answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof SupplyPoolResult> {
    const found = await answer(result, 'SupplyPool', (id) => this.queries.byId(actor, id), poolMessages, actor.locale);
    return found as typeof SupplyPoolResult;
  }
}
