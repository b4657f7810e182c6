import { formatDateVi, formatVnd, type StandingChangeRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { templateMessages, type TemplateRefusal } from '../templates/order-template.messages.js';
import type { OrderRefusal } from '../order.messages.js';

export type StandingRefusal =
  | StandingChangeRefusal
  | { readonly code: 'STANDING_NAME_MISSING' }
  | { readonly code: 'STANDING_NAME_TOO_LONG'; readonly max: number }
  | { readonly code: 'STANDING_SOURCE_MISSING' }
  | { readonly code: 'STANDING_GOODS_GONE'; readonly names: string }
  | { readonly code: 'STANDING_LINES_GONE'; readonly names: string }
  | { readonly code: 'STANDING_PLACE_MISSING' }
  | { readonly code: 'STANDING_CEILING_NOT_POSITIVE' }
  | { readonly code: 'STANDING_NOT_OPEN' }
  | { readonly code: 'STANDING_NOT_A_DAY' }
  | { readonly code: 'STANDING_DAY_PASSED'; readonly day: string }
  | { readonly code: 'STANDING_DAY_DONE' }
  | { readonly code: 'STANDING_DAY_NOT_PLACED'; readonly vi: string; readonly en: string }
  | { readonly code: 'STANDING_ABOVE_CEILING'; readonly total: bigint; readonly ceiling: bigint }
  | { readonly code: 'STANDING_PERSON_LEFT' };

export const standingMessages: Messages<StandingRefusal | TemplateRefusal | OrderRefusal> = {
  ...templateMessages,
  STANDING_NO_WEEKDAY: {
    vi: () => 'Hãy chọn ít nhất một ngày giao trong tuần.',
    en: () => 'Choose at least one weekday of delivery.',
    field: 'weekdays',
  },
  STANDING_STARTS_PAST: {
    vi: ({ today }) => `Mùa giao bắt đầu từ hôm nay (${formatDateVi(today)}) trở đi.`,
    en: ({ today }) => `The season starts today (${formatDateVi(today)}) or later.`,
    field: 'validFrom',
  },
  STANDING_DATES_FALLING: {
    vi: () => 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: () => 'The last day must not be before the first.',
    field: 'validTo',
  },
  STANDING_TOO_LONG: {
    vi: ({ months }) => `Một đơn định kỳ chạy tối đa ${months} tháng; hết mùa thì lập lại để xem giá và nhu cầu.`,
    en: ({ months }) => `A standing order runs for at most ${months} months; set it up anew to look at prices and needs.`,
    field: 'validTo',
  },
  STANDING_LEAD_RANGE: {
    vi: ({ max }) => `Đặt trước từ 0 đến ${max} ngày.`,
    en: ({ max }) => `Placed between 0 and ${max} days ahead.`,
    field: 'leadDays',
  },
  STANDING_NO_DAY: {
    vi: () => 'Trong khoảng này không có ngày giao nào. Hãy chọn thêm thứ hoặc kéo dài mùa.',
    en: () => 'No day of delivery lies in this time. Choose more weekdays or a longer season.',
    field: 'weekdays',
  },
  STANDING_DAYS_TAKEN: {
    vi: ({ earliest }) => `Các ngày trước đó đã đặt theo lịch cũ. Sớm nhất đổi được từ ${formatDateVi(earliest)}.`,
    en: ({ earliest }) => `Days before that are placed by the old schedule. It can change from ${formatDateVi(earliest)} on.`,
    field: 'validFrom',
  },
  STANDING_NAME_MISSING: {
    vi: () => 'Hãy đặt tên cho đơn định kỳ.',
    en: () => 'Give the standing order a name.',
    field: 'name',
  },
  STANDING_NAME_TOO_LONG: {
    vi: ({ max }) => `Tên dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A name has at most ${max} characters.`,
    field: 'name',
  },
  STANDING_SOURCE_MISSING: {
    vi: () => 'Hãy chọn mẫu hoặc đơn hàng để lập đơn định kỳ.',
    en: () => 'Choose the template or the order it is made from.',
  },
  STANDING_GOODS_GONE: {
    vi: ({ names }) => `Không còn bán: ${names}. Hãy mở mẫu trong bảng đặt hàng, bỏ các dòng này rồi lưu lại.`,
    en: ({ names }) => `No longer sold: ${names}. Open the template in the order sheet, leave them out and save it.`,
  },
  STANDING_LINES_GONE: {
    vi: ({ names }) => `Không còn bán: ${names}. Hãy để trống lượng của các dòng này để bỏ ra.`,
    en: ({ names }) => `No longer sold: ${names}. Leave their quantity empty to take them out.`,
    field: 'lines',
  },
  STANDING_PLACE_MISSING: {
    vi: () => 'Hãy chọn nơi nhận cho các dòng không ghi riêng.',
    en: () => 'Choose the place for lines that name none.',
    field: 'deliveryLocationId',
  },
  STANDING_CEILING_NOT_POSITIVE: {
    vi: () => 'Mức trần mỗi lần phải lớn hơn 0, hoặc để trống.',
    en: () => 'The ceiling must be above 0, or empty.',
    field: 'maxTotal',
  },
  STANDING_NOT_OPEN: {
    vi: () => 'Đơn định kỳ này đã kết thúc hoặc vừa được người khác đổi. Hãy tải lại.',
    en: () => 'This standing order has ended or somebody just changed it. Reload.',
  },
  STANDING_NOT_A_DAY: {
    vi: () => 'Ngày này không phải ngày giao của đơn định kỳ.',
    en: () => 'The standing order does not deliver on this day.',
    field: 'day',
  },
  STANDING_DAY_PASSED: {
    vi: ({ day }) => `Ngày giao ${formatDateVi(day)} đã qua mà đơn chưa được đặt.`,
    en: ({ day }) => `The delivery of ${formatDateVi(day)} passed without being placed.`,
    field: 'day',
  },
  STANDING_DAY_DONE: {
    vi: () => 'Ngày này đã được đặt hoặc đã xử lý. Hãy tải lại để xem.',
    en: () => 'This day was placed or dealt with. Reload to see how.',
    field: 'day',
  },
  STANDING_DAY_NOT_PLACED: { vi: ({ vi }) => `Chưa đặt được: ${vi}`, en: ({ en }) => `Not placed: ${en}` },
  STANDING_ABOVE_CEILING: {
    vi: ({ total, ceiling }) =>
      `Theo giá hôm nay đơn là ${formatVnd(total)}, vượt mức trần ${formatVnd(ceiling)} của đơn định kỳ. Hãy tự đặt nếu vẫn cần.`,
    en: ({ total, ceiling }) =>
      `At today's prices it comes to ${formatVnd(total)}, above its ceiling of ${formatVnd(ceiling)}. Order by hand if you still want it.`,
  },
  STANDING_PERSON_LEFT: {
    vi: () => 'Người phụ trách không còn đặt hàng cho đơn vị. Hãy tạm dừng rồi tiếp tục để nhận phụ trách thay.',
    en: () => 'The person in charge no longer orders for the organization. Pause it and resume it to take it over.',
  },
};
