import { formatQuantity, type Locale, Quantity } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type ContractLineRefusal =
  | { readonly code: 'PRODUCT_NOT_OF_SELLER' }
  | { readonly code: 'PACK_NOT_OF_PRODUCT' }
  | { readonly code: 'QUANTITIES_NOT_IN_ORDER' }
  | { readonly code: 'MAX_NOT_POSITIVE' }
  | { readonly code: 'UNIT_PRICE_NOT_VALID' }
  | { readonly code: 'MOU_LINE_UNKNOWN' }
  | { readonly code: 'MOU_LINE_OTHER_GOODS' }
  | { readonly code: 'SCHEDULE_NOT_IN_ORDER' }
  | { readonly code: 'SCHEDULE_OUTSIDE_VALIDITY' }
  | { readonly code: 'SCHEDULE_OVER_MAX'; readonly max: Quantity };

export type ContractRefusal =
  | ContractLineRefusal
  | { readonly code: 'ONE_ORGANIZATION_TWICE' }
  | { readonly code: 'NOT_ONE_OF_THE_SIDES' }
  | { readonly code: 'SIDE_UNKNOWN' }
  | { readonly code: 'SIDES_NOT_IN_MOU' }
  | { readonly code: 'CONTRACT_DATES_OUT_OF_ORDER' }
  | { readonly code: 'CONTRACT_IS_OVER_ALREADY' }
  | { readonly code: 'PRICE_CLAUSE_NOTE_TOO_LONG' }
  | { readonly code: 'TOLERANCE_NOT_VALID'; readonly mostBp: number }
  | { readonly code: 'PAYMENT_TERM_NOT_VALID'; readonly most: number }
  | { readonly code: 'RETURN_POLICY_TOO_LONG' }
  | { readonly code: 'REMAINING_LIFE_NOT_VALID' }
  | { readonly code: 'NOTICE_NOT_VALID' }
  | { readonly code: 'PLACE_NOT_OF_BUYER' }
  | { readonly code: 'CONTRACT_LINES_MISSING' }
  | { readonly code: 'TOO_MANY_CONTRACT_LINES' }
  | { readonly code: 'MOU_NOT_IN_FORCE' }
  | { readonly code: 'CONTRACT_NOT_IN_NEGOTIATION' }
  | { readonly code: 'SIDE_SIGNED_ALREADY' }
  | { readonly code: 'CONTRACT_WRONG_ROLE' };

/** Basis points as percent. */
export const percent = (bp: number, locale: Locale): string =>
  formatQuantity(Quantity.fromThousandths(BigInt(bp) * 10n), '', locale).trim();

