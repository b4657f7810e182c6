import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { dutiesMessages } from './duties.messages.js';
import { TrainingConnection, TrainingRecordInput, TrainingResult, TrainingSession } from './training.graphql.js';
import { TrainingQueries } from './training.queries.js';
import { TrainingService } from './training.service.js';

@Resolver(() => TrainingSession)
export class TrainingResolver {
  constructor(
    private readonly queries: TrainingQueries,
    private readonly service: TrainingService,
  ) {}

  @Query(() => TrainingConnection)
  @Authority('SIGNED_IN')
  trainings(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<TrainingSession>> {
    return this.queries.page(actor, first, after);
  }

  @Mutation(() => TrainingResult)
  @Authority('training.record')
  async trainingRecord(@Args('input') input: TrainingRecordInput, @CurrentActor() actor: Actor): Promise<typeof TrainingResult> {
    const done = await this.service.record(actor, input);
    return answer(done, 'TrainingSession', (id) => this.queries.byId(actor, id), dutiesMessages, actor.locale) as Promise<
      typeof TrainingResult
    >;
  }
}
