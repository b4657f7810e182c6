import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { PetitionAnswerService } from './petition-answer.service.js';
import { PetitionBlocks } from './petition-blocks.js';
import { PetitionClock } from './petition-clock.js';
import { PetitionIntake } from './petition-intake.js';
import { PetitionLinkService } from './petition-link.service.js';
import { PetitionQueries } from './petition.queries.js';
import { PetitionResolver } from './petition.resolver.js';
import { PetitionService } from './petition.service.js';

@Module({
  imports: [RegistryModule],
  providers: [
    PetitionAnswerService,
    PetitionBlocks,
    PetitionClock,
    PetitionIntake,
    PetitionLinkService,
    PetitionQueries,
    PetitionResolver,
    PetitionService,
  ],
  exports: [PetitionBlocks, PetitionIntake],
})
export class PetitionsModule {}
