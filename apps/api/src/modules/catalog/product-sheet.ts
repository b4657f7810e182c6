import { accept, gtinIsValid, type PackLevel, quantity, type Refusal, type Result, refuse, tiersAreSound } from '@lienket/domain';
import { type RowRefusal, rowsRefused } from '../../platform/graphql/refusal.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import type { PriceBasis, PriceVisibility, ProductGroup, StorageKind, VatClass } from './catalog.view.js';
import { detailsOf } from './product-details.js';
import type { ProductRefusal } from './product.messages.js';

export interface PackSheet {
  readonly id?: string | null;
  readonly name: string;
  readonly sizeBase: string;
  readonly moqPacks: number;
  readonly gtin?: string | null;
  readonly level?: PackLevel | null;
  readonly netWeight?: string | null;
  readonly tareWeight?: string | null;
  readonly catchWeight?: boolean | null;
  readonly weightToleranceBp?: number | null;
}

export interface TierSheet {
  readonly minQty: string;
  readonly unitPrice: bigint;
}

/** What a cooperative fills in about a product. */
export interface ProductSheet {
  readonly sellerSku?: string | null;
  readonly nameVi: string;
  readonly nameEn?: string | null;
  readonly group: ProductGroup;
  readonly description?: string | null;
  readonly baseUnit: string;
  readonly netContent?: string | null;
  readonly harvestMonths: readonly number[];
  readonly shelfLifeDays?: number | null;
  readonly storage: StorageKind;
  readonly storageTempMin?: number | null;
  readonly storageTempMax?: number | null;
  readonly minRemainingDays?: number | null;
  readonly subgroup?: string | null;
  readonly origin?: string | null;
  readonly originCommuneCode?: string | null;
  readonly story?: string | null;
  readonly traceabilityUrl?: string | null;
  readonly hsCode?: string | null;
  readonly vatClass: VatClass;
  readonly priceVisibility: PriceVisibility;
  readonly basis: PriceBasis;
  readonly photoFileId?: string | null;
}

/** The columns of a product that a person may change later. */
export interface ProductColumns {
  sellerSku: string | null;
  nameVi: string;
  nameEn: string | null;
  description: string;
  netContent: string | null;
  harvestMonths: number[];
  shelfLifeDays: number | null;
  storage: string;
  priceVisibility: string;
  photoFileId: string | null;
  productGroup: string;
  vatClass: string;
  subgroup: string | null;
  storageTempMin: number | null;
  storageTempMax: number | null;
  minRemainingDays: number | null;
  origin: string | null;
  originCommuneCode: string | null;
  story: string | null;
  traceabilityUrl: string | null;
  hsCode: string | null;
}

const HIGHEST_PRICE = 1_000_000_000_000n;
const MOST_TIERS = 10;

const no = (refusal: ProductRefusal) => refuse(refusal);

/** Checks and tidies the fields that are given; a field left out stays out. */
export function columnsOf(sheet: Partial<ProductSheet>): Result<Partial<ProductColumns>, ProductRefusal> {
  const columns: Partial<ProductColumns> = {};
  if (sheet.sellerSku !== undefined) {
    columns.sellerSku = tidyLine(sheet.sellerSku);
    if ((columns.sellerSku?.length ?? 0) > 50) return no({ code: 'SKU_TOO_LONG' });
  }
  if (sheet.nameVi != null) {
    const name = tidyLine(sheet.nameVi);
    if (!name) return no({ code: 'NAME_MISSING' });
    if (name.length > 200) return no({ code: 'NAME_TOO_LONG' });
    columns.nameVi = name;
  }
  if (sheet.nameEn !== undefined) {
    columns.nameEn = tidyLine(sheet.nameEn);
    if ((columns.nameEn?.length ?? 0) > 200) return no({ code: 'NAME_EN_TOO_LONG' });
  }
  if (sheet.description !== undefined) {
    columns.description = tidyText(sheet.description) ?? '';
    if (columns.description.length > 2000) return no({ code: 'DESCRIPTION_TOO_LONG' });
  }
  if (sheet.netContent !== undefined) {
    columns.netContent = tidyLine(sheet.netContent);
    if ((columns.netContent?.length ?? 0) > 100) return no({ code: 'NET_CONTENT_TOO_LONG' });
  }
  if (sheet.harvestMonths != null) {
    const months = sheet.harvestMonths;
    const sound = new Set(months).size === months.length && months.every((month) => month >= 1 && month <= 12);
    if (!sound) return no({ code: 'MONTHS_NOT_VALID' });
    columns.harvestMonths = [...months];
  }
  if (sheet.shelfLifeDays !== undefined) {
    const days = sheet.shelfLifeDays;
    if (days !== null && (days < 1 || days > 3650)) return no({ code: 'SHELF_LIFE_NOT_VALID' });
    columns.shelfLifeDays = days;
  }
  const details = detailsOf(sheet);
  if (!details.ok) return details;
  Object.assign(columns, details.value);
  if (sheet.group != null) columns.productGroup = sheet.group;
  if (sheet.vatClass != null) columns.vatClass = sheet.vatClass;
  if (sheet.storage != null) columns.storage = sheet.storage;
  if (sheet.priceVisibility != null) columns.priceVisibility = sheet.priceVisibility;
  if (sheet.photoFileId !== undefined) columns.photoFileId = sheet.photoFileId;
  return accept(columns);
}

