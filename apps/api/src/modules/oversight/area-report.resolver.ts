import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { AreaCount, AreaGrouping } from './area-report.graphql.js';
import { AreaReportQueries } from './area-report.queries.js';

@Resolver(() => AreaCount)
export class AreaReportResolver {
  constructor(private readonly queries: AreaReportQueries) {}

  @Query(() => [AreaCount])
  @Authority('board.view')
  areaReport(
    @Args('by', { type: () => AreaGrouping }) by: keyof typeof AreaGrouping,
    @Args('on', { type: () => LocalDate }) on: string,
    @CurrentActor() actor: Actor,
  ): Promise<AreaCount[]> {
    return this.queries.report(actor, by, on);
  }
}
