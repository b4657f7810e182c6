import type { Locale } from '@lienket/domain';
import type { ProductGroup } from './catalog.view.js';

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
