import type { Locale } from '@lienket/domain';
import { PRICE_BANDS } from './catalog-filter.js';
import type { ProductGroup, StorageKind } from './catalog.view.js';

/** Names of the six groups of the OCOP programme (QĐ 148/QĐ-TTg). */
export const GROUP_LABELS: Readonly<Record<ProductGroup, Readonly<Record<Locale, string>>>> = {
  FOOD: { vi: 'Thực phẩm', en: 'Food' },
  BEVERAGE: { vi: 'Đồ uống', en: 'Beverages' },
  HERBAL: { vi: 'Dược liệu và sản phẩm từ dược liệu', en: 'Herbal products' },
  HANDICRAFT: { vi: 'Thủ công mỹ nghệ', en: 'Handicrafts' },
  ORNAMENTAL: { vi: 'Sinh vật cảnh', en: 'Ornamental plants' },
  TOURISM: { vi: 'Du lịch cộng đồng', en: 'Community tourism' },
};

export const starsLabel = (stars: number, locale: Locale): string => {
  if (stars === 5) return locale === 'vi' ? '5 sao' : '5 stars';
  return locale === 'vi' ? `Từ ${stars} sao` : `${stars} stars or more`;
};

type Label = Readonly<Record<Locale, string>>;

export const STORAGE_LABELS: Readonly<Record<StorageKind, Label>> = {
  AMBIENT: { vi: 'Nhiệt độ thường', en: 'Ambient' },
  CHILLED: { vi: 'Mát', en: 'Chilled' },
  FROZEN: { vi: 'Đông lạnh', en: 'Frozen' },
};

export const monthLabel = (month: number, locale: Locale): string =>
  locale === 'vi'
    ? `Tháng ${month}`
    : new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });

const thousands = (amount: number, locale: Locale): string => amount.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-US');

/** A band reaches to the lower end of the next one. */
export function bandLabel(low: number, locale: Locale): string {
  const high = PRICE_BANDS[PRICE_BANDS.findIndex((band) => band === low) + 1];
  const vi = locale === 'vi';
  if (low === 0) return vi ? `Dưới ${thousands(high!, locale)} ₫` : `Under ${thousands(high!, locale)} ₫`;
  if (high === undefined) return vi ? `Từ ${thousands(low, locale)} ₫` : `${thousands(low, locale)} ₫ and more`;
  return `${thousands(low, locale)} – ${thousands(high, locale)} ₫`;
}

export const leastOrderLabel = (most: number, locale: Locale): string =>
  locale === 'vi' ? `Đặt được từ ${most} trở xuống` : `${most} or less is enough`;
