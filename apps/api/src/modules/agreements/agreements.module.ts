import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { RegistryModule } from '../registry/index.js';
import { SourcingModule } from '../sourcing/index.js';
import { AgreementRegister } from './agreement-register.js';
import { CommitmentLedger } from './commitment-ledger.js';
import { SpotBook } from './spot-book.js';
import { ContractBook } from './contract-book.js';
import { ContractFromAwardService } from './contract-from-award.service.js';
import { ContractExport } from './contract-export.js';
import { ContractQueries } from './contract.queries.js';
import { ContractResolver } from './contract.resolver.js';
import { ContractService } from './contract.service.js';
import { ContractSupplyResolver } from './contract-supply.resolver.js';
import { EndOfTerm } from './end-of-term.js';
import { EntryIntoForce } from './entry-into-force.js';
import { MouQueries } from './mou.queries.js';
import { MouResolver } from './mou.resolver.js';
import { MouService } from './mou.service.js';
import { MouSigningService } from './mou-signing.service.js';
import { ContractLifeResolver, LifeResolver, MouLifeResolver } from './life/life.resolver.js';
import { LifeJobs } from './life/life-jobs.js';
import { LifeQueries } from './life/life.queries.js';
import { ProposalEffect } from './life/proposal-effect.js';
import { ProposalService } from './life/proposal.service.js';
import { RenewalService } from './life/renewal.service.js';
import { ObligationQueries } from './obligations/obligation.queries.js';
import { ObligationResolver } from './obligations/obligation.resolver.js';
import { ObligationService } from './obligations/obligation.service.js';
import { OutsideJobs } from './outside/outside-jobs.js';
import { OutsideQueries } from './outside/outside.queries.js';
import { ContractOutsideResolver, OutsideResolver } from './outside/outside.resolver.js';
import { PriceConsentResolver } from './consent/price-consent.resolver.js';
import { PriceConsentService } from './consent/price-consent.service.js';
import { OutsideService } from './outside/outside.service.js';
import { PoolAnswerService } from './pool/pool-answer.service.js';
import { PoolBook } from './pool/pool-book.js';
import { PoolQueries } from './pool/pool.queries.js';
import { PoolResolver } from './pool/pool.resolver.js';
import { PoolService } from './pool/pool.service.js';
import { AgreementPaperController } from './paper/agreement-paper.controller.js';
import { CodeRequestService } from './signing/code-request.service.js';
import { SignedPdf } from './signing/signed-pdf.js';
import { SigningCodeService } from './signing/signing-code.service.js';
import { SigningJobs } from './signing/signing-jobs.js';
import { SigningQueries } from './signing/signing.queries.js';
import { SigningResolver } from './signing/signing.resolver.js';
import { ProgressKeeper } from './progress-keeper.js';
import { ThreadsModule } from '../threads/index.js';
import { AgreementThreads } from './agreement-threads.js';

/** Memoranda, contracts, and the ledger that measures what became of them. */
@Module({
  imports: [CatalogModule, IdentityModule, RegistryModule, SourcingModule, ThreadsModule],
  controllers: [AgreementPaperController],
  providers: [
    AgreementThreads,
    AgreementRegister,
    CodeRequestService,
    CommitmentLedger,
    ContractBook,
    SpotBook,
    ContractFromAwardService,
    ContractExport,
    ContractQueries,
    ContractResolver,
    ContractService,
    ContractSupplyResolver,
    EndOfTerm,
    EntryIntoForce,
    MouQueries,
    MouResolver,
    MouService,
    MouSigningService,
    ContractLifeResolver,
    LifeJobs,
    LifeQueries,
    LifeResolver,
    MouLifeResolver,
    ProposalEffect,
    ProposalService,
    RenewalService,
    ObligationQueries,
    ObligationResolver,
    ObligationService,
    OutsideJobs,
    OutsideQueries,
    OutsideResolver,
    ContractOutsideResolver,
    PriceConsentResolver,
    PriceConsentService,
    OutsideService,
    PoolAnswerService,
    PoolBook,
    PoolQueries,
    PoolResolver,
    PoolService,
    ProgressKeeper,
    SignedPdf,
    SigningCodeService,
    SigningJobs,
    SigningQueries,
    SigningResolver,
  ],
  exports: [
    AgreementRegister,
    CommitmentLedger,
    ContractBook,
    SpotBook,
    EndOfTerm,
    MouService,
    PoolBook,
    PoolQueries,
    ProgressKeeper,
  ],
})
export class AgreementsModule {}
