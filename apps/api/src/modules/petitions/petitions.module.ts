import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { PetitionAnswerService } from './petition-answer.service.js';
import { PetitionBlocks } from './petition-blocks.js';
import { PetitionClock } from './petition-clock.js';
import { PetitionExport } from './petition-export.js';
import { PetitionIntake } from './petition-intake.js';
import { PetitionLinkService } from './petition-link.service.js';
import { PetitionMetricsQueries } from './petition-metrics.queries.js';
import { PetitionMetricsResolver } from './petition-metrics.resolver.js';
import { PetitionWaiting } from './petition-waiting.js';
import { PetitionWaitingResolver } from './petition-waiting.resolver.js';
import { PetitionQueries } from './petition.queries.js';
import { PetitionResolver } from './petition.resolver.js';
import { PetitionService } from './petition.service.js';
import { ThreadsModule } from '../threads/index.js';
import { PetitionThread } from './petition-thread.js';

@Module({
  imports: [RegistryModule, ThreadsModule],
  providers: [
    PetitionThread,
    PetitionAnswerService,
    PetitionBlocks,
    PetitionClock,
    PetitionExport,
    PetitionIntake,
    PetitionLinkService,
    PetitionMetricsQueries,
    PetitionMetricsResolver,
    PetitionQueries,
    PetitionResolver,
    PetitionService,
    PetitionWaiting,
    PetitionWaitingResolver,
  ],
  exports: [PetitionBlocks, PetitionIntake, PetitionLinkService, PetitionService],
})
export class PetitionsModule {}
