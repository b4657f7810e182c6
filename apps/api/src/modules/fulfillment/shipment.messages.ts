import { formatDateVi, formatQuantity, type Quantity } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import { shipMessages, type ShipRefusal } from '../catalog/index.js';
import { orderMessages, type OrderRefusal } from '../ordering/index.js';

export type ShipmentRefusal =
  | ShipRefusal
  | Extract<OrderRefusal, { code: 'ORDER_NOT_OPEN' | 'LINES_MISSING' | 'LINE_UNKNOWN' }>
  | { readonly code: 'EXPECTED_DATE_PAST'; readonly today: string }
  | { readonly code: 'TEXT_TOO_LONG'; readonly field: string; readonly max: number }
  | { readonly code: 'LINE_TWICE' }
  | { readonly code: 'DISPATCH_NOT_POSITIVE' }
  | { readonly code: 'OVER_DISPATCH'; readonly remaining: Quantity; readonly unit: string }
  | { readonly code: 'ALREADY_RECEIVED' }
  | { readonly code: 'LINES_NOT_COUNTED'; readonly lineNos: readonly number[] }
  | { readonly code: 'RECEIPT_NEGATIVE' }
  | {
      readonly code: 'RECEIPT_DOES_NOT_BALANCE';
      readonly dispatched: Quantity;
      readonly counted: Quantity;
      readonly difference: Quantity;
      readonly unit: string;
    }
  | { readonly code: 'REJECT_REASON_MISSING' }
  | { readonly code: 'REJECT_REASON_UNKNOWN' };

const vi = (qty: Quantity, unit: string) => formatQuantity(qty, unit, 'vi');
const en = (qty: Quantity, unit: string) => formatQuantity(qty, unit, 'en');
const FIELD_VI: Record<string, string> = {
  note: 'Ghi chú',
  vehicle: 'Biển số xe',
  driverName: 'Tên tài xế',
  driverPhone: 'Số điện thoại tài xế',
  lotCode: 'Số lô',
};

export const shipmentMessages: Messages<ShipmentRefusal> = {
  ...shipMessages,
  ORDER_NOT_OPEN: orderMessages.ORDER_NOT_OPEN,
  LINES_MISSING: {
    vi: () => 'Chuyến hàng cần ít nhất một dòng có số lượng.',
    en: () => 'A shipment needs at least one line with a quantity.',
    field: 'lines',
  },
  LINE_UNKNOWN: orderMessages.LINE_UNKNOWN,
  EXPECTED_DATE_PAST: {
    vi: ({ today }) => `Ngày đến dự kiến đã qua. Hãy chọn từ ${formatDateVi(today)} trở đi.`,
    en: ({ today }) => `The expected date has passed. Choose ${today} or later.`,
    field: 'expectedOn',
  },
  TEXT_TOO_LONG: {
    vi: ({ field, max }) => `${FIELD_VI[field] ?? 'Nội dung'} dài tối đa ${max} ký tự.`,
    en: ({ field, max }) => `${field} has at most ${max} characters.`,
  },
  LINE_TWICE: {
    vi: () => 'Dòng này xuất hiện hai lần. Hãy gộp lại thành một.',
    en: () => 'This line appears twice. Merge them.',
    field: 'lines',
  },
  DISPATCH_NOT_POSITIVE: {
    vi: () => 'Số lượng giao phải lớn hơn 0.',
    en: () => 'The quantity must be above zero.',
    field: 'qty',
  },
  OVER_DISPATCH: {
    vi: ({ remaining, unit }) => `Chỉ còn ${vi(remaining, unit)} đã xác nhận mà chưa giao. Hãy giảm số lượng.`,
    en: ({ remaining, unit }) => `Only ${en(remaining, unit)} are confirmed and not sent yet. Send less.`,
    field: 'qty',
  },
  ALREADY_RECEIVED: {
    vi: () => 'Chuyến hàng này đã có phiếu nhận. Hãy tải lại trang để xem.',
    en: () => 'This shipment has been received already. Reload the page to see the receipt.',
  },
  LINES_NOT_COUNTED: {
    vi: ({ lineNos }) => `Hãy đếm mọi dòng; còn thiếu dòng ${lineNos.slice(0, 10).join(', ')}.`,
    en: ({ lineNos }) => `Count every line; still missing: ${lineNos.slice(0, 10).join(', ')}.`,
    field: 'lines',
  },
  RECEIPT_NEGATIVE: { vi: () => 'Số lượng không được âm.', en: () => 'A quantity cannot be negative.' },
  RECEIPT_DOES_NOT_BALANCE: {
    vi: ({ dispatched, counted, difference, unit }) =>
      `Nhận + từ chối + thiếu là ${vi(counted, unit)}, ${difference.isNegative ? 'ít' : 'nhiều'} hơn số giao ${vi(dispatched, unit)} là ${vi(difference.abs(), unit)}. Hãy ghi lại cho khớp.`,
    en: ({ dispatched, counted, difference, unit }) =>
      `Accepted + rejected + missing is ${en(counted, unit)}, ${en(difference.abs(), unit)} ${difference.isNegative ? 'less' : 'more'} than the ${en(dispatched, unit)} sent. Make them agree.`,
    field: 'accepted',
  },
  REJECT_REASON_MISSING: {
    vi: () => 'Hãy chọn lý do từ chối, để hợp tác xã biết mà khắc phục.',
    en: () => 'Choose why goods are rejected, so that the cooperative can mend it.',
    field: 'rejectReason',
  },
  REJECT_REASON_UNKNOWN: {
    vi: () => 'Hãy chọn lý do trong danh sách.',
    en: () => 'Choose a reason from the list.',
    field: 'rejectReason',
  },
};
