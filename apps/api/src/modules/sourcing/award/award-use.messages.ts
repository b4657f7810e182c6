import type { Messages } from '../../../platform/graphql/refusal.js';

/** Why agreed lines cannot become an order or a contract. */
export type AwardUseRefusal =
  | { readonly code: 'AWARD_LINES_MISSING' }
  | { readonly code: 'AWARD_SELLERS_DIFFER' }
  | { readonly code: 'AWARD_LINE_USED' }
  | { readonly code: 'AWARD_PRODUCT_MISSING' }
  | { readonly code: 'AWARD_PRODUCT_NOT_FITTING'; readonly unit: string };

export const awardUseMessages: Messages<AwardUseRefusal> = {
  AWARD_LINES_MISSING: {
    vi: () => 'Hãy chọn ít nhất một dòng đã thoả thuận.',
    en: () => 'Choose at least one agreed line.',
    field: 'awardLineIds',
  },
  AWARD_SELLERS_DIFFER: {
    vi: () => 'Mỗi đơn hàng hoặc hợp đồng chỉ với một bên bán. Hãy chọn các dòng của cùng một đơn vị.',
    en: () => 'An order or a contract has one seller. Choose lines of one organization.',
    field: 'awardLineIds',
  },
  AWARD_LINE_USED: {
    vi: () => 'Dòng này đã thành đơn hàng hoặc hợp đồng. Hãy tải lại trang.',
    en: () => 'This line has become an order or a contract already. Reload the page.',
    field: 'awardLineIds',
  },
  AWARD_PRODUCT_MISSING: {
    vi: () => 'Dòng này chưa gắn với sản phẩm nào. Hãy chọn sản phẩm của bên bán.',
    en: () => 'This line names no product yet. Choose one of the seller’s.',
    field: 'products',
  },
  AWARD_PRODUCT_NOT_FITTING: {
    vi: ({ unit }) => `Hãy chọn sản phẩm của bên bán, tính theo ${unit}.`,
    en: ({ unit }) => `Choose a product of the seller that is counted in ${unit}.`,
    field: 'products',
  },
};
