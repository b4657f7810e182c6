import type { ChannelState } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type ChannelRefusal =
  | { readonly code: 'PLATFORM_UNKNOWN' }
  | { readonly code: 'ALREADY_LISTED' }
  | { readonly code: 'URL_NOT_HTTPS' }
  | { readonly code: 'URL_OTHER_SITE'; readonly hosts: readonly string[] }
  | { readonly code: 'URL_MISSING' }
  | { readonly code: 'CHANNEL_STATE'; readonly state: ChannelState }
  | { readonly code: 'STEP_UNKNOWN' }
  | { readonly code: 'CHECK_IN_FUTURE' }
  | { readonly code: 'MONTH_IN_FUTURE' }
  | { readonly code: 'SALE_EMPTY' }
  | { readonly code: 'CHANNEL_NOTE_MISSING' }
  | { readonly code: 'CHANNEL_NOTE_TOO_LONG'; readonly max: number };

const STATE: Record<ChannelState, { vi: string; en: string }> = {
  PREPARING: { vi: 'đang chuẩn bị', en: 'is being prepared' },
  WAITING: { vi: 'đang chờ duyệt', en: 'waits for approval' },
  SELLING: { vi: 'đang bán', en: 'is on sale' },
  PAUSED: { vi: 'đang tạm dừng', en: 'is paused' },
  REMOVED: { vi: 'đã gỡ', en: 'was taken down' },
};

export const channelMessages: Messages<ChannelRefusal> = {
  PLATFORM_UNKNOWN: {
    field: 'platformCode',
    vi: () => 'Hãy chọn một kênh trong danh sách.',
    en: () => 'Choose a channel of the list.',
  },
  ALREADY_LISTED: {
    field: 'platformCode',
    vi: () => 'Sản phẩm này đã có trên kênh đó. Hãy mở dòng có sẵn.',
    en: () => 'This product is on that channel already. Open the existing line.',
  },
  URL_NOT_HTTPS: {
    field: 'url',
    vi: () => 'Hãy chép nguyên đường liên kết, bắt đầu bằng https://',
    en: () => 'Copy the whole link; it begins with https://',
  },
  URL_OTHER_SITE: {
    field: 'url',
    vi: ({ hosts }) => `Đường liên kết phải thuộc ${hosts.join(' hoặc ')}.`,
    en: ({ hosts }) => `The link must be on ${hosts.join(' or ')}.`,
  },
  URL_MISSING: {
    field: 'url',
    vi: () => 'Cần đường liên kết tới sản phẩm trước khi ghi là đang bán.',
    en: () => 'Give the link to the product before saying it is on sale.',
  },
  CHANNEL_STATE: {
    field: 'action',
    vi: ({ state }) => `Sản phẩm ${STATE[state].vi} trên kênh này, nên không làm được việc đó. Hãy tải lại trang.`,
    en: ({ state }) => `The listing ${STATE[state].en}, so this cannot be done. Reload the page.`,
  },
  STEP_UNKNOWN: { field: 'stepCode', vi: () => 'Kênh này không có bước đó.', en: () => 'This channel has no such step.' },
  CHECK_IN_FUTURE: {
    field: 'checkedOn',
    vi: () => 'Ngày kiểm tra không thể ở tương lai.',
    en: () => 'A check cannot lie in the future.',
  },
  MONTH_IN_FUTURE: { field: 'month', vi: () => 'Tháng này chưa đến.', en: () => 'That month has not come yet.' },
  SALE_EMPTY: {
    field: 'qty',
    vi: () => 'Hãy ghi số lượng đã bán (từ 0 trở lên) hoặc một ghi chú.',
    en: () => 'Give the quantity sold (zero or more) or a note.',
  },
  CHANNEL_NOTE_MISSING: {
    field: 'note',
    vi: () => 'Hãy ghi vắn tắt nội dung cuộc gọi.',
    en: () => 'Write briefly what was said on the telephone.',
  },
  CHANNEL_NOTE_TOO_LONG: {
    field: 'note',
    vi: ({ max }) => `Ghi chú dài quá ${max} chữ cái.`,
    en: ({ max }) => `The note is longer than ${max} characters.`,
  },
};
