import { Module } from '@nestjs/common';
import { AreaReportQueries } from './area-report.queries.js';
import { AreaReportResolver } from './area-report.resolver.js';
import { BoardQueries } from './board.queries.js';
import { BoardResolver } from './board.resolver.js';
import { EventCohortQueries } from './event-cohorts.queries.js';
import { EventCohortResolver } from './event-cohorts.resolver.js';
import { WorkItemQueries } from './work-item.queries.js';
import { WorkItemResolver } from './work-item.resolver.js';

/** Reads all, writes nothing. */
@Module({
  providers: [
    AreaReportQueries,
    AreaReportResolver,
    BoardQueries,
    BoardResolver,
    EventCohortQueries,
    EventCohortResolver,
    WorkItemQueries,
    WorkItemResolver,
  ],
})
export class OversightModule {}
