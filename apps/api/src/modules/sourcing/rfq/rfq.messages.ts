import type { RfqState } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type RfqLineRefusal =
  | { readonly code: 'LINE_DESCRIPTION_MISSING' }
  | { readonly code: 'LINE_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'LINE_UNIT_MISSING' }
  | { readonly code: 'LINE_QTY_NOT_POSITIVE' }
  | { readonly code: 'LINE_TIMES_NOT_VALID'; readonly max: number }
  | { readonly code: 'LINE_QTY_TOO_LARGE' }
  | { readonly code: 'LINE_PRODUCT_UNKNOWN' };

export type RfqRefusal =
  | RfqLineRefusal
  | { readonly code: 'TITLE_MISSING' }
  | { readonly code: 'NOTE_TOO_LONG'; readonly max: number }
  | { readonly code: 'LINES_MISSING' }
  | { readonly code: 'TOO_MANY_LINES'; readonly max: number }
  | { readonly code: 'INVITEES_MISSING' }
  | { readonly code: 'TOO_MANY_INVITEES'; readonly max: number }
  | { readonly code: 'INVITEE_UNKNOWN' }
  | { readonly code: 'INVITEE_IS_BUYER' }
  | { readonly code: 'TOO_MANY_FILES'; readonly max: number }
  | { readonly code: 'LOCATION_NOT_YOURS' }
  | { readonly code: 'PERIOD_OUT_OF_ORDER' }
  | { readonly code: 'PERIOD_MISSING' }
  | { readonly code: 'DEADLINE_MISSING' }
  | { readonly code: 'DEADLINE_PAST' }
  | { readonly code: 'DEADLINE_NOT_LATER' }
  | { readonly code: 'BUYER_NOT_ACTIVE' }
  | { readonly code: 'RFQ_NOT_DRAFT' }
  | { readonly code: 'RFQ_STATE'; readonly status: RfqState }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'ALREADY_QUOTED' };

const STATE_VI: Record<RfqState, string> = {
  DRAFT: 'còn là bản nháp',
  OPEN: 'đang nhận báo giá',
  CLOSED: 'đã hết hạn nhận báo giá',
  AWARDED: 'đã chọn báo giá',
  CANCELLED: 'đã huỷ',
};
const STATE_EN: Record<RfqState, string> = {
  DRAFT: 'is still a draft',
  OPEN: 'is open for quotes',
  CLOSED: 'is closed for quotes',
  AWARDED: 'has been awarded',
  CANCELLED: 'has been cancelled',
};

