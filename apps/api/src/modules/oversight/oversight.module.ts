import { Module } from '@nestjs/common';
import { AgreementExport } from './agreement-export.js';
import { AreaReportQueries } from './area-report.queries.js';
import { AreaReportResolver } from './area-report.resolver.js';
import { BoardQueries } from './board.queries.js';
import { BoardResolver } from './board.resolver.js';
import { WorkItemQueries } from './work-item.queries.js';
import { WorkItemResolver } from './work-item.resolver.js';

/** Reads all, writes nothing. */
@Module({
  providers: [
    AgreementExport,
    AreaReportQueries,
    AreaReportResolver,
    BoardQueries,
    BoardResolver,
    WorkItemQueries,
    WorkItemResolver,
  ],
})
export class OversightModule {}
