import type { ProductAction, ProductState, SecondPersonRefusal, TransitionRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type ProductRefusal =
  | TransitionRefusal<ProductState, ProductAction>
  | { readonly code: 'SKU_TOO_LONG' }
  | { readonly code: 'SKU_TAKEN' }
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
  | { readonly code: 'TOO_MANY_PHOTOS' }
  | { readonly code: 'PHOTO_TWICE' }
  | { readonly code: 'PHOTO_TEXT_TOO_LONG' }
  | { readonly code: 'SUBGROUP_TOO_LONG' }
  | { readonly code: 'TEMPERATURE_NOT_VALID' }
  | { readonly code: 'REMAINING_LIFE_NOT_VALID' }
  | { readonly code: 'ORIGIN_TOO_LONG' }
  | { readonly code: 'ORIGIN_UNKNOWN' }
  | { readonly code: 'STORY_TOO_LONG' }
  | { readonly code: 'TRACEABILITY_NOT_HTTPS' }
  | { readonly code: 'HS_CODE_NOT_VALID' }
  | { readonly code: 'WEIGHT_NOT_VALID' }
  | { readonly code: 'TOLERANCE_NOT_VALID' }
  | { readonly code: 'TOO_MANY_GRADES' }
  | { readonly code: 'GRADE_CODE_NOT_VALID' }
  | { readonly code: 'GRADE_NAME_MISSING' }
  | { readonly code: 'GRADE_IN_USE' }
  | { readonly code: 'GRADE_UNKNOWN' }
  | { readonly code: 'TOO_MANY_SPECS' }
  | { readonly code: 'SPEC_VALUE_MISSING' }
  | { readonly code: 'SPEC_RANGE_NOT_RISING' }
  | { readonly code: 'SPEC_TEXT_MISSING' }
  | { readonly code: 'SPEC_TEXT_TOO_LONG' }
  | { readonly code: 'PACKS_MISSING' }
  | { readonly code: 'TOO_MANY_PACKS' }
  | { readonly code: 'PACK_IN_USE' }
  | { readonly code: 'INNER_PACK_NOT_LOWER' }
  | { readonly code: 'INNER_PACK_NOT_WHOLE' }
  | { readonly code: 'GTIN_REPEATED' }
  | SecondPersonRefusal
  | { readonly code: 'CHANGE_NOT_OPEN' }
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
  SKU_TOO_LONG: {
    vi: () => 'Mã hàng dài quá 50 ký tự.',
    en: () => 'The code is longer than 50 characters.',
    field: 'sellerSku',
  },
  SKU_TAKEN: {
    vi: () => 'Mã hàng này đã dùng cho một sản phẩm khác của bạn. Hãy chọn mã khác.',
    en: () => 'Another product of yours already has this code. Choose another.',
    field: 'sellerSku',
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
  TOO_MANY_PHOTOS: {
    vi: () => 'Mỗi sản phẩm tối đa 8 ảnh. Hãy bớt ảnh cũ.',
    en: () => 'A product has at most 8 photos. Take old ones away.',
    field: 'photos',
  },
  PHOTO_TWICE: {
    vi: () => 'Một ảnh được chọn hai lần. Hãy bỏ một lần.',
    en: () => 'A photo is chosen twice. Leave one out.',
    field: 'photos',
  },
  PHOTO_TEXT_TOO_LONG: {
    vi: () => 'Mô tả ảnh dài quá 200 ký tự.',
    en: () => 'The text of a photo is longer than 200 characters.',
    field: 'photos',
  },
  SUBGROUP_TOO_LONG: {
    vi: () => 'Phân nhóm dài quá 100 ký tự.',
    en: () => 'The subgroup is longer than 100 characters.',
    field: 'subgroup',
  },
  TEMPERATURE_NOT_VALID: {
    vi: () => 'Nhiệt độ bảo quản từ −60 đến 60 °C, số đầu không lớn hơn số sau.',
    en: () => 'Storage temperature goes from −60 to 60 °C, the first not above the second.',
    field: 'storageTempMin',
  },
  REMAINING_LIFE_NOT_VALID: {
    vi: () => 'Hạn dùng còn lại khi nhận là số ngày từ 1 đến hạn dùng.',
    en: () => 'The life left at receipt is a number of days from 1 to the shelf life.',
    field: 'minRemainingDays',
  },
  ORIGIN_TOO_LONG: {
    vi: () => 'Vùng trồng dài quá 200 ký tự.',
    en: () => 'The origin is longer than 200 characters.',
    field: 'origin',
  },
  ORIGIN_UNKNOWN: {
    vi: () => 'Không có xã, phường này. Hãy chọn trong danh sách.',
    en: () => 'There is no such commune. Choose one from the list.',
    field: 'originCommuneCode',
  },
  STORY_TOO_LONG: {
    vi: () => 'Câu chuyện dài quá 4.000 ký tự. Hãy rút gọn.',
    en: () => 'The story is longer than 4,000 characters. Shorten it.',
    field: 'story',
  },
  TRACEABILITY_NOT_HTTPS: {
    vi: () => 'Liên kết truy xuất phải là địa chỉ bắt đầu bằng https://.',
    en: () => 'The traceability link must be an address that begins with https://.',
    field: 'traceabilityUrl',
  },
  HS_CODE_NOT_VALID: {
    vi: () => 'Mã HS gồm 6 đến 8 chữ số, ví dụ 08109092.',
    en: () => 'An HS code has 6 to 8 digits, such as 08109092.',
    field: 'hsCode',
  },
  WEIGHT_NOT_VALID: {
    vi: () => 'Khối lượng tịnh phải lớn hơn 0, khối lượng bì không âm, dưới 100 tấn.',
    en: () => 'Net weight must be above 0, tare not negative, both below 100 tonnes.',
    field: 'pack.netWeight',
  },
  TOLERANCE_NOT_VALID: {
    vi: () => 'Sai số cân từ 0 đến 50%.',
    en: () => 'The weighing tolerance goes from 0 to 50%.',
    field: 'pack.weightToleranceBp',
  },
  TOO_MANY_GRADES: {
    vi: () => 'Tối đa 10 loại.',
    en: () => 'At most 10 grades.',
    field: 'grades',
  },
  GRADE_CODE_NOT_VALID: {
    vi: () => 'Mã loại gồm 1 đến 12 chữ cái không dấu, chữ số hoặc gạch nối, mỗi mã một lần, ví dụ L1.',
    en: () => 'A grade code has 1 to 12 plain letters, digits or dashes, each code once, such as L1.',
  },
  GRADE_NAME_MISSING: {
    vi: () => 'Hãy nhập tên loại, ví dụ "Loại 1" (tối đa 100 ký tự).',
    en: () => 'Enter the name of the grade, such as "Grade 1" (at most 100 characters).',
  },
  GRADE_IN_USE: {
    vi: () => 'Một loại bị bỏ vẫn còn giá, kiện hoặc lô hàng. Hãy gỡ những thứ đó trước.',
    en: () => 'A grade taken away still has prices, packs or lots. Remove those first.',
    field: 'grades',
  },
  GRADE_UNKNOWN: {
    vi: () => 'Không có loại này. Hãy tải lại rồi chọn loại.',
    en: () => 'There is no such grade. Reload, then choose one.',
  },
  TOO_MANY_SPECS: {
    vi: () => 'Mỗi loại tối đa 12 chỉ tiêu.',
    en: () => 'A grade has at most 12 specifications.',
  },
  SPEC_VALUE_MISSING: {
    vi: () => 'Hãy nhập số cho chỉ tiêu này.',
    en: () => 'Enter the number of this specification.',
  },
  SPEC_RANGE_NOT_RISING: {
    vi: () => 'Số sau phải lớn hơn số trước.',
    en: () => 'The second number must be larger than the first.',
  },
  SPEC_TEXT_MISSING: {
    vi: () => 'Hãy tả chỉ tiêu này bằng lời.',
    en: () => 'Describe this specification in words.',
  },
  SPEC_TEXT_TOO_LONG: {
    vi: () => 'Chỉ tiêu dài quá: đơn vị 20 ký tự, lời tả 200 ký tự.',
    en: () => 'Too long: 20 characters for a unit, 200 for words.',
  },
  PACKS_MISSING: {
    vi: () => 'Sản phẩm cần ít nhất một quy cách đóng gói.',
    en: () => 'A product needs at least one pack.',
    field: 'packs',
  },
  TOO_MANY_PACKS: {
    vi: () => 'Tối đa 12 quy cách đóng gói.',
    en: () => 'At most 12 packs.',
    field: 'packs',
  },
  PACK_IN_USE: {
    vi: () => 'Một quy cách bị bỏ vẫn nằm trong hợp đồng. Hãy giữ lại quy cách đó.',
    en: () => 'A pack taken away is still named by a contract. Keep it.',
    field: 'packs',
  },
  INNER_PACK_NOT_LOWER: {
    vi: () => 'Kiện nhỏ bên trong phải ở cấp thấp hơn: hộp trong thùng, thùng trên pallet.',
    en: () => 'The pack inside must be of a lower level: box in case, case on pallet.',
  },
  INNER_PACK_NOT_WHOLE: {
    vi: () => 'Kiện này phải chứa vừa đủ số nguyên kiện nhỏ bên trong.',
    en: () => 'This pack must hold a whole number of the pack inside.',
  },
  GTIN_REPEATED: {
    vi: () => 'Mã vạch này đã dùng cho quy cách khác. Mỗi cấp đóng gói có mã riêng.',
    en: () => 'Another pack has this barcode. Each level has its own.',
  },
  SECOND_PERSON_NEEDED: {
    vi: () => 'Bạn đã gửi duyệt thay hợp tác xã, nên cần một cán bộ khác duyệt.',
    en: () => 'You sent this in the cooperative’s name, so a colleague has to decide on it.',
  },
  CHANGE_NOT_OPEN: {
    vi: () => 'Đề nghị này đã được quyết định hoặc rút lại. Hãy tải lại trang.',
    en: () => 'This request is already decided or withdrawn. Reload the page.',
  },
  PRODUCT_ARCHIVED: {
    vi: () => 'Sản phẩm đã lưu trữ không sửa được nữa. Hãy tạo sản phẩm mới.',
    en: () => 'An archived product can no longer be changed. Create a new product.',
  },
};
