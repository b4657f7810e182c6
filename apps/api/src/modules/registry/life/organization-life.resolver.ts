import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { OrganizationState, Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { organizationMessages, type OrganizationRefusal } from '../registry.messages.js';
import { lifeMessages, type LifeRefusal } from './life.messages.js';
import {
  OrganizationCorrectInput,
  OrganizationFile,
  OrganizationRowConnection,
  OrganizationStatus,
  OrganizationStepInput,
  OrganizationStepResult,
  OrganizationVerifyInput,
} from './organization-file.graphql.js';
import { OrganizationCorrectionService } from './organization-correction.service.js';
import { OrganizationFileQueries } from './organization-file.queries.js';
import { OrganizationLifeService, type OrganizationStep } from './organization-life.service.js';
import type { Step } from './life-steps.js';

type StepAnswer = Promise<typeof OrganizationStepResult>;

const messages: Messages<OrganizationRefusal | LifeRefusal> = { ...organizationMessages, ...lifeMessages };

@Resolver(() => OrganizationFile)
export class OrganizationLifeResolver {
  constructor(
    private readonly queries: OrganizationFileQueries,
    private readonly life: OrganizationLifeService,
    private readonly corrections: OrganizationCorrectionService,
  ) {}

  @Query(() => OrganizationRowConnection)
  @Authority('organization.verify')
  organizationFiles(
    @Args('status', { type: () => OrganizationStatus, nullable: true }) status: OrganizationState | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ) {
    return this.queries.list(actor, { status, search }, first, after);
  }

  @Query(() => OrganizationFile)
  @Authority('organization.verify')
  organizationFile(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor) {
    return this.queries.file(actor, id);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.submit')
  organizationSubmit(@Args('input') input: OrganizationStepInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'submit', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.verify')
  organizationVerify(@Args('input') input: OrganizationVerifyInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'verify', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.verify')
  organizationReturn(@Args('input') input: OrganizationStepInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'return', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.suspend')
  organizationSuspend(@Args('input') input: OrganizationStepInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'suspend', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.suspend')
  organizationRestore(@Args('input') input: OrganizationStepInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'restore', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.suspend')
  organizationClose(@Args('input') input: OrganizationStepInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.step(actor, 'close', input);
  }

  @Mutation(() => OrganizationStepResult)
  @Authority('organization.verify')
  async organizationCorrect(@Args('input') input: OrganizationCorrectInput, @CurrentActor() actor: Actor): StepAnswer {
    return this.answer(actor, await this.corrections.correct(actor, input));
  }

  private async step(actor: Actor, step: Step, input: OrganizationStep): StepAnswer {
    return this.answer(actor, await this.life.step(actor, step, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): StepAnswer {
    return answer(result, 'OrganizationStanding', (id) => this.queries.standing(actor, id), messages, actor.locale) as StepAnswer;
  }
}
