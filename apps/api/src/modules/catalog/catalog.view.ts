import type { GradeSpec, OrganizationKind, PackLevel, PriceBasis } from '@lienket/domain';
import type { CertificateView } from '../registry/index.js';

export const PRODUCT_GROUPS = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'] as const;
export type ProductGroup = (typeof PRODUCT_GROUPS)[number];
export const STORAGE_KINDS = ['AMBIENT', 'CHILLED', 'FROZEN'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];
export const PRODUCT_STATUSES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'PAUSED', 'ARCHIVED'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];
export const VAT_CLASSES = ['RAW_AGRI', 'PROCESSED', 'EXCISE', 'SERVICE'] as const;
export type VatClass = (typeof VAT_CLASSES)[number];
export { PRICE_BASES, type PriceBasis } from '@lienket/domain';
export const PRICE_VISIBILITIES = ['PUBLIC', 'BUYERS'] as const;
export type PriceVisibility = (typeof PRICE_VISIBILITIES)[number];

export interface CooperativeView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly communeName: string | null;
  readonly districtName: string | null;
}

export interface CatalogItemView {
  readonly id: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly nameEn: string | null;
  readonly group: ProductGroup;
  readonly baseUnit: string;
  readonly netContent: string | null;
  readonly packName: string | null;
  readonly packSize: string | null;
  readonly moqPacks: number | null;
  readonly harvestMonths: number[];
  readonly stars: number | null;
  readonly starsUntil: string | null;
  readonly priceFrom: bigint | null;
  readonly priceTo: bigint | null;
  readonly photoUrl: string | null;
  readonly isDemo: boolean;
  readonly cooperative: CooperativeView;
}

export interface FacetView {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface CatalogFacetsView {
  readonly groups: FacetView[];
  readonly districts: FacetView[];
  readonly communes: FacetView[];
  readonly months: FacetView[];
  readonly stars: FacetView[];
  readonly certificates: FacetView[];
  readonly storage: FacetView[];
  readonly prices: FacetView[];
  readonly leastOrders: FacetView[];
  readonly inSeasonNow: number;
  readonly total: number;
  readonly isCapped: boolean;
  readonly didYouMean: string | null;
}

export interface PlaceView {
  readonly communeCode: string;
  readonly communeName: string;
  readonly districtCode: string | null;
  readonly districtName: string | null;
  readonly count: number;
}

export interface SuggestionView {
  readonly text: string;
  readonly detail: string | null;
  readonly href: string;
}

export interface SuggestionsView {
  readonly products: SuggestionView[];
  readonly sellers: SuggestionView[];
  readonly groups: SuggestionView[];
}

export const CATALOG_SORTS = ['RELEVANCE', 'NEWEST', 'NAME', 'PRICE_UP', 'PRICE_DOWN'] as const;
export type CatalogSort = (typeof CATALOG_SORTS)[number];

export interface CatalogFilterView {
  readonly search?: string | null;
  readonly group?: ProductGroup | null;
  readonly districtCode?: string | null;
  readonly communeCode?: string | null;
  readonly starsAtLeast?: number | null;
  readonly inSeasonNow?: boolean | null;
  readonly harvestMonth?: number | null;
  readonly certificate?: string | null;
  readonly storage?: StorageKind | null;
  /** Lower end of a band of public prices. */
  readonly priceBand?: number | null;
  readonly leastOrder?: number | null;
  readonly orgSlug?: string | null;
}

export { PACK_LEVELS, type PackLevel } from '@lienket/domain';

export interface PackView {
  readonly id: string;
  readonly gradeId: string | null;
  readonly name: string;
  readonly level: PackLevel;
  readonly innerPackId: string | null;
  readonly sizeBase: string;
  readonly moqPacks: number;
  readonly gtin: string | null;
  readonly netWeight: string | null;
  readonly tareWeight: string | null;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
}

export interface GradeView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly spec: GradeSpec[];
}

export interface ProductPhotoView {
  readonly id: string;
  readonly fileId: string;
  readonly url: string;
  readonly altVi: string;
  readonly altEn: string;
}

export interface PriceTierView {
  readonly minQty: string;
  readonly unitPrice: bigint;
  readonly basis: PriceBasis;
  readonly validFrom: string;
  /** Agreed with the reader's own organization. */
  readonly isOwn: boolean;
}

export interface AvailableActionView {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface ProductView {
  readonly id: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly nameEn: string | null;
  readonly group: ProductGroup;
  readonly subgroup: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly netContent: string | null;
  readonly harvestMonths: number[];
  readonly shelfLifeDays: number | null;
  readonly storage: StorageKind;
  readonly storageTempMin: number | null;
  readonly storageTempMax: number | null;
  readonly minRemainingDays: number | null;
  readonly origin: string | null;
  readonly originCommuneCode: string | null;
  readonly originCommuneName: string | null;
  readonly story: string | null;
  readonly traceabilityUrl: string | null;
  readonly vatClass: VatClass;
  readonly hsCode: string | null;
  readonly priceVisibility: PriceVisibility;
  readonly status: ProductStatus;
  readonly returnReason: string | null;
  readonly photoUrl: string | null;
  readonly photos: ProductPhotoView[];
  readonly isDemo: boolean;
  readonly publishedAt: Date | null;
  readonly grades: GradeView[];
  readonly packs: PackView[];
  readonly priceTiers: PriceTierView[] | null;
  readonly priceFrom: bigint | null;
  readonly priceTo: bigint | null;
  readonly certificates: CertificateView[];
  readonly stars: number | null;
  readonly starsUntil: string | null;
  readonly cooperative: CooperativeView;
  readonly version: number;
  readonly availableActions: AvailableActionView[];
}
