import type { SeatRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type ConferenceRefusal =
  | SeatRefusal
  | { readonly code: 'EVENT_UNKNOWN' }
  | { readonly code: 'EVENT_OVER' }
  | { readonly code: 'EVENT_CODE_NOT_VALID' }
  | { readonly code: 'EVENT_CODE_TAKEN'; readonly event: string }
  | { readonly code: 'EVENT_TITLE_MISSING' }
  | { readonly code: 'EVENT_HOST_MISSING' }
  | { readonly code: 'EVENT_SOURCE_MISSING' }
  | { readonly code: 'BOOTH_COUNT_NOT_VALID'; readonly most: number }
  | { readonly code: 'TABLE_COUNT_NOT_VALID'; readonly most: number }
  | { readonly code: 'BOOTHS_IN_USE'; readonly position: number }
  | { readonly code: 'BOOTH_POSITION_NOT_VALID'; readonly most: number }
  | { readonly code: 'BOOTH_OF_TWO' }
  | { readonly code: 'BOOTH_UNKNOWN' }
  | { readonly code: 'OWN_BOOTH' }
  | { readonly code: 'UNIT_UNKNOWN' }
  | { readonly code: 'TALK_TITLE_MISSING' }
  | { readonly code: 'TIME_NOT_VALID' }
  | { readonly code: 'COMMENDATION_TITLE_MISSING' }
  | { readonly code: 'DECISION_IN_FUTURE' }
  | { readonly code: 'OUTLET_MISSING' }
  | { readonly code: 'MEDIA_TITLE_MISSING' }
  | { readonly code: 'URL_NOT_VALID' }
  | { readonly code: 'URL_KNOWN' }
  | { readonly code: 'PUBLISHED_IN_FUTURE' }
  | { readonly code: 'PROGRAMME_PART_GONE' }
  | { readonly code: 'DELEGATE_NAME_MISSING' }
  | { readonly code: 'DELEGATE_CODE_NOT_VALID' }
  | { readonly code: 'DELEGATE_UNKNOWN' }
  | { readonly code: 'MEETING_WITH_ITSELF' }
  | { readonly code: 'MEETING_ALREADY_ASKED' }
  | { readonly code: 'MEETING_DECIDED' }
  | { readonly code: 'SLIP_GOODS_MISSING' }
  | { readonly code: 'SLIP_QTY_NOT_POSITIVE' }
  | { readonly code: 'SLIP_UNIT_MISSING' };

const say = (vi: string, en: string, field?: string) => ({ vi: () => vi, en: () => en, ...(field ? { field } : {}) });

export const conferenceMessages: Messages<ConferenceRefusal> = {
  EVENT_UNKNOWN: say('Không có hội nghị này. Hãy chọn lại.', 'There is no such conference. Choose again.', 'eventCode'),
  PROGRAMME_PART_GONE: say(
    'Mục này không còn trong chương trình. Hãy tải lại trang.',
    'This is no longer part of the programme. Load the page again.',
  ),
  DELEGATE_NAME_MISSING: say('Hãy ghi họ tên đại biểu.', 'Write the name of the delegate.', 'fullName'),
  DELEGATE_CODE_NOT_VALID: say(
    'Số thứ tự gồm tối đa 20 chữ, số và gạch nối. Để trống để hệ thống cấp số tiếp theo.',
    'The number has at most 20 letters, digits and hyphens. Leave it empty to take the next one.',
    'code',
  ),
  DELEGATE_UNKNOWN: say(
    'Không có đại biểu mang số này. Hãy tải lại trang.',
    'No delegate has this number. Load the page again.',
    'code',
  ),
  EVENT_OVER: say('Hội nghị đã qua nên không hẹn gặp được nữa.', 'The conference is over; meetings can no longer be asked for.'),
  EVENT_CODE_NOT_VALID: say(
    'Mã gồm 3 đến 40 chữ in hoa, số và gạch nối, ví dụ HN-2026.',
    'The code has 3 to 40 capital letters, digits and hyphens, such as HN-2026.',
    'code',
  ),
  EVENT_CODE_TAKEN: {
    vi: ({ event }) => `Mã ${event} đã dùng cho hội nghị khác. Hãy chọn mã khác.`,
    en: ({ event }) => `${event} is the code of another conference. Choose another.`,
    field: 'code',
  },
  EVENT_TITLE_MISSING: say('Hãy ghi tên hội nghị.', 'Write the name of the conference.', 'title'),
  EVENT_HOST_MISSING: say('Hãy ghi đơn vị tổ chức.', 'Write who hosts it.', 'host'),
  EVENT_SOURCE_MISSING: say(
    'Hãy ghi văn bản hoặc nguồn nói về hội nghị.',
    'Write the paper or source that speaks of it.',
    'sourceTitle',
  ),
  BOOTH_COUNT_NOT_VALID: {
    vi: ({ most }) => `Số gian từ 0 đến ${most}; chưa rõ thì để trống.`,
    en: ({ most }) => `Between 0 and ${most} booths; leave it empty when not known.`,
    field: 'boothCount',
  },
  TABLE_COUNT_NOT_VALID: {
    vi: ({ most }) => `Số bàn từ 0 đến ${most}.`,
    en: ({ most }) => `Between 0 and ${most} tables.`,
    field: 'tableCount',
  },
  BOOTHS_IN_USE: {
    vi: ({ position }) => `Gian số ${position} đã có chủ. Hãy giữ ít nhất ${position} gian, hoặc bỏ chủ gian trước.`,
    en: ({ position }) => `Booth ${position} has an owner. Keep at least ${position} booths, or take the owner off first.`,
    field: 'boothCount',
  },
  BOOTH_POSITION_NOT_VALID: {
    vi: ({ most }) => `Số gian từ 1 đến ${most}.`,
    en: ({ most }) => `Booths are numbered from 1 to ${most}.`,
    field: 'position',
  },
  BOOTH_OF_TWO: say(
    'Một gian thuộc một hợp tác xã hoặc một địa bàn, không cả hai.',
    'A booth belongs to a cooperative or to an administrative unit, not to both.',
    'ownerUnitCode',
  ),
  BOOTH_UNKNOWN: say(
    'Hội nghị không có gian này. Hãy quét lại mã ở gian.',
    'The conference has no such booth. Scan the code at the booth again.',
  ),
  OWN_BOOTH: say('Đây là gian của đơn vị bạn.', 'This is the booth of your own organization.'),
  UNIT_UNKNOWN: say(
    'Không có địa bàn này. Hãy chọn trong danh sách.',
    'There is no such administrative unit. Choose from the list.',
    'ownerUnitCode',
  ),
  TALK_TITLE_MISSING: say('Hãy ghi nội dung, tối đa 300 ký tự.', 'Write what it is about, at most 300 characters.', 'title'),
  TIME_NOT_VALID: say(
    'Giờ chưa đúng: các lượt phải nằm trong một ngày, mỗi lượt từ 5 phút.',
    'These times do not fit: all lie within one day, each of 5 minutes or more.',
    'startsAt',
  ),
  COMMENDATION_TITLE_MISSING: say('Hãy ghi hình thức khen thưởng.', 'Write which commendation it is.', 'title'),
  DECISION_IN_FUTURE: say('Ngày quyết định chưa tới.', 'The day of the decision lies in the future.', 'decisionOn'),
  OUTLET_MISSING: say('Hãy ghi tên báo, đài.', 'Write the name of the outlet.', 'outlet'),
  MEDIA_TITLE_MISSING: say('Hãy ghi tên bài.', 'Write the title of the piece.', 'title'),
  URL_NOT_VALID: say(
    'Hãy dán địa chỉ đầy đủ của bài, bắt đầu bằng https://.',
    'Paste the full address of the piece, beginning with https://.',
    'url',
  ),
  URL_KNOWN: say('Bài này đã có trong sổ.', 'This piece is already in the register.', 'url'),
  PUBLISHED_IN_FUTURE: say('Ngày đăng chưa tới.', 'The day of publication lies in the future.', 'publishedOn'),
  MEETING_WITH_ITSELF: say('Hãy chọn một đơn vị khác để hẹn gặp.', 'Choose another organization to meet.', 'toOrgId'),
  MEETING_ALREADY_ASKED: say(
    'Hai bên đã có một cuộc hẹn ở hội nghị này.',
    'The two sides already have a meeting at this conference.',
    'toOrgId',
  ),
  MEETING_DECIDED: say('Cuộc hẹn này đã được trả lời. Hãy tải lại trang.', 'This meeting has been answered. Reload the page.'),
  SLOT_UNKNOWN: say('Không có lượt gặp này. Hãy chọn lại giờ.', 'There is no such time. Choose again.', 'slotId'),
  TABLE_UNKNOWN: {
    vi: ({ tables }) => (tables ? `Bàn từ 1 đến ${tables}.` : 'Ban tổ chức chưa bố trí bàn gặp.'),
    en: ({ tables }) => (tables ? `Tables are numbered from 1 to ${tables}.` : 'No tables have been set up yet.'),
    field: 'tableNo',
  },
  TABLE_TAKEN: {
    vi: ({ free }) =>
      free.length
        ? `Bàn này đã có người vào giờ đó. Còn trống: ${free.slice(0, 8).join(', ')}.`
        : 'Giờ này hết bàn. Hãy chọn giờ khác.',
    en: ({ free }) =>
      free.length
        ? `This table is taken then. Free: ${free.slice(0, 8).join(', ')}.`
        : 'All tables are taken then. Choose another time.',
    field: 'tableNo',
  },
  SIDE_BUSY: say(
    'Một trong hai bên đã có cuộc gặp vào giờ đó. Hãy chọn giờ khác.',
    'One of the two sides has another meeting then. Choose another time.',
    'slotId',
  ),
  SLIP_GOODS_MISSING: say('Hãy ghi mặt hàng bạn quan tâm.', 'Write which goods you are interested in.', 'goods'),
  SLIP_QTY_NOT_POSITIVE: say(
    'Sản lượng phải lớn hơn 0; chưa rõ thì để trống.',
    'A quantity is more than 0; leave it empty when not known.',
    'qty',
  ),
  SLIP_UNIT_MISSING: say('Hãy ghi đơn vị tính của sản lượng.', 'Write the unit of the quantity.', 'unit'),
};
