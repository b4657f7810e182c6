import { formatQuantity, quantity, formatVnd } from '@lienket/domain';
import type { PriceBasis, PriceVisibility, ProductForEditFragment, ProductGroup, StorageKind, VatClass } from '../../gql/graphql';
import type { Locale } from '../../shared/i18n/stored-locale';

/** What the form holds: numbers as they are typed, read only when sent. */
export interface ProductValues {
  /** The first is the main one; `id` is the file's. */
  photos: { id: string; url: string; altVi?: string }[];
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
  subgroup: string;
  storageTempMin: string;
  storageTempMax: string;
  minRemainingDays: string;
  origin: string;
  originCommuneCode: string;
  story: string;
  traceabilityUrl: string;
  hsCode: string;
}

/** What most fresh goods of a cooperative need; everything can be changed. */
export const newProduct: ProductValues = {
  photos: [],
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
  subgroup: '',
  storageTempMin: '',
  storageTempMax: '',
  minRemainingDays: '',
  origin: '',
  originCommuneCode: '',
  story: '',
  traceabilityUrl: '',
  hsCode: '',
};

export const productUnits = ['kg', 'gói', 'hộp', 'chai', 'lọ', 'túi', 'quả', 'lít', 'con', 'chậu', 'cành', 'chiếc', 'bộ', 'suất'];

/** A stored product as somebody would have typed it; claims that wait for the Alliance are what the cooperative goes on from. */
export function valuesOf(product: ProductForEditFragment, locale: Locale): ProductValues {
  const [pack] = product.packs;
  const tiers = product.priceTiers ?? [];
  const number = (wire: string) => formatQuantity(quantity(wire), '', locale);
  const whole = (value: number | null | undefined) => (value == null ? '' : String(value));
  const said = product.change?.status === 'PENDING' ? { ...product, ...product.change.after } : product;
  return {
    ...newProduct,
    photos: photosOf(product),
    nameVi: said.nameVi ?? product.nameVi,
    nameEn: said.nameEn ?? '',
    group: said.group ?? product.group,
    subgroup: said.subgroup ?? '',
    description: said.description ?? '',
    story: said.story ?? '',
    origin: said.origin ?? '',
    originCommuneCode: said.originCommuneCode ?? '',
    traceabilityUrl: said.traceabilityUrl ?? '',
    hsCode: product.hsCode ?? '',
    baseUnit: product.baseUnit,
    netContent: product.netContent ?? '',
    packName: pack?.name ?? newProduct.packName,
    packSize: pack ? number(pack.sizeBase) : newProduct.packSize,
    moqPacks: pack ? String(pack.moqPacks) : newProduct.moqPacks,
    gtin: pack?.gtin ?? '',
    tiers: tiers.length
      ? tiers.map((tier) => ({
          from: number(tier.minQty),
          price: formatVnd(BigInt(tier.unitPrice), locale).replace(/\s₫$/, ''),
        }))
      : newProduct.tiers,
    harvestMonths: [...product.harvestMonths],
    shelfLifeDays: whole(product.shelfLifeDays),
    minRemainingDays: whole(product.minRemainingDays),
    storage: product.storage,
    storageTempMin: whole(product.storageTempMin),
    storageTempMax: whole(product.storageTempMax),
    vatClass: product.vatClass,
    priceVisibility: product.priceVisibility,
    basis: tiers[0]?.basis ?? newProduct.basis,
  };
}

/** The main photo that waits stands first, as it was placed. */
function photosOf({ photos, change }: ProductForEditFragment): ProductValues['photos'] {
  const live = photos.map(({ fileId, url, altVi }) => ({ id: fileId, url, altVi }));
  if (change?.status !== 'PENDING' || !change.fields.includes('photoUrl')) return live;
  const { photoFileId, photoUrl } = change.after;
  return photoFileId && photoUrl
    ? [{ id: photoFileId, url: photoUrl }, ...live.filter(({ id }) => id !== photoFileId)]
    : live.slice(1);
}
