import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import {
  CaseDate,
  CaseEntryAddInput,
  CaseFile,
  CaseFileResult,
  CaseFileSaveInput,
  PlanTaskAddInput,
  PlanTaskEndInput,
} from './case.graphql.js';
import { caseMessages } from './case.messages.js';
import { CaseQueries } from './case.queries.js';
import { CaseService } from './case.service.js';

type CaseAnswer = Promise<typeof CaseFileResult>;

@Resolver(() => CaseFile)
export class CaseResolver {
  constructor(
    private readonly queries: CaseQueries,
    private readonly service: CaseService,
  ) {}

  @Query(() => CaseFile)
  @Authority('case.work')
  caseFile(@Args('mouId', { type: () => ID }) mouId: string, @CurrentActor() actor: Actor): Promise<CaseFile> {
    return this.queries.ofMou(actor, mouId);
  }

  @Query(() => [CaseDate], { description: 'Tasks, promises, next actions, days to look again and ends of terms, in order.' })
  @Authority('case.work')
  caseCalendar(
    @Args('from', { type: () => LocalDate }) from: string,
    @Args('to', { type: () => LocalDate }) to: string,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDate[]> {
    return this.queries.calendar(actor, from, to);
  }

  @Mutation(() => CaseFileResult)
  @Authority('case.work')
  async caseFileSave(@Args('input') input: CaseFileSaveInput, @CurrentActor() actor: Actor): CaseAnswer {
    return this.answer(actor, await this.service.save(actor, input));
  }

  @Mutation(() => CaseFileResult)
  @Authority('case.work')
  async caseEntryAdd(@Args('input') input: CaseEntryAddInput, @CurrentActor() actor: Actor): CaseAnswer {
    return this.answer(actor, await this.service.addEntry(actor, input));
  }

  @Mutation(() => CaseFileResult)
  @Authority('case.work')
  async planTaskAdd(@Args('input') input: PlanTaskAddInput, @CurrentActor() actor: Actor): CaseAnswer {
    return this.answer(actor, await this.service.addTask(actor, input));
  }

  @Mutation(() => CaseFileResult)
  @Authority('case.work')
  async planTaskEnd(@Args('input') input: PlanTaskEndInput, @CurrentActor() actor: Actor): CaseAnswer {
    return this.answer(actor, await this.service.endTask(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): CaseAnswer {
    return answer(result, 'CaseFile', (id) => this.queries.ofMou(actor, id), caseMessages, actor.locale) as CaseAnswer;
  }
}
