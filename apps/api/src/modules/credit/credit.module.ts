import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { RegistryModule } from '../registry/index.js';
import { EvidenceConsentService } from './evidence/evidence-consent.service.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceQueries } from './evidence/evidence.queries.js';
import { EvidenceResolver } from './evidence/evidence.resolver.js';
import { CreditMoneyService } from './credit-money.service.js';
import { CreditRecordService } from './credit-record.service.js';
import { CreditRegister } from './credit-register.js';
import { CreditQueries } from './credit.queries.js';
import { CreditAgreementResolver } from './credit.resolver.js';
import { CreditService } from './credit.service.js';

/** Credit agreements between banks and cooperatives, and what a bank is shown by consent. */
@Module({
  imports: [IdentityModule, RegistryModule],
  providers: [
    CreditAgreementResolver,
    CreditMoneyService,
    CreditQueries,
    CreditRecordService,
    CreditRegister,
    CreditService,
    EvidenceConsentService,
    EvidenceQueries,
    EvidenceResolver,
  ],
  controllers: [EvidenceController],
  exports: [CreditQueries, CreditRegister],
})
export class CreditModule {}
