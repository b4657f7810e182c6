import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { everyRow, type ExportColumn, ExportRegistry } from '../../platform/spreadsheets/index.js';
import { likePatterns } from '../registry/index.js';
import { CatalogQueries } from './catalog.queries.js';
import { GROUP_LABELS } from './catalog-words.js';
import {
  CATALOG_SORTS,
  type CatalogFilterView,
  type CatalogItemView,
  PRODUCT_GROUPS,
  PRODUCT_STATUSES,
  STORAGE_KINDS,
} from './catalog.view.js';
import { type KnownProduct, ProductBatch } from './product-batch.js';
import { monthsText, PRODUCT_CHOICES, PRODUCT_HEADERS } from './product-columns.js';

type Filter = Readonly<Record<string, string>>;
const H = PRODUCT_HEADERS;
const choice = (name: keyof typeof PRODUCT_CHOICES, code: string, locale: 'vi' | 'en'): string =>
  (PRODUCT_CHOICES[name] as Readonly<Record<string, { vi: string; en: string }>>)[code]?.[locale] ?? code;

/** The columns of the import's template, so that what goes out can come in again. */
const OWN: readonly ExportColumn<KnownProduct>[] = [
  { label: H.sellerSku, kind: 'TEXT', value: ({ columns }) => columns.sellerSku },
  { label: H.slug, kind: 'TEXT', value: ({ slug }) => slug },
  { label: H.nameVi, kind: 'TEXT', width: 36, value: ({ columns }) => columns.nameVi },
  { label: H.group, kind: 'TEXT', value: ({ columns }, locale) => choice('group', columns.productGroup, locale) },
  { label: H.baseUnit, kind: 'TEXT', value: ({ baseUnit }) => baseUnit },
  { label: H.packName, kind: 'TEXT', width: 24, value: ({ pack }) => pack?.name },
  { label: H.packSize, kind: 'DECIMAL', value: ({ pack }) => pack?.sizeBase },
  { label: H.moqPacks, kind: 'INTEGER', value: ({ pack }) => pack?.moqPacks },
  { label: H.price, kind: 'INTEGER', value: ({ prices }) => prices?.tiers[0]?.unitPrice },
  { label: H.basis, kind: 'TEXT', value: ({ prices }, locale) => prices && choice('basis', prices.basis, locale) },
  {
    label: H.priceVisibility,
    kind: 'TEXT',
    value: ({ columns }, locale) => choice('priceVisibility', columns.priceVisibility, locale),
  },
  { label: H.harvestMonths, kind: 'TEXT', value: ({ columns }) => monthsText(columns.harvestMonths) },
  { label: H.storage, kind: 'TEXT', value: ({ columns }, locale) => choice('storage', columns.storage, locale) },
  { label: H.shelfLifeDays, kind: 'INTEGER', value: ({ columns }) => columns.shelfLifeDays },
  { label: H.vatClass, kind: 'TEXT', value: ({ columns }, locale) => choice('vatClass', columns.vatClass, locale) },
  { label: H.netContent, kind: 'TEXT', value: ({ columns }) => columns.netContent },
  { label: H.gtin, kind: 'TEXT', width: 18, value: ({ pack }) => pack?.gtin },
  { label: H.nameEn, kind: 'TEXT', width: 30, value: ({ columns }) => columns.nameEn },
  { label: H.description, kind: 'TEXT', width: 40, value: ({ columns }) => columns.description },
  { label: H.subgroup, kind: 'TEXT', value: ({ columns }) => columns.subgroup },
  { label: H.origin, kind: 'TEXT', width: 30, value: ({ columns }) => columns.origin },
  { label: H.story, kind: 'TEXT', width: 40, value: ({ columns }) => columns.story },
  { label: H.storageTempMin, kind: 'INTEGER', value: ({ columns }) => columns.storageTempMin },
  { label: H.storageTempMax, kind: 'INTEGER', value: ({ columns }) => columns.storageTempMax },
  { label: H.minRemainingDays, kind: 'INTEGER', value: ({ columns }) => columns.minRemainingDays },
  { label: H.hsCode, kind: 'TEXT', value: ({ columns }) => columns.hsCode },
  { label: H.traceabilityUrl, kind: 'TEXT', width: 30, value: ({ columns }) => columns.traceabilityUrl },
];

interface PriceRow {
  readonly product: KnownProduct;
  readonly minQty: string;
  readonly unitPrice: bigint;
}

const PRICES: readonly ExportColumn<PriceRow>[] = [
  { label: H.sellerSku, kind: 'TEXT', value: ({ product }) => product.columns.sellerSku },
  { label: H.slug, kind: 'TEXT', value: ({ product }) => product.slug },
  { label: H.minQty, kind: 'DECIMAL', value: ({ minQty }) => minQty },
  { label: H.price, kind: 'INTEGER', value: ({ unitPrice }) => unitPrice },
  { label: H.basis, kind: 'TEXT', value: ({ product }, locale) => choice('basis', product.prices!.basis, locale) },
];

