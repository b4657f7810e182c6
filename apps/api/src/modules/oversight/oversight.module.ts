import { Module } from '@nestjs/common';
import { AgreementExport } from './agreement-export.js';
import { AreaReportQueries } from './area-report.queries.js';
import { AreaReportResolver } from './area-report.resolver.js';
import { BoardQueries } from './board.queries.js';
import { BoardResolver } from './board.resolver.js';
import { CaseQueries } from './cases/case.queries.js';
import { CaseResolver } from './cases/case.resolver.js';
import { CaseService } from './cases/case.service.js';
import { DeniedActJob } from './cases/denied-act.job.js';
import { AlertExport } from './stalls/alert-export.js';
import { AlertQueries } from './stalls/alert.queries.js';
import { AlertResolver } from './stalls/alert.resolver.js';
import { AlertService } from './stalls/alert.service.js';
import { ScorecardExport } from './scorecards/scorecard-export.js';
import { ScorecardQueries } from './scorecards/scorecard.queries.js';
import { ScorecardResolver } from './scorecards/scorecard.resolver.js';
import { StallKeeper } from './stalls/stall-keeper.js';
import { StallRuleQueries } from './stalls/stall-rule.queries.js';
import { StallRuleResolver } from './stalls/stall-rule.resolver.js';
import { StallRuleService } from './stalls/stall-rule.service.js';
import { StallSummaryQueries } from './stalls/stall-summary.queries.js';
import { StallJob } from './stalls/stall.job.js';
import { EventCohortQueries } from './event-cohorts.queries.js';
import { EventCohortResolver } from './event-cohorts.resolver.js';
import { WorkItemExport } from './work-item-export.js';
import { WorkItemQueries } from './work-item.queries.js';
import { WorkItemResolver } from './work-item.resolver.js';
import { AgreementsModule } from '../agreements/index.js';
import { CreditModule } from '../credit/index.js';
import { PetitionsModule } from '../petitions/index.js';
import { RegistryModule } from '../registry/index.js';

const BOARD = [
  AgreementExport,
  AreaReportQueries,
  AreaReportResolver,
  BoardQueries,
  BoardResolver,
  EventCohortQueries,
  EventCohortResolver,
  WorkItemExport,
  WorkItemQueries,
  WorkItemResolver,
  ScorecardExport,
  ScorecardQueries,
  ScorecardResolver,
];
const STALLS = [
  AlertExport,
  AlertQueries,
  AlertResolver,
  AlertService,
  StallJob,
  StallKeeper,
  StallRuleQueries,
  StallRuleResolver,
  StallRuleService,
  StallSummaryQueries,
];

/** Reads all of trade and writes nothing of it: its own rows are alerts, cases and consents. */
@Module({
  imports: [AgreementsModule, CreditModule, PetitionsModule, RegistryModule],
  providers: [...BOARD, ...STALLS, CaseQueries, CaseResolver, CaseService, DeniedActJob],
})
export class OversightModule {}