export const rfqMessages: Messages<RfqRefusal> = {
  TITLE_MISSING: {
    vi: () => 'Hãy ghi tên yêu cầu, tối đa 200 chữ cái.',
    en: () => 'Give the request a title of at most 200 characters.',
    field: 'title',
  },
  NOTE_TOO_LONG: {
    vi: ({ max }) => `Ghi chú dài quá ${max} chữ cái. Hãy viết gọn hoặc đính kèm tệp.`,
    en: ({ max }) => `The note is longer than ${max} characters. Shorten it or attach a file.`,
    field: 'note',
  },
  LINES_MISSING: {
    vi: () => 'Hãy thêm ít nhất một mặt hàng.',
    en: () => 'Add at least one line.',
    field: 'lines',
  },
  TOO_MANY_LINES: {
    vi: ({ max }) => `Tối đa ${max} dòng. Hãy tách thành nhiều yêu cầu.`,
    en: ({ max }) => `At most ${max} lines. Split the request.`,
    field: 'lines',
  },
  LINE_DESCRIPTION_MISSING: {
    vi: () => 'Hãy chọn sản phẩm hoặc ghi tên hàng.',
    en: () => 'Choose a product or name the goods.',
    field: 'description',
  },
  LINE_TEXT_TOO_LONG: {
    vi: ({ max }) => `Tối đa ${max} chữ cái.`,
    en: ({ max }) => `At most ${max} characters.`,
    field: 'spec',
  },
  LINE_UNIT_MISSING: { vi: () => 'Hãy ghi đơn vị tính.', en: () => 'Give the unit.', field: 'baseUnit' },
  LINE_QTY_NOT_POSITIVE: {
    vi: () => 'Số lượng phải lớn hơn 0.',
    en: () => 'The quantity must be above zero.',
    field: 'perQty',
  },
  LINE_TIMES_NOT_VALID: {
    vi: ({ max }) => `Số lần giao hoặc số tuần từ 1 đến ${max}.`,
    en: ({ max }) => `Deliveries or weeks: 1 to ${max}.`,
    field: 'times',
  },
  LINE_QTY_TOO_LARGE: {
    vi: () => 'Tổng số lượng quá lớn. Hãy giảm số lượng hoặc số lần giao.',
    en: () => 'The total is too large. Ask for less or for fewer deliveries.',
    field: 'perQty',
  },
  LINE_PRODUCT_UNKNOWN: {
    vi: () => 'Sản phẩm này không còn trên danh mục. Hãy chọn lại hoặc ghi tên hàng.',
    en: () => 'This product is not listed any more. Choose another or name the goods.',
    field: 'productId',
  },
  INVITEES_MISSING: {
    vi: () => 'Hãy mời ít nhất một hợp tác xã.',
    en: () => 'Invite at least one cooperative.',
    field: 'inviteeIds',
  },
  TOO_MANY_INVITEES: {
    vi: ({ max }) => `Mời tối đa ${max} đơn vị một lần.`,
    en: ({ max }) => `Invite at most ${max} organizations at once.`,
    field: 'inviteeIds',
  },
  INVITEE_UNKNOWN: {
    vi: () => 'Có đơn vị được mời không bán hàng trên sàn. Hãy bỏ đơn vị đó.',
    en: () => 'One of the invited organizations does not sell here. Remove it.',
    field: 'inviteeIds',
  },
  INVITEE_IS_BUYER: {
    vi: () => 'Không thể mời chính đơn vị của mình.',
    en: () => 'Your own organization cannot be invited.',
    field: 'inviteeIds',
  },
  TOO_MANY_FILES: {
    vi: ({ max }) => `Đính kèm tối đa ${max} tệp.`,
    en: ({ max }) => `Attach at most ${max} files.`,
    field: 'fileIds',
  },
  LOCATION_NOT_YOURS: {
    vi: () => 'Hãy chọn một nơi nhận hàng của đơn vị mình.',
    en: () => 'Choose a place of delivery of your own organization.',
    field: 'deliveryLocationId',
  },
  PERIOD_OUT_OF_ORDER: {
    vi: () => 'Ngày bắt đầu phải trước ngày kết thúc.',
    en: () => 'The period must start before it ends.',
    field: 'periodTo',
  },
  PERIOD_MISSING: {
    vi: () => 'Có dòng giao nhiều lần: hãy ghi thời gian giao từ ngày nào đến ngày nào.',
    en: () => 'Some lines are delivered more than once: give the period.',
    field: 'periodFrom',
  },
  DEADLINE_MISSING: {
    vi: () => 'Hãy chọn hạn nhận báo giá.',
    en: () => 'Choose a deadline for quotes.',
    field: 'deadlineAt',
  },
  DEADLINE_PAST: {
    vi: () => 'Hạn nhận báo giá phải còn ít nhất một giờ nữa.',
    en: () => 'The deadline must be at least an hour away.',
    field: 'deadlineAt',
  },
  DEADLINE_NOT_LATER: {
    vi: () => 'Hạn mới phải muộn hơn hạn đang có.',
    en: () => 'The new deadline must be later than the present one.',
    field: 'deadlineAt',
  },
  BUYER_NOT_ACTIVE: {
    vi: () => 'Đơn vị của bạn chưa hoạt động trên sàn. Hãy liên hệ Liên minh Hợp tác xã.',
    en: () => 'Your organization is not active here. Contact the Cooperative Alliance.',
  },
  RFQ_NOT_DRAFT: {
    vi: () => 'Yêu cầu đã gửi nên không sửa được nữa. Hãy nhắn tin hoặc gia hạn.',
    en: () => 'The request has been sent and cannot be edited. Write a message or extend the deadline.',
  },
  RFQ_STATE: {
    vi: ({ status }) => `Yêu cầu này ${STATE_VI[status]}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ status }) => `This request ${STATE_EN[status]}, so this cannot be done. Reload the page.`,
  },
  REASON_MISSING: { vi: () => 'Hãy ghi lý do để bên kia biết.', en: () => 'Give a reason for the other side.', field: 'reason' },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài quá ${max} chữ cái.`,
    en: ({ max }) => `The reason is longer than ${max} characters.`,
    field: 'reason',
  },
  ALREADY_QUOTED: {
    vi: () => 'Bạn đã gửi báo giá. Nếu không bán được nữa, hãy rút báo giá.',
    en: () => 'You have quoted already. Withdraw the quote if you cannot sell.',
  },
};
