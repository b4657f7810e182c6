import type { DemandState } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type DemandRefusal =
  | { readonly code: 'GOODS_MISSING' }
  | { readonly code: 'DEMAND_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'UNIT_MISSING' }
  | { readonly code: 'WEEKLY_QTY_NOT_POSITIVE' }
  | { readonly code: 'DEMAND_PERIOD_OUT_OF_ORDER' }
  | { readonly code: 'DEMAND_PERIOD_PAST' }
  | { readonly code: 'PERIOD_TOO_LONG' }
  | { readonly code: 'CEILING_NOT_POSITIVE' }
  | { readonly code: 'DEMAND_LOCATION_NOT_YOURS' }
  | { readonly code: 'DEMAND_PRODUCT_UNKNOWN' }
  | { readonly code: 'CHOSEN_MISSING' }
  | { readonly code: 'CHOSEN_UNKNOWN' }
  | { readonly code: 'TOO_MANY_CHOSEN'; readonly max: number }
  | { readonly code: 'TOO_MANY_CERTIFICATES'; readonly max: number }
  | { readonly code: 'OPEN_UNTIL_MISSING' }
  | { readonly code: 'OPEN_UNTIL_PAST' }
  | { readonly code: 'DEMAND_BUYER_NOT_ACTIVE' }
  | { readonly code: 'SELLER_NOT_ACTIVE' }
  | { readonly code: 'OWN_POST' }
  | { readonly code: 'NOT_A_SELLER' }
  | { readonly code: 'PRODUCT_NOT_YOURS' }
  | { readonly code: 'ANSWER_WITHDRAWN' }
  | { readonly code: 'DEMAND_STATE'; readonly status: DemandState };

const STATE: Record<DemandState, { vi: string; en: string }> = {
  DRAFT: { vi: 'còn là bản nháp', en: 'is still a draft' },
  OPEN: { vi: 'đang mở', en: 'is open' },
  CLOSED: { vi: 'đã đóng', en: 'is closed' },
  EXPIRED: { vi: 'đã hết hạn trả lời', en: 'is past its last day' },
};

export const demandMessages: Messages<DemandRefusal> = {
  GOODS_MISSING: {
    field: 'productName',
    vi: () => 'Hãy ghi tên hàng cần mua, hoặc chọn nhóm sản phẩm.',
    en: () => 'Name the goods, or choose a product group.',
  },
  DEMAND_TEXT_TOO_LONG: {
    field: 'note',
    vi: ({ max }) => `Có mục dài quá ${max} chữ cái. Hãy viết gọn lại.`,
    en: ({ max }) => `One of the texts is longer than ${max} characters. Shorten it.`,
  },
  UNIT_MISSING: { field: 'baseUnit', vi: () => 'Hãy ghi đơn vị tính, ví dụ kg.', en: () => 'Give the unit, for example kg.' },
  WEEKLY_QTY_NOT_POSITIVE: {
    field: 'weeklyQty',
    vi: () => 'Số lượng mỗi tuần phải lớn hơn 0.',
    en: () => 'The weekly quantity must be above zero.',
  },
  DEMAND_PERIOD_OUT_OF_ORDER: {
    field: 'periodTo',
    vi: () => 'Ngày bắt đầu phải trước ngày kết thúc.',
    en: () => 'The period must start before it ends.',
  },
  DEMAND_PERIOD_PAST: {
    field: 'periodTo',
    vi: () => 'Thời gian cần hàng đã qua. Hãy chọn lại.',
    en: () => 'The period is over. Choose another.',
  },
  PERIOD_TOO_LONG: {
    field: 'periodTo',
    vi: () => 'Mỗi tin cần mua dài nhất hai năm.',
    en: () => 'A demand post covers at most two years.',
  },
  CEILING_NOT_POSITIVE: {
    field: 'ceilingPrice',
    vi: () => 'Giá trần phải lớn hơn 0.',
    en: () => 'The ceiling must be above zero.',
  },
  DEMAND_LOCATION_NOT_YOURS: {
    field: 'deliveryLocationId',
    vi: () => 'Hãy chọn một nơi nhận hàng của đơn vị mình.',
    en: () => 'Choose a place of delivery of your own organization.',
  },
  DEMAND_PRODUCT_UNKNOWN: {
    field: 'productId',
    vi: () => 'Sản phẩm này không còn trên danh mục. Hãy ghi tên hàng.',
    en: () => 'This product is not listed any more. Name the goods instead.',
  },
  CHOSEN_MISSING: {
    field: 'chosenIds',
    vi: () => 'Hãy chọn ít nhất một hợp tác xã được xem tin.',
    en: () => 'Choose at least one cooperative that may see the post.',
  },
  CHOSEN_UNKNOWN: {
    field: 'chosenIds',
    vi: () => 'Có đơn vị không bán hàng trên sàn. Hãy bỏ đơn vị đó.',
    en: () => 'One of the organizations does not sell here. Remove it.',
  },
  TOO_MANY_CHOSEN: {
    field: 'chosenIds',
    vi: ({ max }) => `Chọn tối đa ${max} đơn vị. Nếu cần nhiều hơn, hãy cho mọi hợp tác xã xem.`,
    en: ({ max }) => `Choose at most ${max}. For more, show the post to all cooperatives.`,
  },
  TOO_MANY_CERTIFICATES: {
    field: 'certificateKinds',
    vi: ({ max }) => `Chọn tối đa ${max} loại giấy tờ.`,
    en: ({ max }) => `Choose at most ${max} kinds of papers.`,
  },
  OPEN_UNTIL_MISSING: {
    field: 'openUntil',
    vi: () => 'Hãy chọn ngày cuối nhận trả lời.',
    en: () => 'Choose the last day for answers.',
  },
  OPEN_UNTIL_PAST: {
    field: 'openUntil',
    vi: () => 'Ngày cuối nhận trả lời phải từ hôm nay và không sau ngày cuối cần hàng.',
    en: () => 'The last day for answers is today or later, and not after the period ends.',
  },
  DEMAND_BUYER_NOT_ACTIVE: {
    vi: () => 'Đơn vị của bạn chưa hoạt động trên sàn. Hãy liên hệ Liên minh Hợp tác xã.',
    en: () => 'Your organization is not active here. Contact the Cooperative Alliance.',
  },
  SELLER_NOT_ACTIVE: {
    vi: () => 'Đơn vị của bạn chưa hoạt động trên sàn nên chưa trả lời được. Hãy liên hệ Liên minh Hợp tác xã.',
    en: () => 'Your organization is not active here, so it cannot answer. Contact the Cooperative Alliance.',
  },
  OWN_POST: {
    vi: () => 'Đây là tin của chính đơn vị bạn.',
    en: () => 'This is a post of your own organization.',
  },
  NOT_A_SELLER: {
    vi: () => 'Đơn vị của bạn không bán hàng trên sàn.',
    en: () => 'Your organization does not sell here.',
  },
  PRODUCT_NOT_YOURS: {
    field: 'productId',
    vi: () => 'Hãy chọn một sản phẩm của đơn vị mình.',
    en: () => 'Choose a product of your own organization.',
  },
  ANSWER_WITHDRAWN: {
    vi: () => 'Trả lời này đã rút rồi.',
    en: () => 'This answer was withdrawn already.',
  },
  DEMAND_STATE: {
    vi: ({ status }) => `Tin này ${STATE[status].vi}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ status }) => `This post ${STATE[status].en}, so this cannot be done. Reload the page.`,
  },
};
