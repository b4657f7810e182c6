import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { RegistryModule } from '../registry/index.js';
import { AgreedExport } from './award/agreed-export.js';
import { AwardBook } from './award/award-book.js';
import { AwardQueries } from './award/award.queries.js';
import { AwardResolver } from './award/award.resolver.js';
import { AwardService } from './award/award.service.js';
import { OfferFactsBook } from './award/offer-facts.js';
import { ComparisonQueries } from './award/comparison.queries.js';
import { ComparisonResolver } from './award/comparison.resolver.js';
import { RuleService } from './award/rule.service.js';
import { NegotiationService } from './quote/negotiation.service.js';
import { PoolService } from './quote/pool.service.js';
import { QuoteQueries } from './quote/quote.queries.js';
import { QuoteResolver } from './quote/quote.resolver.js';
import { QuoteService } from './quote/quote.service.js';
import { DeadlineJob } from './rfq/deadline.job.js';
import { DemandBook } from './demand/demand-book.js';
import { demandProviders } from './demand/providers.js';
import { SupplierSuggestions } from './demand/supplier-suggestions.js';
import { SourcingExport } from './sourcing-export.js';
import { RfqQueries } from './rfq/rfq.queries.js';
import { RfqResolver } from './rfq/rfq.resolver.js';
import { RfqService } from './rfq/rfq.service.js';
import { RfqThread } from './rfq/rfq-thread.js';
import { ThreadsModule } from '../threads/index.js';

/** Asking several cooperatives for a price, their quotes, and the buyer's choice. */
@Module({
  imports: [RegistryModule, ThreadsModule, CatalogModule],
  providers: [
    AgreedExport,
    AwardBook,
    AwardQueries,
    AwardResolver,
    AwardService,
    ComparisonQueries,
    ComparisonResolver,
    DeadlineJob,
    NegotiationService,
    OfferFactsBook,
    PoolService,
    QuoteQueries,
    QuoteResolver,
    QuoteService,
    RfqQueries,
    SourcingExport,
    RfqResolver,
    RfqService,
    RuleService,
    RfqThread,
    ...demandProviders,
  ],
  exports: [AwardBook, DemandBook, SupplierSuggestions],
})
export class SourcingModule {}
