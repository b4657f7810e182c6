import { formatQuantity, quantity, formatVnd } from '@lienket/domain';
import type { PriceBasis, PriceVisibility, ProductForEditFragment, ProductGroup, StorageKind, VatClass } from '../../gql/graphql';
import type { Locale } from '../../shared/i18n/stored-locale';

/** What the form holds: numbers as they are typed, read only when sent. */
export interface ProductValues {
  photo: { id: string; url: string } | null;
  nameVi: string;
  nameEn: string;
  group: ProductGroup;
  description: string;
  baseUnit: string;
  netContent: string;
  packName: string;
  packSize: string;
  moqPacks: string;
  gtin: string;
  tiers: { from: string; price: string }[];
  harvestMonths: number[];
  shelfLifeDays: string;
  storage: StorageKind;
  vatClass: VatClass;
  priceVisibility: PriceVisibility;
  basis: PriceBasis;
}

/** What most fresh goods of a cooperative need; everything can be changed. */
export const newProduct: ProductValues = {
  photo: null,
  nameVi: '',
  nameEn: '',
  group: 'FOOD',
  description: '',
  baseUnit: 'kg',
  netContent: '',
  packName: 'Thùng',
  packSize: '10',
  moqPacks: '1',
  gtin: '',
  tiers: [{ from: '', price: '' }],
  harvestMonths: [],
  shelfLifeDays: '',
  storage: 'AMBIENT',
  vatClass: 'RAW_AGRI',
  priceVisibility: 'BUYERS',
  basis: 'EXW',
};

export const productUnits = ['kg', 'gói', 'hộp', 'chai', 'lọ', 'túi', 'quả', 'lít', 'con', 'chậu', 'cành', 'chiếc', 'bộ', 'suất'];

/** A stored product as somebody would have typed it. */
export function valuesOf(product: ProductForEditFragment, locale: Locale): ProductValues {
  const [pack] = product.packs;
  const tiers = product.priceTiers ?? [];
  const number = (wire: string) => formatQuantity(quantity(wire), '', locale);
  return {
    ...newProduct,
    photo: product.photoUrl ? { id: '', url: product.photoUrl } : null,
    nameVi: product.nameVi,
    nameEn: product.nameEn ?? '',
    group: product.group,
    description: product.description,
    baseUnit: product.baseUnit,
    netContent: product.netContent ?? '',
    packName: pack?.name ?? newProduct.packName,
    packSize: pack ? number(pack.sizeBase) : newProduct.packSize,
    moqPacks: pack ? String(pack.moqPacks) : newProduct.moqPacks,
    gtin: pack?.gtin ?? '',
    tiers: tiers.length
      ? tiers.map((tier) => ({
          from: number(tier.minQty),
          price: formatVnd(BigInt(tier.unitPrice), locale).replace(/ ₫$/, ''),
        }))
      : newProduct.tiers,
    harvestMonths: [...product.harvestMonths],
    shelfLifeDays: product.shelfLifeDays == null ? '' : String(product.shelfLifeDays),
    storage: product.storage,
    vatClass: product.vatClass,
    priceVisibility: product.priceVisibility,
    basis: tiers[0]?.basis ?? newProduct.basis,
  };
}
