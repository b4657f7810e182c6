import type { ProductAction, ProductState, TransitionRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type ProductRefusal =
  | TransitionRefusal<ProductState, ProductAction>
  | { readonly code: 'NAME_MISSING' }
  | { readonly code: 'NAME_TOO_LONG' }
  | { readonly code: 'NAME_EN_TOO_LONG' }
  | { readonly code: 'DESCRIPTION_TOO_LONG' }
  | { readonly code: 'UNIT_MISSING' }
  | { readonly code: 'NET_CONTENT_TOO_LONG' }
  | { readonly code: 'MONTHS_NOT_VALID' }
  | { readonly code: 'SHELF_LIFE_NOT_VALID' }
  | { readonly code: 'PACK_NAME_MISSING' }
  | { readonly code: 'PACK_SIZE_NOT_POSITIVE' }
  | { readonly code: 'MOQ_NOT_VALID' }
  | { readonly code: 'GTIN_NOT_VALID' }
  | { readonly code: 'TOO_MANY_TIERS' }
  | { readonly code: 'TIER_MINIMUM_NOT_RISING' }
  | { readonly code: 'TIER_PRICE_NOT_POSITIVE' }
  | { readonly code: 'TIER_PRICE_RISES' }
  | { readonly code: 'PRICE_MISSING' }
  | { readonly code: 'PHOTO_NOT_A_PICTURE' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG' }
  | { readonly code: 'PRODUCT_ARCHIVED' };

const STATES: Record<ProductState, { vi: string; en: string }> = {
  DRAFT: { vi: 'đang soạn', en: 'a draft' },
  IN_REVIEW: { vi: 'đang chờ Liên minh duyệt', en: 'waiting for the review of the Alliance' },
  PUBLISHED: { vi: 'đang đăng', en: 'published' },
  PAUSED: { vi: 'đang tạm ngừng', en: 'paused' },
  ARCHIVED: { vi: 'đã lưu trữ', en: 'archived' },
};

export const productMessages: Messages<ProductRefusal> = {
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) => `Không làm được việc này khi sản phẩm ${STATES[from].vi}. Hãy tải lại trang để xem việc có thể làm.`,
    en: ({ from }) => `This cannot be done while the product is ${STATES[from].en}. Reload the page to see what can.`,
  },
  NAME_MISSING: {
    vi: () => 'Hãy nhập tên sản phẩm như khách hàng vẫn gọi.',
    en: () => 'Enter the name customers know the product by.',
    field: 'nameVi',
  },
  NAME_TOO_LONG: {
    vi: () => 'Tên sản phẩm dài quá 200 ký tự.',
    en: () => 'The name is longer than 200 characters.',
    field: 'nameVi',
  },
  NAME_EN_TOO_LONG: {
    vi: () => 'Tên tiếng Anh dài quá 200 ký tự.',
    en: () => 'The English name is longer than 200 characters.',
    field: 'nameEn',
  },
  DESCRIPTION_TOO_LONG: {
    vi: () => 'Mô tả dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The description is longer than 2,000 characters. Shorten it.',
    field: 'description',
  },
  UNIT_MISSING: {
    vi: () => 'Hãy nhập đơn vị bán, ví dụ kg, hộp, chai (tối đa 20 ký tự).',
    en: () => 'Enter the unit it is sold in, such as kg, box or bottle (at most 20 characters).',
    field: 'baseUnit',
  },
  NET_CONTENT_TOO_LONG: {
    vi: () => 'Quy cách dài quá 100 ký tự.',
    en: () => 'The net content is longer than 100 characters.',
    field: 'netContent',
  },
  MONTHS_NOT_VALID: {
    vi: () => 'Tháng mùa vụ là các tháng từ 1 đến 12, mỗi tháng một lần; để trống nếu có quanh năm.',
    en: () => 'Season months go from 1 to 12, each once; leave empty for goods of the whole year.',
    field: 'harvestMonths',
  },
  SHELF_LIFE_NOT_VALID: {
    vi: () => 'Hạn dùng là số ngày từ 1 đến 3.650.',
    en: () => 'Shelf life is a number of days from 1 to 3,650.',
    field: 'shelfLifeDays',
  },
  PACK_NAME_MISSING: {
    vi: () => 'Hãy nhập tên kiện hàng, ví dụ "Thùng xốp 10 kg" (tối đa 100 ký tự).',
    en: () => 'Enter the name of the case, such as "Foam box 10 kg" (at most 100 characters).',
    field: 'pack.name',
  },
  PACK_SIZE_NOT_POSITIVE: {
    vi: () => 'Một kiện phải chứa nhiều hơn 0 đơn vị.',
    en: () => 'A case must hold more than 0 units.',
    field: 'pack.sizeBase',
  },
  MOQ_NOT_VALID: {
    vi: () => 'Số kiện tối thiểu là số nguyên từ 1 đến 100.000.',
    en: () => 'The smallest order is a whole number of cases from 1 to 100,000.',
    field: 'pack.moqPacks',
  },
  GTIN_NOT_VALID: {
    vi: () => 'Mã vạch chưa đúng: 8, 12, 13 hoặc 14 chữ số, số cuối là số kiểm tra. Hãy quét lại hoặc để trống.',
    en: () => 'The barcode is not right: 8, 12, 13 or 14 digits, the last a check digit. Scan it again or leave it empty.',
    field: 'pack.gtin',
  },
  TOO_MANY_TIERS: {
    vi: () => 'Tối đa 10 bậc giá.',
    en: () => 'At most 10 price tiers.',
    field: 'priceTiers',
  },
  TIER_MINIMUM_NOT_RISING: {
    vi: () => 'Số lượng "từ" của bậc này phải lớn hơn bậc trước.',
    en: () => 'The "from" quantity of this tier must be larger than that of the tier before.',
  },
  TIER_PRICE_NOT_POSITIVE: {
    vi: () => 'Đơn giá phải lớn hơn 0 và không quá 1.000 tỷ đồng.',
    en: () => 'The unit price must be above 0 and at most 1,000 billion đồng.',
  },
  TIER_PRICE_RISES: {
    vi: () => 'Mua nhiều hơn không thể đắt hơn: đơn giá bậc này phải bằng hoặc thấp hơn bậc trước.',
    en: () => 'More cannot cost more: the price of this tier must be equal to or below that of the tier before.',
  },
  PRICE_MISSING: {
    vi: () => 'Hãy nhập ít nhất một bậc giá trước khi gửi duyệt.',
    en: () => 'Enter at least one price tier before sending the product for review.',
    field: 'priceTiers',
  },
  PHOTO_NOT_A_PICTURE: {
    vi: () => 'Tệp này không phải ảnh. Hãy chọn ảnh JPEG, PNG hoặc WebP.',
    en: () => 'This file is not a picture. Choose a JPEG, PNG or WebP picture.',
    field: 'photoFileId',
  },
  REASON_MISSING: {
    vi: () => 'Hãy viết điều cần sửa để hợp tác xã biết.',
    en: () => 'Write what to correct, so that the cooperative knows.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: () => 'Lý do dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The reason is longer than 2,000 characters. Shorten it.',
    field: 'reason',
  },
  PRODUCT_ARCHIVED: {
    vi: () => 'Sản phẩm đã lưu trữ không sửa được nữa. Hãy tạo sản phẩm mới.',
    en: () => 'An archived product can no longer be changed. Create a new product.',
  },
};
