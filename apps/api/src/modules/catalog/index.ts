export { CatalogEntry } from './catalog-entry.entity.js';
export { searchCondition } from './catalog-filter.js';
export { CatalogModule } from './catalog.module.js';
export { CatalogProjector, refreshCatalog } from './catalog-projector.js';
export { ClosureBook, type ClosureView } from './closure/closure-book.js';
export { HolidayClosure } from './closure/closure.graphql.js';
export { CommercialTerms as CommercialTermsRecord } from './commercial-terms.entity.js';
export { HolidayClosure as HolidayClosureRecord } from './holiday-closure.entity.js';
export { CatalogSearch, type Search } from './catalog-search.js';
export { ProductGroup } from './catalog.graphql.js';
export { Grade as GradeRecord } from './grade.entity.js';
export { Pack as PackRecord } from './pack.entity.js';
export { ListPrice as ListPriceRecord } from './list-price.entity.js';
export { PriceTier as PriceTierRecord } from './price-tier.entity.js';
export { type OrderableProduct, type PriceAsked, PRODUCT_REF_SQL, ProductBook } from './product-book.js';
export {
  type BatchColumns,
  type BatchPrices,
  type KnownProduct,
  type NewProduct,
  PRODUCT_IMAGE,
  ProductBatch,
  type ProductPatch,
} from './product-batch.js';
export { chooseVariant, type Variant, VariantBook, type VariantGrade, type VariantPack } from './variant-book.js';
export { monthsText, PRODUCT_CHOICES, PRODUCT_HEADERS } from './product-columns.js';
export { productMessages } from './product.messages.js';
export { factsAgree } from './product-details.js';
export { baseUnitOf, columnsOf, packOf, type ProductColumns, type TierSheet, tiersOf } from './product-sheet.js';
export { ProductChange as ProductChangeRecord } from './product-change.entity.js';
export { RemovedResult } from './shortlist/shortlist.graphql.js';
export { Product as ProductRecord } from './product.entity.js';
export {
  Grade,
  GradeMeasure,
  GradeSpec,
  PackLevel,
  PriceBasis,
  PriceTier,
  Product,
  ProductRef,
  VatClass,
} from './product.graphql.js';
export type { PriceTierView, ProductStatus } from './catalog.view.js';
export {
  BuyerChecklistRecord,
  BuyerRequirementRecord,
  ReadinessBook,
  type ReadinessCount,
  RequirementWaiverRecord,
} from './readiness/index.js';
export { HarvestForecast as HarvestForecastRecord } from './supply/harvest-forecast.entity.js';
export { HarvestWindow as HarvestWindowRecord } from './supply/harvest-window.entity.js';
export { LotBalance as LotBalanceRecord } from './supply/lot-balance.entity.js';
export { type KnownLot, LOT_IMAGE, LotBatch, type LotPatch, type LotProduct, type NewLot } from './supply/lot-batch.js';
export { LOT_HEADERS, LOT_ORIGINS } from './supply/lot-headers.js';
export { LOT_CODE, lotDates } from './supply/lot-sheet.js';
export { LotStage as LotStageRecord } from './supply/lot-stage.entity.js';
export { StockHold as StockHoldRecord } from './supply/stock-hold.entity.js';
export { StockLot as StockLotRecord } from './supply/stock-lot.entity.js';
export { type NewStockEntry, writeStock } from './supply/stock-rows.js';
export { auditStock } from './supply/audit-stock.js';
export { AvailabilityBook, type LineSupply, type PlannedContract } from './supply/availability-book.js';
export {
  type ConfirmedLine,
  type HoldRefusal,
  type LifeWaived,
  type LotLife,
  type LineLots,
  type ShippedLine,
  type ShipRefusal,
  StockBook,
  type CameBack,
  type ShippedLot,
} from './supply/stock-book.js';
export { LossReason } from './supply/supply.graphql.js';
export { holdMessages, lotBlockSentence, shipMessages, supplyMessages } from './supply/supply.messages.js';
export { GROUP_LABELS } from './catalog-words.js';
