import { formatDateVi, formatQuantity, type LotBlock, type Quantity, type StockRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import type { HoldRefusal, ShipRefusal } from './stock-book.js';

export type SupplyRefusal =
  | StockRefusal
  | { readonly code: 'STOCK_NOT_KEPT' }
  | { readonly code: 'STOCK_STILL_HELD'; readonly held: Quantity; readonly unit: string }
  | { readonly code: 'PRODUCT_ARCHIVED' }
  | { readonly code: 'HARVEST_DATE_FUTURE'; readonly today: string }
  | { readonly code: 'LOT_DATES_NOT_IN_ORDER' }
  | { readonly code: 'LOT_EXPIRED_ALREADY' }
  | { readonly code: 'LOT_CODE_TAKEN'; readonly lotCode: string }
  | { readonly code: 'LOT_CODE_NOT_VALID' }
  | { readonly code: 'NOTE_TOO_LONG'; readonly max: number }
  | { readonly code: 'REASON_NOTE_MISSING' }
  | { readonly code: 'PLACE_MISSING' }
  | { readonly code: 'STAGE_DATE_NOT_VALID' }
  | { readonly code: 'WEEKS_MISSING' }
  | { readonly code: 'WEEKS_TOO_MANY'; readonly max: number }
  | { readonly code: 'WEEK_TWICE' }
  | { readonly code: 'WEEK_PAST' }
  | { readonly code: 'WEEK_TOO_FAR' }
  | { readonly code: 'WINDOWS_TOO_MANY'; readonly max: number }
  | { readonly code: 'WINDOW_DAY_NOT_VALID' }
  | { readonly code: 'WINDOWS_OVERLAP' }
  | { readonly code: 'WINDOW_VOLUME_NEGATIVE' };

const vi = (qty: Quantity, unit = '') => formatQuantity(qty, unit, 'vi');
const en = (qty: Quantity, unit = '') => formatQuantity(qty, unit, 'en');

export const supplyMessages: Messages<SupplyRefusal> = {
  STOCK_QUANTITY_NOT_POSITIVE: {
    vi: () => 'Hãy ghi số lượng lớn hơn 0.',
    en: () => 'Enter a quantity above zero.',
    field: 'qty',
  },
  STOCK_NOT_ENOUGH: {
    vi: ({ free }) => `Lô này chỉ còn ${vi(free)} chưa giữ cho đơn nào. Hãy ghi số nhỏ hơn, hoặc đổi lô cho đơn trước.`,
    en: ({ free }) => `Only ${en(free)} of this lot is not held for an order. Enter less, or give the order another lot first.`,
    field: 'qty',
  },
  STOCK_NOT_HELD: {
    vi: ({ held }) => `Lô này chỉ đang giữ ${vi(held)}. Hãy tải lại trang.`,
    en: ({ held }) => `Only ${en(held)} of this lot is held. Reload the page.`,
  },
  STOCK_UNCHANGED: {
    vi: () => 'Số đếm được bằng đúng số trên sổ; không có gì để ghi.',
    en: () => 'The count equals the books; there is nothing to record.',
    field: 'counted',
  },
  STOCK_ALREADY_REVERSED: {
    vi: () => 'Dòng này đã được hoàn tác rồi.',
    en: () => 'This row has been undone already.',
  },
  STOCK_NOT_REVERSIBLE: {
    vi: () => 'Dòng này do đơn hàng ghi; hãy huỷ hoặc đóng đơn để trả lại hàng.',
    en: () => 'An order wrote this row; cancel or close the order to give the goods back.',
  },
  STOCK_NOT_KEPT: {
    vi: () => 'Sản phẩm này chưa giữ hàng theo lô. Hãy bật "Giữ hàng theo lô" rồi ghi lại.',
    en: () => 'This product is not kept by lots. Turn on "Keep stock by lots" and record again.',
    field: 'keepStock',
  },
  STOCK_STILL_HELD: {
    vi: ({ held, unit }) => `Còn ${vi(held, unit)} đang giữ cho đơn hàng. Giao hoặc đóng các đơn đó rồi hãy tắt.`,
    en: ({ held, unit }) => `${en(held, unit)} is held for orders. Deliver or close them before turning this off.`,
    field: 'stockKept',
  },
  PRODUCT_ARCHIVED: {
    vi: () => 'Sản phẩm đã lưu trữ nên không ghi thêm được. Hãy chọn sản phẩm đang bán.',
    en: () => 'The product is archived and takes no more records. Choose one that is sold.',
    field: 'productId',
  },
  HARVEST_DATE_FUTURE: {
    vi: ({ today }) => `Ngày thu hoạch không sau hôm nay (${formatDateVi(today)}).`,
    en: ({ today }) => `The harvest cannot be later than today (${today}).`,
    field: 'harvestedOn',
  },
  LOT_DATES_NOT_IN_ORDER: {
    vi: () => 'Ngày bắt đầu bán không trước ngày thu hoạch, và hạn sử dụng không trước hai ngày đó.',
    en: () => 'The first day of sale comes no earlier than the harvest, and the expiry no earlier than both.',
    field: 'expiresOn',
  },
  LOT_EXPIRED_ALREADY: {
    vi: () => 'Hạn sử dụng đã qua. Hãy kiểm tra lại ngày thu hoạch và hạn sử dụng.',
    en: () => 'The expiry has passed. Check the day of harvest and the expiry.',
    field: 'expiresOn',
  },
  LOT_CODE_TAKEN: {
    vi: ({ lotCode }) => `Mã lô ${lotCode} đã có. Hãy đặt mã khác hoặc để trống.`,
    en: ({ lotCode }) => `The lot code ${lotCode} is taken. Choose another or leave it empty.`,
    field: 'code',
  },
  LOT_CODE_NOT_VALID: {
    vi: () => 'Mã lô có từ 2 đến 40 chữ cái không dấu, chữ số, dấu gạch ngang hoặc gạch chéo.',
    en: () => 'A lot code has 2 to 40 plain letters, digits, hyphens or slashes.',
    field: 'code',
  },
  NOTE_TOO_LONG: {
    vi: ({ max }) => `Ghi chú dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A note has at most ${max} characters.`,
    field: 'note',
  },
  REASON_NOTE_MISSING: {
    vi: () => 'Hãy ghi rõ lý do, để người xem sổ sau này hiểu.',
    en: () => 'Say why, so that whoever reads the books later understands.',
    field: 'note',
  },
  PLACE_MISSING: {
    vi: () => 'Hãy ghi nơi làm, tối đa 200 ký tự.',
    en: () => 'Say where, in at most 200 characters.',
    field: 'place',
  },
  STAGE_DATE_NOT_VALID: {
    vi: () => 'Ngày của công đoạn không sau hôm nay.',
    en: () => 'The day of a step cannot be later than today.',
    field: 'on',
  },
  WEEKS_MISSING: { vi: () => 'Hãy ghi ít nhất một tuần.', en: () => 'Enter at least one week.', field: 'weeks' },
  WEEKS_TOO_MANY: {
    vi: ({ max }) => `Mỗi lần ghi tối đa ${max} tuần.`,
    en: ({ max }) => `At most ${max} weeks at a time.`,
    field: 'weeks',
  },
  WEEK_TWICE: { vi: () => 'Một tuần được ghi hai lần.', en: () => 'A week is entered twice.', field: 'weeks' },
  WEEK_PAST: {
    vi: () => 'Tuần này đã qua. Hãy ghi thu hoạch thật thay cho dự báo.',
    en: () => 'This week is past. Record the real harvest instead of a forecast.',
    field: 'weeks',
  },
  WEEK_TOO_FAR: {
    vi: () => 'Chỉ dự báo trong vòng một năm tới. Xa hơn nữa hãy dùng lịch mùa vụ.',
    en: () => 'Forecast no further than a year. Use the harvest calendar beyond.',
    field: 'weeks',
  },
  WINDOWS_TOO_MANY: {
    vi: ({ max }) => `Mỗi sản phẩm có tối đa ${max} vụ trong năm.`,
    en: ({ max }) => `A product has at most ${max} harvests a year.`,
    field: 'windows',
  },
  WINDOW_DAY_NOT_VALID: {
    vi: () => 'Ngày của vụ viết theo tháng-ngày có thật, ví dụ 07-15.',
    en: () => 'Days of a harvest are a real month and day, such as 07-15.',
    field: 'windows',
  },
  WINDOWS_OVERLAP: {
    vi: () => 'Hai vụ chồng lên nhau. Hãy nối thành một vụ hoặc sửa ngày.',
    en: () => 'Two harvests overlap. Join them or change the days.',
    field: 'windows',
  },
  WINDOW_VOLUME_NEGATIVE: {
    vi: () => 'Sản lượng mỗi tuần không âm.',
    en: () => 'The weekly volume cannot be negative.',
    field: 'windows',
  },
};

/** For the module whose act asked for the stock. */
export const holdMessages: Messages<HoldRefusal> = {
  STOCK_SHORT: {
    vi: ({ firm, plan, unit, on }) =>
      firm.isPositive
        ? `Kho chỉ giữ chắc được ${vi(firm, unit)} cho ngày ${formatDateVi(on)}; kế hoạch tuần đó là ${vi(plan, unit)}. Hãy xác nhận ít hơn, đổi ngày, hoặc ghi thu hoạch trước.`
        : `Kho chưa có hàng chắc chắn cho ngày ${formatDateVi(on)}; kế hoạch tuần đó là ${vi(plan, unit)}. Hãy đổi ngày, từ chối dòng này, hoặc ghi thu hoạch trước.`,
    en: ({ firm, plan, unit, on }) =>
      firm.isPositive
        ? `The stock can firmly give ${en(firm, unit)} for ${on}; that week's plan is ${en(plan, unit)}. Confirm less, choose another day, or record the harvest first.`
        : `Nothing in stock is firm for ${on}; that week's plan is ${en(plan, unit)}. Choose another day, refuse the line, or record the harvest first.`,
    field: 'qty',
  },
};

const BLOCK: Record<LotBlock, { vi: (days: number) => string; en: (days: number) => string }> = {
  NOT_GOOD_YET: { vi: () => 'chưa đến ngày được bán', en: () => 'is not ready for sale yet' },
  EXPIRED: { vi: () => 'hết hạn trước khi đến nơi', en: () => 'expires before it arrives' },
  TOO_LITTLE_LIFE: {
    vi: (days) => `đến nơi không còn đủ ${days} ngày hạn dùng`,
    en: (days) => `would arrive with fewer than ${days} days of life`,
  },
};

/** Why a lot stays where it is. */
export const lotBlockSentence = (reason: LotBlock, minDays: number, locale: 'vi' | 'en'): string =>
  BLOCK[reason][locale](minDays);

export const shipMessages: Messages<ShipRefusal> = {
  LOT_UNKNOWN: {
    vi: ({ lotCode }) => `Không có lô ${lotCode} còn hàng của sản phẩm này. Hãy chọn trong danh sách.`,
    en: ({ lotCode }) => `There is no stocked lot ${lotCode} of this product. Choose from the list.`,
    field: 'lots',
  },
  LOT_NOT_USABLE: {
    vi: ({ lotCode, reason, minDays }) =>
      `Lô ${lotCode} ${BLOCK[reason].vi(minDays)}. Hãy chọn lô khác${reason === 'TOO_LITTLE_LIFE' ? ', hoặc xin bên mua miễn cho lô này' : ''}.`,
    en: ({ lotCode, reason, minDays }) =>
      `Lot ${lotCode} ${BLOCK[reason].en(minDays)}. Choose another${reason === 'TOO_LITTLE_LIFE' ? ', or ask the buyer for a waiver' : ''}.`,
    field: 'lots',
  },
  LOT_SHORT: {
    vi: ({ lotCode, free, unit }) => `Lô ${lotCode} chỉ còn ${vi(free, unit)} cho đơn này. Hãy lấy thêm từ lô khác.`,
    en: ({ lotCode, free, unit }) => `Lot ${lotCode} has ${en(free, unit)} for this order. Take the rest from another.`,
    field: 'lots',
  },
  LOTS_DO_NOT_ADD_UP: {
    vi: ({ sum, qty, unit }) => `Các lô cộng lại được ${vi(sum, unit)}, còn dòng này giao ${vi(qty, unit)}. Hãy sửa cho khớp.`,
    en: ({ sum, qty, unit }) => `The lots add up to ${en(sum, unit)}, the line sends ${en(qty, unit)}. Make them match.`,
    field: 'lots',
  },
  SHIP_STOCK_SHORT: {
    vi: ({ covered, unit }) => `Các lô đủ điều kiện chỉ có ${vi(covered, unit)}. Hãy giao ít hơn, hoặc ghi thu hoạch trước.`,
    en: ({ covered, unit }) => `Usable lots hold ${en(covered, unit)}. Send less, or record the harvest first.`,
    field: 'qty',
  },
};
