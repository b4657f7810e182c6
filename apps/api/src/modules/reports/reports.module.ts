import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { RegistryModule } from '../registry/index.js';
import { ReportController } from './report.controller.js';
import { ReportExport } from './report-export.js';
import { ReportQueries } from './report.queries.js';
import { ReportResolver } from './report.resolver.js';
import { ReportService } from './report.service.js';

@Module({
  imports: [IdentityModule, RegistryModule],
  controllers: [ReportController],
  providers: [ReportExport, ReportQueries, ReportResolver, ReportService],
})
export class ReportsModule {}