const CATALOG: readonly ExportColumn<CatalogItemView>[] = [
  { label: H.nameVi, kind: 'TEXT', width: 36, value: ({ nameVi }) => nameVi },
  { label: { vi: 'Hợp tác xã', en: 'Cooperative' }, kind: 'TEXT', width: 36, value: ({ cooperative }) => cooperative.name },
  { label: { vi: 'Xã, phường', en: 'Commune' }, kind: 'TEXT', value: ({ cooperative }) => cooperative.communeName },
  { label: H.group, kind: 'TEXT', value: ({ group }, locale) => GROUP_LABELS[group][locale] },
  { label: H.baseUnit, kind: 'TEXT', value: ({ baseUnit }) => baseUnit },
  { label: H.netContent, kind: 'TEXT', value: ({ netContent }) => netContent },
  { label: H.packName, kind: 'TEXT', width: 24, value: ({ packName }) => packName },
  { label: H.packSize, kind: 'DECIMAL', value: ({ packSize }) => packSize },
  { label: H.moqPacks, kind: 'INTEGER', value: ({ moqPacks }) => moqPacks },
  { label: { vi: 'Giá từ', en: 'Price from' }, kind: 'INTEGER', value: ({ priceFrom }) => priceFrom },
  { label: { vi: 'Giá đến', en: 'Price to' }, kind: 'INTEGER', value: ({ priceTo }) => priceTo },
  { label: H.harvestMonths, kind: 'TEXT', value: ({ harvestMonths }) => monthsText(harvestMonths) },
  { label: { vi: 'Sao OCOP', en: 'OCOP stars' }, kind: 'INTEGER', value: ({ stars }) => stars },
  { label: { vi: 'Sao đến ngày', en: 'Stars until' }, kind: 'DATE', value: ({ starsUntil }) => starsUntil },
  { label: { vi: 'Dữ liệu mẫu', en: 'Sample data' }, kind: 'TEXT', value: ({ isDemo }) => (isDemo ? 'x' : null) },
];

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | null =>
  values.find((value) => value === text) ?? null;

/** The catalogue, one's own products and their prices as files. */
@Injectable()
export class ProductExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly uow: UnitOfWork,
    private readonly products: ProductBatch,
    private readonly catalog: CatalogQueries,
  ) {}

  onModuleInit(): void {
    const isSeller = (actor: Actor | null) => actor !== null && allows(actor, 'product.edit', { ownerOrgId: actor.orgId });
    this.registry.add({
      ...{ name: 'my-products', title: { vi: 'Sản phẩm', en: 'Products' }, columns: OWN, isFor: isSeller },
      rows: (actor, filter) => this.own(actor!, filter),
    });
    this.registry.add({
      ...{ name: 'prices', title: { vi: 'Bảng giá', en: 'Prices' }, columns: PRICES, isFor: isSeller },
      rows: (actor, filter) => this.prices(actor!, filter),
    });
    this.registry.add({
      ...{ name: 'catalog', title: { vi: 'Danh mục', en: 'Catalogue' }, columns: CATALOG, isFor: () => true },
      rows: (_actor, filter) =>
        everyRow((first, after) => this.catalog.page(catalogFilter(filter), first, after, oneOf(CATALOG_SORTS, filter['sort']))),
    });
  }

  private async *own(actor: Actor, filter: Filter): AsyncGenerator<KnownProduct> {
    const status = oneOf(PRODUCT_STATUSES, filter['status']);
    for (let before: string | null = null; ;) {
      const page: KnownProduct[] = await this.uow.read(actor, (tx) =>
        this.products.page(tx, actor.orgId, { status, patterns: likePatterns(filter['search'] ?? null), before }),
      );
      yield* page;
      if (page.length === 0) return;
      before = page.at(-1)!.id;
    }
  }

  private async *prices(actor: Actor, filter: Filter): AsyncGenerator<PriceRow> {
    for await (const product of this.own(actor, filter)) {
      if (filter['product'] && product.id !== filter['product']) continue;
      for (const tier of product.prices?.tiers ?? []) yield { product, ...tier };
    }
  }
}

/** The names are those of the screen's address. */
function catalogFilter(filter: Filter): CatalogFilterView {
  const within = (text: string | undefined, least: number, most: number): number | null =>
    text !== undefined && /^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;
  return {
    search: filter['q'] ?? null,
    group: oneOf(PRODUCT_GROUPS, filter['group']),
    districtCode: filter['district'] ?? null,
    communeCode: filter['commune'] ?? null,
    starsAtLeast: within(filter['stars'], 3, 5),
    inSeasonNow: filter['season'] === '1' ? true : null,
    harvestMonth: within(filter['month'], 1, 12),
    certificate: /^[A-Z0-9_]{2,40}$/.exec(filter['paper'] ?? '')?.[0] ?? null,
    storage: oneOf(STORAGE_KINDS, filter['storage']),
    priceBand: within(filter['price'], 0, 10_000_000),
    leastOrder: within(filter['least'], 1, 100_000),
    orgSlug: null,
  };
}
