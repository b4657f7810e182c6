import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { DistributionQueries } from './distribution.queries.js';
import { DistributionResolver } from './distribution.resolver.js';
import { DistributionService } from './distribution.service.js';
import { DutiesExport } from './duties.export.js';
import { DutyQueries } from './duty.queries.js';
import { DutyResolver } from './duty.resolver.js';
import { DutyService } from './duty.service.js';
import { DutyWordQueries } from './duty-word.queries.js';
import { DutyWordResolver } from './duty-word.resolver.js';
import { DutyWordService } from './duty-word.service.js';
import { IndicatorQueries } from './indicator.queries.js';
import { IndicatorResolver } from './indicator.resolver.js';
import { IndicatorService } from './indicator.service.js';
import { TrainingQueries } from './training.queries.js';
import { TrainingResolver } from './training.resolver.js';
import { TrainingService } from './training.service.js';

/** What a notice asks of everybody: duties, who got it, the sector's figures, training. */
@Module({
  imports: [RegistryModule],
  providers: [
    DistributionQueries,
    DistributionResolver,
    DistributionService,
    DutiesExport,
    DutyQueries,
    DutyResolver,
    DutyService,
    DutyWordQueries,
    DutyWordResolver,
    DutyWordService,
    IndicatorQueries,
    IndicatorResolver,
    IndicatorService,
    TrainingQueries,
    TrainingResolver,
    TrainingService,
  ],
})
export class DutiesModule {}
