import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { RegistryModule } from '../registry/index.js';
import { CatalogPages } from './catalog-pages.js';
import { channelProviders } from './channels/providers.js';
import { CatalogProjector } from './catalog-projector.js';
import { CatalogSearch } from './catalog-search.js';
import { CatalogQueries } from './catalog.queries.js';
import { CatalogResolver } from './catalog.resolver.js';
import { ClosureBook } from './closure/closure-book.js';
import { ClosureResolver, OrganizationClosureResolver, ProductClosureResolver } from './closure/closure.resolver.js';
import { ClosureService } from './closure/closure.service.js';
import { OfferSheetController } from './offer/offer-sheet.controller.js';
import { PriceList } from './price-list.js';
import { CommercialTermsService } from './prices/commercial-terms.service.js';
import { ListPriceService } from './prices/list-price.service.js';
import { PriceExport } from './prices/price-export.js';
import { PriceQueries } from './prices/price.queries.js';
import { PriceResolver } from './prices/price.resolver.js';
import { PricesOfTheDayJob } from './prices/prices-of-the-day.job.js';
import { ProductBatch } from './product-batch.js';
import { ProductBook } from './product-book.js';
import { VariantBook } from './variant-book.js';
import { ProductChangeQueries } from './product-change.queries.js';
import { ProductChangeResolver } from './product-change.resolver.js';
import { ProductChangeService } from './product-change.service.js';
import { ProductChanges } from './product-changes.js';
import { ProductExport } from './product-export.js';
import { ProductPartsService } from './product-parts.service.js';
import { ProductPhotos } from './product-photos.js';
import { ProductQueries } from './product.queries.js';
import { ProductResolver } from './product.resolver.js';
import { ProductService } from './product.service.js';
import { ReviewExport } from './review-export.js';
import { ReadinessBook, readinessProviders } from './readiness/index.js';
import { AvailabilityBook } from './supply/availability-book.js';
import { LotQrController } from './supply/lot-qr.controller.js';
import { KeepingExport } from './keeping-export.js';
import { LotBatch } from './supply/lot-batch.js';
import { LotQueries } from './supply/lot.queries.js';
import { LotService } from './supply/lot.service.js';
import { PlanService } from './supply/plan.service.js';
import { StockBook } from './supply/stock-book.js';
import { SupplyQueries } from './supply/supply.queries.js';
import { SupplyResolver } from './supply/supply.resolver.js';
import { SavedSearchQueries } from './shortlist/saved-search.queries.js';
import { SavedSearchService } from './shortlist/saved-search.service.js';
import { ShortlistQueries } from './shortlist/shortlist.queries.js';
import { ShortlistResolver } from './shortlist/shortlist.resolver.js';
import { ShortlistService } from './shortlist/shortlist.service.js';

/** Products, packs, list prices, and the public catalogue made of them. */
@Module({
  imports: [IdentityModule, RegistryModule],
  controllers: [LotQrController, OfferSheetController],
  providers: [
    ...channelProviders,
    CatalogPages,
    AvailabilityBook,
    LotBatch,
    KeepingExport,
    LotQueries,
    LotService,
    PlanService,
    StockBook,
    SupplyQueries,
    SupplyResolver,
    CatalogProjector,
    CatalogQueries,
    CatalogResolver,
    CatalogSearch,
    ClosureBook,
    ClosureResolver,
    ClosureService,
    CommercialTermsService,
    ListPriceService,
    OrganizationClosureResolver,
    PriceList,
    PriceExport,
    PriceQueries,
    PriceResolver,
    PricesOfTheDayJob,
    ProductClosureResolver,
    ProductChangeQueries,
    ProductChangeResolver,
    ProductChangeService,
    ProductChanges,
    ProductExport,
    ProductPartsService,
    ProductPhotos,
    ProductBatch,
    ProductBook,
    VariantBook,
    ProductQueries,
    ProductResolver,
    ProductService,
    ...readinessProviders,
    ReviewExport,
    SavedSearchQueries,
    SavedSearchService,
    ShortlistQueries,
    ShortlistResolver,
    ShortlistService,
  ],
  exports: [
    AvailabilityBook,
    CatalogProjector,
    CatalogSearch,
    ClosureBook,
    LotBatch,
    ProductBatch,
    ProductBook,
    ReadinessBook,
    StockBook,
    VariantBook,
  ],
})
export class CatalogModule {}
