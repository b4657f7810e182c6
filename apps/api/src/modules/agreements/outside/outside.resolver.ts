import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Contract, ContractResult } from '../contract.graphql.js';
import { ContractQueries, type ContractView } from '../contract.queries.js';
import { Mou, MouResult } from '../mou.graphql.js';
import { MouQueries, type MouView } from '../mou.queries.js';
import { ContractOutsideRecordInput, OutsideAnswerInput, OutsideRecordInput, OutsideTrade } from './outside.graphql.js';
import { outsideMessages } from './outside.messages.js';
import { OutsideQueries } from './outside.queries.js';
import { OutsideService } from './outside.service.js';

@Resolver(() => Mou)
export class OutsideResolver {
  constructor(
    private readonly service: OutsideService,
    private readonly queries: OutsideQueries,
    private readonly mous: MouQueries,
  ) {}

  @ResolveField(() => OutsideTrade)
  async outside(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<OutsideTrade> {
    const deliveries = await this.queries.ofMou(actor, mou.id);
    return { mayRecord: this.queries.mayRecord(actor, mou), deliveries } as OutsideTrade;
  }

  @Mutation(() => MouResult, { description: 'One side tells of goods delivered outside the system.' })
  @Authority('outside.record')
  async outsideRecord(@Args('input') input: OutsideRecordInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answered(await this.service.record(actor, input), actor);
  }

  @Mutation(() => MouResult, { description: 'The other side confirms, denies or corrects; the author takes its word back.' })
  @Authority('outside.record')
  async outsideAnswer(@Args('input') input: OutsideAnswerInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    const { act, ...given } = input;
    return this.answered(await this.service.answer(actor, act, given, 'MOU'), actor);
  }

  private async answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof MouResult> {
    const found = await answer(result, 'Mou', (id) => this.mous.byId(actor, id), outsideMessages, actor.locale);
    return found as typeof MouResult;
  }
}

/** The same on the lines of a contract, which count for the memorandum's line above them, too. */
@Resolver(() => Contract)
export class ContractOutsideResolver {
  constructor(
    private readonly service: OutsideService,
    private readonly queries: OutsideQueries,
    private readonly contracts: ContractQueries,
  ) {}

  @ResolveField(() => OutsideTrade)
  async outside(@Parent() contract: ContractView, @CurrentActor() actor: Actor): Promise<OutsideTrade> {
    const deliveries = await this.queries.ofContract(actor, contract.id);
    return { mayRecord: this.queries.mayRecordOn(actor, contract), deliveries } as OutsideTrade;
  }

  @Mutation(() => ContractResult, { description: 'One side tells of goods of a contract delivered outside the system.' })
  @Authority('outside.record')
  async contractOutsideRecord(
    @Args('input') input: ContractOutsideRecordInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ContractResult> {
    return this.answered(await this.service.record(actor, input), actor);
  }

  @Mutation(() => ContractResult, { description: 'As `outsideAnswer`, answering with the contract.' })
  @Authority('outside.record')
  async contractOutsideAnswer(
    @Args('input') input: OutsideAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ContractResult> {
    const { act, ...given } = input;
    return this.answered(await this.service.answer(actor, act, given, 'CONTRACT'), actor);
  }

  private async answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof ContractResult> {
    const found = await answer(result, 'Contract', (id) => this.contracts.byId(actor, id), outsideMessages, actor.locale);
    return found as typeof ContractResult;
  }
}