export const contractMessages: Messages<ContractRefusal> = {
  RETURN_POLICY_TOO_LONG: {
    vi: () => 'Điều khoản đổi trả dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The return policy is longer than 2,000 characters. Shorten it.',
    field: 'returnPolicy',
  },
  REMAINING_LIFE_NOT_VALID: {
    vi: () => 'Hạn dùng còn lại là phần trăm từ 0 đến 100.',
    en: () => 'The remaining life is a percentage from 0 to 100.',
    field: 'minRemainingLifePct',
  },
  NOTICE_NOT_VALID: {
    vi: () => 'Số ngày báo trước từ 0 đến 365.',
    en: () => 'The notice is 0 to 365 days.',
    field: 'noticeDays',
  },
  PLACE_NOT_OF_BUYER: {
    vi: () => 'Nơi nhận không thuộc bên mua hoặc đã ngừng dùng. Hãy chọn lại.',
    en: () => 'A place is not the buyer’s or no longer in use. Choose again.',
    field: 'placeIds',
  },
  PRODUCT_NOT_OF_SELLER: {
    vi: () => 'Sản phẩm này không phải của bên bán hoặc chưa được đăng. Hãy chọn sản phẩm khác.',
    en: () => "This product is not the seller's or is not published. Choose another.",
  },
  PACK_NOT_OF_PRODUCT: {
    vi: () => 'Quy cách đóng gói này không thuộc sản phẩm. Hãy chọn lại quy cách.',
    en: () => 'This pack does not belong to the product. Choose the pack again.',
  },
  QUANTITIES_NOT_IN_ORDER: {
    vi: () => 'Sản lượng phải theo thứ tự: tối thiểu ≤ dự kiến ≤ tối đa.',
    en: () => 'Quantities must stand in order: minimum ≤ target ≤ maximum.',
  },
  MAX_NOT_POSITIVE: {
    vi: () => 'Sản lượng dự kiến và tối đa phải lớn hơn 0.',
    en: () => 'Target and maximum must be above 0.',
  },
  UNIT_PRICE_NOT_VALID: {
    vi: () => 'Đơn giá phải từ 1 đồng đến 1 tỷ đồng cho một đơn vị tính.',
    en: () => 'The unit price must be between 1 and 1 billion đồng per unit.',
  },
  MOU_LINE_UNKNOWN: {
    vi: () => 'Hãy chọn dòng hàng của biên bản ghi nhớ mà dòng này thực hiện.',
    en: () => 'Choose the line of the memorandum that this line carries out.',
  },
  MOU_LINE_OTHER_GOODS: {
    vi: () => 'Sản phẩm hoặc đơn vị tính khác với dòng của biên bản. Hãy chọn đúng dòng.',
    en: () => "Product or unit differ from the memorandum's line. Choose the right line.",
  },
  SCHEDULE_NOT_IN_ORDER: {
    vi: () => 'Các đợt giao phải nối tiếp nhau, không chồng ngày, và số lượng lớn hơn 0.',
    en: () => 'Periods must follow each other without overlapping, with quantities above 0.',
  },
  SCHEDULE_OUTSIDE_VALIDITY: {
    vi: () => 'Các đợt giao phải nằm trong thời hạn hợp đồng.',
    en: () => 'Periods must lie within the validity of the contract.',
  },
  SCHEDULE_OVER_MAX: {
    vi: ({ max }) => `Tổng các đợt giao vượt mức tối đa ${formatQuantity(max)}. Hãy giảm bớt.`,
    en: ({ max }) => `The periods add up to more than the maximum of ${formatQuantity(max, '', 'en')}. Reduce them.`,
  },
  ONE_ORGANIZATION_TWICE: {
    vi: () => 'Bên bán và bên mua phải là hai đơn vị khác nhau.',
    en: () => 'Seller and buyer must be two organizations.',
    field: 'buyerOrgId',
  },
  NOT_ONE_OF_THE_SIDES: {
    vi: () => 'Đơn vị của bạn phải là bên bán hoặc bên mua của hợp đồng.',
    en: () => 'Your organization must be the seller or the buyer.',
    field: 'sellerOrgId',
  },
  SIDE_UNKNOWN: {
    vi: () => 'Đơn vị này không có trong sổ đăng ký hoặc đã ngừng hoạt động. Hãy chọn lại.',
    en: () => 'This organization is not in the register or no longer active. Choose again.',
    field: 'sellerOrgId',
  },
  SIDES_NOT_IN_MOU: {
    vi: () => 'Bên bán và bên mua phải đứng đúng vai trong biên bản ghi nhớ.',
    en: () => 'Seller and buyer must stand as such in the memorandum.',
    field: 'mouId',
  },
  CONTRACT_DATES_OUT_OF_ORDER: {
    vi: () => 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi.',
    en: () => 'The last day of validity must not be before the first.',
    field: 'validTo',
  },
  CONTRACT_IS_OVER_ALREADY: {
    vi: () => 'Ngày hết hiệu lực đã qua. Hãy chọn ngày từ hôm nay trở đi.',
    en: () => 'The last day of validity has passed. Choose today or later.',
    field: 'validTo',
  },
  PRICE_CLAUSE_NOTE_TOO_LONG: {
    vi: () => 'Ghi chú về giá dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The note on prices is longer than 2,000 characters. Shorten it.',
    field: 'priceClauseNote',
  },
  TOLERANCE_NOT_VALID: {
    vi: ({ mostBp }) => `Mức được đặt vượt từ 0 % đến ${percent(mostBp, 'vi')} %.`,
    en: ({ mostBp }) => `The tolerance is between 0 % and ${percent(mostBp, 'en')} %.`,
    field: 'toleranceBp',
  },
  PAYMENT_TERM_NOT_VALID: {
    vi: ({ most }) => `Thời hạn thanh toán từ 0 đến ${most} ngày.`,
    en: ({ most }) => `The payment term is between 0 and ${most} days.`,
    field: 'paymentTermDays',
  },
  CONTRACT_LINES_MISSING: {
    vi: () => 'Hãy ghi ít nhất một dòng hàng hoá.',
    en: () => 'Enter at least one line of goods.',
    field: 'lines',
  },
  TOO_MANY_CONTRACT_LINES: {
    vi: () => 'Một hợp đồng có tối đa 1.000 dòng hàng hoá.',
    en: () => 'A contract has at most 1,000 lines.',
    field: 'lines',
  },
  MOU_NOT_IN_FORCE: {
    vi: () => 'Biên bản ghi nhớ chưa ký xong hoặc đã kết thúc. Chỉ lập hợp đồng từ biên bản đã ký.',
    en: () => 'The memorandum is not signed yet or is over. Contracts follow from a signed one only.',
    field: 'mouId',
  },
  CONTRACT_NOT_IN_NEGOTIATION: {
    vi: () => 'Hợp đồng này đã ký xong hoặc đã kết thúc.',
    en: () => 'This contract is signed by both sides or over.',
  },
  SIDE_SIGNED_ALREADY: {
    vi: () => 'Đơn vị của bạn đã ký hợp đồng này.',
    en: () => 'Your organization has signed this contract.',
  },
  CONTRACT_WRONG_ROLE: {
    vi: () => 'Hợp đồng do giám đốc bên bán và người quản lý bên mua ký. Hãy chuyển cho người có vai trò đó.',
    en: () => "The seller's director and the buyer's manager sign contracts. Pass it on to them.",
  },
};
