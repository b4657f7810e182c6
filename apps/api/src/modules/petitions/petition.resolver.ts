import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { PetitionAnswerService } from './petition-answer.service.js';
import { PetitionLinkService } from './petition-link.service.js';
import * as types from './petition.graphql.js';
import { petitionMessages } from './petition.messages.js';
import { PetitionQueries } from './petition.queries.js';
import { PetitionService } from './petition.service.js';

type Answer = Promise<typeof types.PetitionResult>;

@Resolver(() => types.Petition)
export class PetitionResolver {
  constructor(
    private readonly service: PetitionService,
    private readonly answers: PetitionAnswerService,
    private readonly links: PetitionLinkService,
    private readonly queries: PetitionQueries,
  ) {}

  @Query(() => [types.PetitionField])
  @Authority('PUBLIC')
  petitionFields(@MaybeActor() actor: Actor | null): Promise<types.PetitionField[]> {
    return this.queries.fields(actor?.locale ?? 'vi');
  }

  @Query(() => types.PetitionConnection)
  @Authority('SIGNED_IN')
  petitions(
    @Args('filter', { type: () => types.PetitionFilter, nullable: true }) filter: types.PetitionFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<types.PetitionSummary>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => types.Petition, { nullable: true })
  @Authority('SIGNED_IN')
  petition(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<types.Petition> {
    return this.queries.byId(actor, id);
  }

  @Query(() => [types.PetitionSummary], { description: 'Open petitions that the agreement waits for.' })
  @Authority('SIGNED_IN')
  petitionsBlocking(
    @Args('mouId', { type: () => ID }) mouId: string,
    @CurrentActor() actor: Actor,
  ): Promise<types.PetitionSummary[]> {
    return this.queries.blocking(actor, mouId);
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.file')
  async petitionFile(@Args('input') input: types.PetitionFileInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.file(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.manage')
  async petitionClassify(@Args('input') input: types.PetitionClassifyInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.classify(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.manage')
  async petitionAssign(@Args('input') input: types.PetitionAssignInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.assign(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.manage')
  async petitionMerge(@Args('input') input: types.PetitionMergeInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.merge(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.answer')
  async petitionTransfer(@Args('input') input: types.PetitionTransferInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.transfer(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.answer')
  async petitionAnswerInReport(@Args('input') input: types.PetitionReportAnswerInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.answers.answerInReport(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.answer')
  async petitionDraft(@Args('input') input: types.PetitionDraftInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.answers.draft(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.issue')
  async petitionIssue(@Args('input') input: types.PetitionIssueInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.answers.issue(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.feedback')
  async petitionFeedback(@Args('input') input: types.PetitionFeedbackInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.answers.feedback(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.feedback')
  async petitionReopen(@Args('input') input: types.PetitionReopenInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.answers.reopen(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.manage')
  async petitionBlock(@Args('input') input: types.PetitionBlockInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.links.link(actor, input));
  }

  @Mutation(() => types.PetitionResult)
  @Authority('petition.manage')
  async petitionUnblock(@Args('input') input: types.PetitionUnblockInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.links.unlink(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(result, 'Petition', (id) => this.queries.byId(actor, id), petitionMessages, actor.locale) as Answer;
  }
}
