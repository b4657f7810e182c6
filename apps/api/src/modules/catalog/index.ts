export { CatalogEntry } from './catalog-entry.entity.js';
export { CatalogModule } from './catalog.module.js';
export { CatalogProjector, refreshCatalog } from './catalog-projector.js';
export { Pack as PackRecord } from './pack.entity.js';
export { PriceTier as PriceTierRecord } from './price-tier.entity.js';
export { type OrderableProduct, PRODUCT_REF_SQL, ProductBook } from './product-book.js';
export { Product as ProductRecord } from './product.entity.js';
export { PriceTier, Product, ProductRef, VatClass } from './product.graphql.js';
export type { PriceTierView, ProductStatus } from './catalog.view.js';
