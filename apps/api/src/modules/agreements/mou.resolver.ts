import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, type GraphqlContext, Http } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { DiaryEntry } from './agreement.graphql.js';
import { Contract } from './contract.graphql.js';
import { ContractQueries } from './contract.queries.js';
import { MouActionInput, MouAttestInput, MouCreateInput, Mou, MouResult, MouUpdateInput, PacePoint } from './mou.graphql.js';
import { mouMessages } from './mou.messages.js';
import { MouQueries, type MouView } from './mou.queries.js';
import { MouService } from './mou.service.js';
import { MouSigningService } from './mou-signing.service.js';
import { fromOf } from './signing/signing.resolver.js';

@Resolver(() => Mou)
export class MouResolver {
  constructor(
    private readonly service: MouService,
    private readonly signing: MouSigningService,
    private readonly queries: MouQueries,
    private readonly contractQueries: ContractQueries,
  ) {}

  @Query(() => Mou, { nullable: true })
  @Authority('SIGNED_IN')
  async mou(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<MouView> {
    return this.queries.byId(actor, id);
  }

  @ResolveField(() => [Contract])
  contracts(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<Contract[]> {
    return this.contractQueries.ofMou(actor, mou.id);
  }

  @ResolveField(() => [PacePoint])
  pace(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<PacePoint[]> {
    return this.queries.pace(actor, mou.id);
  }

  @ResolveField(() => [DiaryEntry])
  diary(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<DiaryEntry[]> {
    return this.queries.diary(actor, mou.id);
  }

  @Mutation(() => MouResult)
  @Authority('mou.create')
  async mouCreate(@Args('input') input: MouCreateInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.service.create(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.create')
  async mouUpdate(@Args('input') input: MouUpdateInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.service.update(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.create')
  async mouCirculate(@Args('input') input: MouActionInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.service.circulate(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.sign')
  async mouSign(
    @Args('input') input: MouActionInput,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): Promise<typeof MouResult> {
    return this.answer(await this.signing.sign(actor, input, fromOf(http)), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.sign')
  async mouRefuse(@Args('input') input: MouActionInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.signing.refuse(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.attest')
  async mouAttest(@Args('input') input: MouAttestInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.signing.attest(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.countersign')
  async mouCountersign(@Args('input') input: MouActionInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answer(await this.signing.countersign(actor, input), actor);
  }

  private async answer(result: Result<string, Refusal>, actor: Actor): Promise<typeof MouResult> {
    const found = await answer(result, 'Mou', (id) => this.queries.byId(actor, id), mouMessages, actor.locale);
    return found as typeof MouResult;
  }
}