export function baseUnitOf(text: string): Result<string, ProductRefusal> {
  const unit = tidyLine(text);
  return unit && unit.length <= 20 ? accept(unit) : no({ code: 'UNIT_MISSING' });
}

export function packOf(pack: PackSheet) {
  const name = tidyLine(pack.name);
  const gtin = tidyLine(pack.gtin);
  if (!name || name.length > 100) return no({ code: 'PACK_NAME_MISSING' });
  if (!quantity(pack.sizeBase).isPositive) return no({ code: 'PACK_SIZE_NOT_POSITIVE' });
  if (pack.moqPacks < 1 || pack.moqPacks > 100_000) return no({ code: 'MOQ_NOT_VALID' });
  if (gtin !== null && !gtinIsValid(gtin)) return no({ code: 'GTIN_NOT_VALID' });
  const { netWeight = null, tareWeight = null, weightToleranceBp = null } = pack;
  if (!weightsAreSound(netWeight, tareWeight)) return no({ code: 'WEIGHT_NOT_VALID' });
  if (weightToleranceBp !== null && (weightToleranceBp < 0 || weightToleranceBp > 5000))
    return no({ code: 'TOLERANCE_NOT_VALID' });
  const level: PackLevel = pack.level ?? 'CASE';
  const catchWeight = pack.catchWeight ?? false;
  return accept({
    name,
    level,
    sizeBase: pack.sizeBase,
    moqPacks: pack.moqPacks,
    gtin,
    netWeight,
    tareWeight,
    catchWeight,
    weightToleranceBp: catchWeight ? weightToleranceBp : null,
  });
}

/** Goods weigh something, packing may weigh nothing, and neither a hundred tonnes. */
function weightsAreSound(netWeight: string | null, tareWeight: string | null): boolean {
  const sound = (weight: string | null, least: bigint) =>
    weight === null || (quantity(weight).thousandths >= least && quantity(weight).thousandths < 10n ** 8n);
  return sound(netWeight, 1n) && sound(tareWeight, 0n);
}

/** Refuses single rows, so that the person sees which tier to mend; the domain's rule has the last word. */
export function tiersOf(tiers: readonly TierSheet[]): Result<readonly TierSheet[], Refusal> {
  if (tiers.length > MOST_TIERS) return no({ code: 'TOO_MANY_TIERS' });
  const rows = tiers.flatMap((tier, row): RowRefusal<ProductRefusal>[] => {
    const before = tiers[row - 1];
    const wrong = (field: string, code: 'TIER_PRICE_NOT_POSITIVE' | 'TIER_MINIMUM_NOT_RISING' | 'TIER_PRICE_RISES') => [
      { row, field, refusal: { code } },
    ];
    if (tier.unitPrice <= 0n || tier.unitPrice > HIGHEST_PRICE) return wrong('unitPrice', 'TIER_PRICE_NOT_POSITIVE');
    if (before && quantity(tier.minQty) <= quantity(before.minQty)) return wrong('minQty', 'TIER_MINIMUM_NOT_RISING');
    if (before && tier.unitPrice > before.unitPrice) return wrong('unitPrice', 'TIER_PRICE_RISES');
    return [];
  });
  if (rows.length > 0) return rowsRefused(rows);
  const sound = tiersAreSound(tiers.map(({ minQty, unitPrice }) => ({ minQtyBase: quantity(minQty), unitPrice })));
  return sound ? accept(tiers) : no({ code: 'PRICE_MISSING' });
}
