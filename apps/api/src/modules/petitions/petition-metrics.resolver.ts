import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { PetitionMetrics } from './petition-metrics.graphql.js';
import { PetitionMetricsQueries } from './petition-metrics.queries.js';

@Resolver(() => PetitionMetrics)
export class PetitionMetricsResolver {
  constructor(private readonly queries: PetitionMetricsQueries) {}

  @Query(() => PetitionMetrics)
  @Authority('petition.manage')
  petitionMetrics(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<PetitionMetrics> {
    return this.queries.of(actor, eventCode ?? null);
  }
}
