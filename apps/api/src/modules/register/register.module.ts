import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { CreditModule } from '../credit/index.js';
import { EventsModule } from '../events/index.js';
import { IdentityModule } from '../identity/index.js';
import { PetitionsModule } from '../petitions/index.js';
import { RegistryModule } from '../registry/index.js';
import { RegisterChecking } from './register-checking.js';
import { RegisterCommitting } from './register-committing.js';
import { RegisterExport } from './register-export.js';
import { RegisterParts } from './register-parts.js';
import { RegisterReading } from './register-reading.js';
import { RegisterReverting } from './register-reverting.js';
import { RegisterController } from './register.controller.js';
import { RegisterQueries } from './register.queries.js';
import { RegisterResolver } from './register.resolver.js';
import { RegisterService } from './register.service.js';
import { SlipDraftResolver } from './slip-draft.resolver.js';
import { SlipDraftService } from './slip-draft.service.js';
import { AgreementsSheet } from './sheets/agreements.js';
import { BoothsSheet } from './sheets/booths.js';
import { CreditsSheet } from './sheets/credits.js';
import { DelegatesSheet } from './sheets/delegates.js';
import { LinesSheet } from './sheets/lines.js';
import { PartiesSheet } from './sheets/parties.js';
import { PetitionsSheet } from './sheets/petitions.js';

/** What a conference's register brings in: read, matched, approved by a second person, let in whole, taken back whole. */
@Module({
  imports: [IdentityModule, RegistryModule, EventsModule, AgreementsModule, PetitionsModule, CreditModule],
  controllers: [RegisterController],
  providers: [
    AgreementsSheet,
    BoothsSheet,
    CreditsSheet,
    DelegatesSheet,
    LinesSheet,
    PartiesSheet,
    PetitionsSheet,
    RegisterChecking,
    RegisterCommitting,
    RegisterExport,
    RegisterParts,
    RegisterQueries,
    RegisterReading,
    RegisterResolver,
    RegisterReverting,
    RegisterService,
    SlipDraftResolver,
    SlipDraftService,
  ],
})
export class RegisterModule {}
