import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { DuplicatePair, MergeDecideInput, MergeProposeInput, MergeResult, OrganizationMerge } from './merge.graphql.js';
import { mergeMessages } from './merge.messages.js';
import { MergeQueries } from './merge.queries.js';
import { OrganizationMergeService } from './organization-merge.service.js';

type MergeAnswer = Promise<typeof MergeResult>;

@Resolver(() => OrganizationMerge)
export class MergeResolver {
  constructor(
    private readonly queries: MergeQueries,
    private readonly service: OrganizationMergeService,
  ) {}

  @Query(() => [DuplicatePair])
  @Authority('organization.merge')
  organizationDuplicates(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<DuplicatePair[]> {
    return this.queries.duplicates(actor, first);
  }

  @Query(() => [OrganizationMerge])
  @Authority('organization.merge')
  organizationMerges(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationMerge[]> {
    return this.queries.merges(actor, first);
  }

  @Mutation(() => MergeResult)
  @Authority('organization.merge')
  async mergePropose(@Args('input') input: MergeProposeInput, @CurrentActor() actor: Actor): MergeAnswer {
    return this.answer(actor, await this.service.propose(actor, input));
  }

  @Mutation(() => MergeResult)
  @Authority('organization.merge')
  async mergeApprove(@Args('input') input: MergeDecideInput, @CurrentActor() actor: Actor): MergeAnswer {
    return this.answer(actor, await this.service.approve(actor, input));
  }

  @Mutation(() => MergeResult)
  @Authority('organization.merge')
  async mergeRefuse(@Args('input') input: MergeDecideInput, @CurrentActor() actor: Actor): MergeAnswer {
    return this.answer(actor, await this.service.refuse(actor, input));
  }

  @Mutation(() => MergeResult)
  @Authority('organization.merge')
  async mergeWithdraw(@Args('input') input: MergeDecideInput, @CurrentActor() actor: Actor): MergeAnswer {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): MergeAnswer {
    return answer(result, 'OrganizationMerge', (id) => this.queries.byId(actor, id), mergeMessages, actor.locale) as MergeAnswer;
  }
}
