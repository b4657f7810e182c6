import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { WorkItem } from './work-item.graphql.js';
import { WorkItemQueries } from './work-item.queries.js';

@Resolver(() => WorkItem)
export class WorkItemResolver {
  constructor(private readonly queries: WorkItemQueries) {}

  @Query(() => [WorkItem])
  @Authority('SIGNED_IN')
  workItems(@CurrentActor() actor: Actor): Promise<WorkItem[]> {
    return this.queries.of(actor);
  }
}
