import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer, type Messages } from '../../platform/graphql/refusal.js';
import {
  Contract,
  ContractActionInput,
  ContractConnection,
  ContractFromAwardInput,
  ContractProposeInput,
  ContractResult,
  ContractStatus,
  ContractUsual,
} from './contract.graphql.js';
import { type AwardUseRefusal, awardUseMessages } from '../sourcing/index.js';
import { ContractFromAwardService } from './contract-from-award.service.js';
import { contractMessages, type ContractLineRefusal, type ContractRefusal } from './contract.messages.js';
import { ContractQueries } from './contract.queries.js';
import { ContractService } from './contract.service.js';

const messages: Messages<ContractRefusal | ContractLineRefusal | AwardUseRefusal> = { ...contractMessages, ...awardUseMessages };

@Resolver(() => Contract)
export class ContractResolver {
  constructor(
    private readonly service: ContractService,
    private readonly fromAward: ContractFromAwardService,
    private readonly queries: ContractQueries,
  ) {}

  @Query(() => ContractConnection)
  @Authority('SIGNED_IN')
  contracts(
    @CurrentActor() actor: Actor,
    @Args('mouId', { type: () => ID, nullable: true }) mouId?: string,
    @Args('status', { type: () => [ContractStatus], nullable: true }) status?: (keyof typeof ContractStatus)[],
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<Contract>> {
    return this.queries.page(actor, { mouId: mouId ?? null, status: status ?? null }, first ?? null, after ?? null);
  }

  @Query(() => Contract, { nullable: true })
  @Authority('SIGNED_IN')
  contract(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Contract> {
    return this.queries.byId(actor, id);
  }

  @Query(() => ContractUsual)
  @Authority('SIGNED_IN')
  contractUsual(@CurrentActor() actor: Actor): Promise<ContractUsual> {
    return this.queries.usual(actor);
  }

  @Mutation(() => ContractResult)
  @Authority('contract.propose')
  async contractPropose(
    @Args('input') input: ContractProposeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ContractResult> {
    return this.answer(await this.service.propose(actor, input), actor);
  }

  @Mutation(() => ContractResult, { description: 'What a quote agreed, as a contract to sign; each agreed line is used once.' })
  @Authority('contract.propose')
  async contractFromAward(
    @Args('input') input: ContractFromAwardInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ContractResult> {
    return this.answer(await this.fromAward.propose(actor, input), actor);
  }

  @Mutation(() => ContractResult)
  @Authority('contract.sign')
  async contractSign(@Args('input') input: ContractActionInput, @CurrentActor() actor: Actor): Promise<typeof ContractResult> {
    return this.answer(await this.service.sign(actor, input), actor);
  }

  private async answer(result: Result<string, Refusal>, actor: Actor): Promise<typeof ContractResult> {
    const found = await answer(result, 'Contract', (id) => this.queries.byId(actor, id), messages, actor.locale);
    return found as typeof ContractResult;
  }
}
