import { formatDateVi, formatQuantity, formatVnd, type Quantity, type QuoteState } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type QuoteLineRefusal =
  | { readonly code: 'ASKED_LINE_UNKNOWN' }
  | { readonly code: 'ANSWERED_TWICE' }
  | { readonly code: 'PRODUCT_NOT_YOURS' }
  | { readonly code: 'PACK_NOT_OF_PRODUCT' }
  | { readonly code: 'PRICE_NOT_VALID' }
  | { readonly code: 'PRICE_NOT_WHOLE'; readonly down: bigint; readonly up: bigint }
  | { readonly code: 'FREIGHT_NOT_VALID' }
  | { readonly code: 'OFFER_NOT_POSITIVE' }
  | { readonly code: 'MOQ_ABOVE_OFFER' }
  | { readonly code: 'LEAD_TIME_NOT_VALID' }
  | { readonly code: 'LINE_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'ALTERNATIVE_WITHOUT_GOODS' }
  | { readonly code: 'POOL_EXCEEDS_OFFER'; readonly shares: Quantity; readonly unit: string }
  | { readonly code: 'POOL_PRICE_BELOW_FLOOR'; readonly floorPrice: bigint };

export type CounterLineRefusal =
  | { readonly code: 'QUOTE_LINE_UNKNOWN' }
  | { readonly code: 'COUNTERED_TWICE' }
  | { readonly code: 'COUNTER_EMPTY' }
  | { readonly code: 'COUNTER_NOT_POSITIVE' }
  | { readonly code: 'WANTED_DATE_PAST' };

export type QuoteRefusal =
  | QuoteLineRefusal
  | CounterLineRefusal
  | { readonly code: 'QUOTE_LATE' }
  | { readonly code: 'QUOTE_STATE'; readonly status: QuoteState }
  | { readonly code: 'DECLINED_BEFORE' }
  | { readonly code: 'QUOTE_LINES_MISSING' }
  | { readonly code: 'QUOTE_LINES_TOO_MANY'; readonly max: number }
  | { readonly code: 'VALIDITY_MISSING' }
  | { readonly code: 'VALIDITY_PAST'; readonly today: string }
  | { readonly code: 'VALIDITY_TOO_LONG' }
  | { readonly code: 'QUOTE_NOTE_TOO_LONG'; readonly max: number }
  | { readonly code: 'SELLER_NOT_ACTIVE' }
  | { readonly code: 'COUNTER_SAYS_NOTHING' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'SHARE_MEMBER_UNKNOWN' }
  | { readonly code: 'SHARE_ASKED_ALREADY' }
  | { readonly code: 'SHARE_NOT_OPEN' }
  | { readonly code: 'SHARE_QTY_NOT_VALID'; readonly asked: Quantity; readonly unit: string }
  | { readonly code: 'SHARE_FLOOR_MISSING' };

const STATE_VI: Record<QuoteState, string> = {
  DRAFT: 'chưa gửi',
  SENT: 'đã gửi',
  COUNTERED: 'đang được thương lượng',
  ACCEPTED: 'đã được chọn',
  REJECTED: 'không được chọn',
  WITHDRAWN: 'đã rút',
  EXPIRED: 'đã hết hiệu lực',
};
const STATE_EN: Record<QuoteState, string> = {
  DRAFT: 'has not been sent',
  SENT: 'has been sent',
  COUNTERED: 'is being negotiated',
  ACCEPTED: 'has been accepted',
  REJECTED: 'was not chosen',
  WITHDRAWN: 'has been withdrawn',
  EXPIRED: 'is no longer valid',
};

export const quoteMessages: Messages<QuoteRefusal> = {
  QUOTE_LATE: {
    vi: () => 'Đã hết hạn nhận báo giá theo giờ máy chủ. Hãy nhắn bên mua gia hạn.',
    en: () => 'The deadline has passed by the server’s clock. Ask the buyer to extend it.',
  },
  QUOTE_STATE: {
    vi: ({ status }) => `Báo giá này ${STATE_VI[status]}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ status }) => `This quote ${STATE_EN[status]}, so this cannot be done. Reload the page.`,
  },
  DECLINED_BEFORE: {
    vi: () => 'Đơn vị đã trả lời không báo giá được. Gửi báo giá sẽ thay câu trả lời đó.',
    en: () => 'You declined before. Sending a quote replaces that answer.',
  },
  QUOTE_LINES_MISSING: {
    vi: () => 'Hãy báo giá ít nhất một mặt hàng, hoặc trả lời không báo giá được.',
    en: () => 'Quote at least one line, or say that you cannot.',
    field: 'lines',
  },
  QUOTE_LINES_TOO_MANY: {
    vi: ({ max }) => `Tối đa ${max} dòng báo giá.`,
    en: ({ max }) => `At most ${max} lines.`,
    field: 'lines',
  },
  VALIDITY_MISSING: {
    vi: () => 'Hãy chọn ngày báo giá còn hiệu lực đến.',
    en: () => 'Choose the last day the quote is valid.',
    field: 'validUntil',
  },
  VALIDITY_PAST: {
    vi: ({ today }) => `Ngày hiệu lực đã qua. Hãy chọn từ ${formatDateVi(today)} trở đi.`,
    en: ({ today }) => `This day has passed. Choose ${today} or later.`,
    field: 'validUntil',
  },
  VALIDITY_TOO_LONG: {
    vi: () => 'Hiệu lực tối đa một năm.',
    en: () => 'A quote is valid for a year at most.',
    field: 'validUntil',
  },
  QUOTE_NOTE_TOO_LONG: {
    vi: ({ max }) => `Ghi chú dài quá ${max} chữ cái.`,
    en: ({ max }) => `The note is longer than ${max} characters.`,
    field: 'note',
  },
  SELLER_NOT_ACTIVE: {
    vi: () => 'Đơn vị của bạn chưa hoạt động trên sàn. Hãy liên hệ Liên minh Hợp tác xã.',
    en: () => 'Your organization is not active here. Contact the Cooperative Alliance.',
  },
  ASKED_LINE_UNKNOWN: {
    vi: () => 'Dòng này không thuộc yêu cầu. Hãy tải lại trang.',
    en: () => 'This line is not of the request. Reload the page.',
    field: 'rfqLineId',
  },
  ANSWERED_TWICE: {
    vi: () => 'Mặt hàng này được báo giá hai lần. Hãy ghi dòng thứ hai là phương án khác.',
    en: () => 'This line is quoted twice. Mark the second as an alternative.',
    field: 'rfqLineId',
  },
  PRODUCT_NOT_YOURS: {
    vi: () => 'Hãy chọn sản phẩm của đơn vị mình.',
    en: () => 'Choose a product of your own.',
    field: 'productId',
  },
  PACK_NOT_OF_PRODUCT: {
    vi: () => 'Quy cách này không thuộc sản phẩm.',
    en: () => 'This pack is not of the product.',
    field: 'packId',
  },
  PRICE_NOT_VALID: {
    vi: () => 'Giá phải lớn hơn 0 và dưới 1 tỷ đồng.',
    en: () => 'The price must be above zero and below 1 billion đồng.',
    field: 'price',
  },
  PRICE_NOT_WHOLE: {
    vi: ({ down, up }) => `Giá một kiện phải chia chẵn ra từng đồng cho mỗi đơn vị: ${formatVnd(down)} hoặc ${formatVnd(up)}.`,
    en: ({ down, up }) => `A price per pack must give whole đồng per unit: ${formatVnd(down, 'en')} or ${formatVnd(up, 'en')}.`,
    field: 'price',
  },
  FREIGHT_NOT_VALID: {
    vi: () => 'Tiền vận chuyển từ 0 đến dưới 1 tỷ đồng cho mỗi đơn vị.',
    en: () => 'Freight per unit is between zero and 1 billion đồng.',
    field: 'freightPerUnit',
  },
  OFFER_NOT_POSITIVE: {
    vi: () => 'Số lượng chào bán phải lớn hơn 0.',
    en: () => 'The offered quantity must be above zero.',
    field: 'offeredQty',
  },
  MOQ_ABOVE_OFFER: {
    vi: () => 'Số lượng tối thiểu phải lớn hơn 0 và không quá số chào bán.',
    en: () => 'The minimum must be above zero and at most what is offered.',
    field: 'moqQty',
  },
  LEAD_TIME_NOT_VALID: {
    vi: () => 'Thời gian chuẩn bị từ 0 đến 365 ngày.',
    en: () => 'Lead time: 0 to 365 days.',
    field: 'leadDays',
  },
  LINE_TEXT_TOO_LONG: {
    vi: ({ max }) => `Tối đa ${max} chữ cái.`,
    en: ({ max }) => `At most ${max} characters.`,
    field: 'note',
  },
  ALTERNATIVE_WITHOUT_GOODS: {
    vi: () => 'Phương án khác phải ghi rõ là hàng gì.',
    en: () => 'Say which goods the alternative is.',
    field: 'description',
  },
  POOL_EXCEEDS_OFFER: {
    vi: ({ shares, unit }) =>
      `Các đơn vị góp hàng đã nhận ${formatQuantity(shares, unit)}. Hãy chào ít nhất bằng số đó, hoặc thoả thuận lại.`,
    en: ({ shares, unit }) => `The members promised ${formatQuantity(shares, unit, 'en')}. Offer at least that, or agree anew.`,
    field: 'offeredQty',
  },
  POOL_PRICE_BELOW_FLOOR: {
    vi: ({ floorPrice }) => `Có đơn vị góp hàng chỉ nhận từ ${formatVnd(floorPrice)} trở lên.`,
    en: ({ floorPrice }) => `One member takes part from ${formatVnd(floorPrice, 'en')} on.`,
    field: 'price',
  },
  QUOTE_LINE_UNKNOWN: {
    vi: () => 'Dòng này không thuộc báo giá đang có. Hãy tải lại trang.',
    en: () => 'This line is not of the present quote. Reload the page.',
    field: 'quoteLineId',
  },
  COUNTERED_TWICE: {
    vi: () => 'Mỗi dòng chỉ đề nghị một lần.',
    en: () => 'Propose once for each line.',
    field: 'quoteLineId',
  },
  COUNTER_EMPTY: {
    vi: () => 'Hãy ghi giá, số lượng, ngày hoặc ý kiến muốn đề nghị.',
    en: () => 'Enter a price, a quantity, a day or a comment.',
    field: 'unitPrice',
  },
  COUNTER_NOT_POSITIVE: {
    vi: () => 'Giá và số lượng đề nghị phải lớn hơn 0.',
    en: () => 'The proposed price and quantity must be above zero.',
    field: 'unitPrice',
  },
  WANTED_DATE_PAST: { vi: () => 'Ngày muốn nhận đã qua.', en: () => 'The wanted day has passed.', field: 'wantedOn' },
  COUNTER_SAYS_NOTHING: {
    vi: () => 'Hãy đề nghị ít nhất một dòng hoặc ghi ý kiến chung.',
    en: () => 'Propose at least one line, or write a comment.',
    field: 'lines',
  },
  REASON_MISSING: { vi: () => 'Hãy ghi lý do để bên kia biết.', en: () => 'Give a reason for the other side.', field: 'reason' },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Dài quá ${max} chữ cái.`,
    en: ({ max }) => `Longer than ${max} characters.`,
    field: 'reason',
  },
  SHARE_MEMBER_UNKNOWN: {
    vi: () => 'Hãy chọn một hợp tác xã khác đang hoạt động trên sàn.',
    en: () => 'Choose another cooperative that is active here.',
    field: 'memberOrgId',
  },
  SHARE_ASKED_ALREADY: {
    vi: () => 'Đơn vị này đã được mời góp hàng cho mặt hàng này.',
    en: () => 'This organization has been asked for this line already.',
    field: 'memberOrgId',
  },
  SHARE_NOT_OPEN: {
    vi: () => 'Lời mời góp hàng này đã được trả lời.',
    en: () => 'This share has been answered already.',
  },
  SHARE_QTY_NOT_VALID: {
    vi: ({ asked, unit }) => `Số lượng góp phải lớn hơn 0 và không quá ${formatQuantity(asked, unit)}.`,
    en: ({ asked, unit }) => `The share must be above zero and at most ${formatQuantity(asked, unit, 'en')}.`,
    field: 'qty',
  },
  SHARE_FLOOR_MISSING: {
    vi: () => 'Hãy ghi giá thấp nhất mà đơn vị nhận bán.',
    en: () => 'Enter the lowest price you take part for.',
    field: 'floorPrice',
  },
};
