import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import {
  RegisterActionInput,
  RegisterBatch,
  RegisterBatchConnection,
  RegisterDecideInput,
  RegisterMatch,
  RegisterProblem,
  RegisterProblemConnection,
  RegisterResult,
  RegisterReturnInput,
  RegisterSource,
  RegisterSubmitInput,
} from './register.graphql.js';
import { registerMessages } from './register.messages.js';
import { RegisterQueries } from './register.queries.js';
import { RegisterService } from './register.service.js';
import type { BatchView } from './register.view.js';

type Answer = Promise<typeof RegisterResult>;

@Resolver(() => RegisterBatch)
export class RegisterResolver {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly service: RegisterService,
  ) {}

  @Query(() => RegisterBatchConnection)
  @Authority('register.prepare')
  registerBatches(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<RegisterBatch>> {
    return this.queries.page(actor, first, after);
  }

  @Query(() => RegisterBatch, { nullable: true })
  @Authority('register.prepare')
  registerBatch(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<RegisterBatch> {
    return this.queries.byId(actor, id);
  }

  @Query(() => [RegisterSource], {
    description: 'The cells of the conference’s register that the fields of an agreement came from.',
  })
  @Authority('SIGNED_IN')
  agreementSources(@Args('mouId', { type: () => ID }) mouId: string, @CurrentActor() actor: Actor): Promise<RegisterSource[]> {
    return this.queries.sources(actor, 'mou', mouId);
  }

  @Query(() => [RegisterSource], { description: 'The cells that the fields of a credit agreement came from.' })
  @Authority('SIGNED_IN')
  creditSources(@Args('creditId', { type: () => ID }) creditId: string, @CurrentActor() actor: Actor): Promise<RegisterSource[]> {
    return this.queries.sources(actor, 'credit_agreement', creditId);
  }

  @Query(() => [RegisterSource], { description: 'The cells that the fields of a petition came from.' })
  @Authority('SIGNED_IN')
  petitionSources(
    @Args('petitionId', { type: () => ID }) petitionId: string,
    @CurrentActor() actor: Actor,
  ): Promise<RegisterSource[]> {
    return this.queries.sources(actor, 'petition', petitionId);
  }

  @ResolveField(() => [RegisterMatch])
  matches(
    @Parent() batch: RegisterBatch,
    @Args('onlyDoubtful', { type: () => Boolean, nullable: true, defaultValue: true }) onlyDoubtful: boolean | null,
    @CurrentActor() actor: Actor,
  ): Promise<RegisterMatch[]> {
    return this.queries.matches(actor, batch.id, onlyDoubtful ?? true);
  }

  @ResolveField(() => RegisterProblemConnection)
  problems(
    @Parent() batch: BatchView,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<RegisterProblem>> {
    return this.queries.problems(actor, batch, first, after);
  }

  @Mutation(() => RegisterResult)
  @Authority('register.prepare')
  async registerDecide(@Args('input') input: RegisterDecideInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.decide(actor, input));
  }

  @Mutation(() => RegisterResult)
  @Authority('register.prepare')
  async registerSubmit(@Args('input') input: RegisterSubmitInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.submit(actor, input));
  }

  @Mutation(() => RegisterResult)
  @Authority('register.approve')
  async registerApprove(@Args('input') input: RegisterActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.approve(actor, input));
  }

  @Mutation(() => RegisterResult)
  @Authority('register.approve')
  async registerReturn(@Args('input') input: RegisterReturnInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.return(actor, input));
  }

  @Mutation(() => RegisterResult)
  @Authority('register.prepare')
  async registerWithdraw(@Args('input') input: RegisterActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  @Mutation(() => RegisterResult)
  @Authority('register.approve')
  async registerRevert(@Args('input') input: RegisterActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.revert(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(
      result,
      'RegisterBatch',
      (id) => this.queries.byId(actor, id),
      registerMessages,
      actor.locale,
    ) as unknown as Answer;
  }
}
