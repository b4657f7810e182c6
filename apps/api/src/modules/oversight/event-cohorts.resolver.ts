import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { EventCohort } from './event-cohorts.graphql.js';
import { type CohortView, EventCohortQueries } from './event-cohorts.queries.js';

@Resolver(() => EventCohort)
export class EventCohortResolver {
  constructor(private readonly queries: EventCohortQueries) {}

  @Query(() => [EventCohort], { description: 'Every conference beside the others.' })
  @Authority('board.view')
  eventCohorts(@CurrentActor() actor: Actor): Promise<EventCohort[]> {
    return this.queries.all(actor) as Promise<(CohortView & EventCohort)[]>;
  }
}
