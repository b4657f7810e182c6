import { formatDateVi, formatQuantity, type SampleRefusal, localDateOf, type Quantity } from '@lienket/domain';
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
  | {
      readonly code: 'ALREADY_RECEIVED';
      readonly receipt: {
        readonly number: string;
        readonly at: Date;
        readonly byName: string | null;
        readonly auto: boolean;
      } | null;
    }
  | { readonly code: 'ALREADY_ARRIVED' }
  | { readonly code: 'RECEIVER_NAME_MISSING' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'RECEIPT_VOIDED' }
  | { readonly code: 'RECEIPT_INVOICED' }
  | { readonly code: 'RECEIPT_HAS_CLAIMS' }
  | { readonly code: 'RECEIPT_GOODS_SETTLED' }
  | { readonly code: 'RECEIPT_DISPUTED' }
  | { readonly code: 'DISPUTE_WINDOW_PASSED'; readonly until: Date }
  | { readonly code: 'DISPUTE_NOT_OPEN' }
  | { readonly code: 'FATE_MISSING' }
  | { readonly code: 'FATE_OVER'; readonly open: Quantity; readonly unit: string }
  | { readonly code: 'LOSS_REASON_MISSING' }
  | { readonly code: 'LINES_NOT_COUNTED'; readonly lineNos: readonly number[] }
  | { readonly code: 'RECEIPT_NEGATIVE' }
  | { readonly code: 'GOODS_EXPIRED'; readonly lotCode: string | null; readonly expiresOn: string; readonly arrivedOn: string }
  | SampleRefusal
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
const hour = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
const momentVi = (at: Date): string => `${hour(at)} ngày ${formatDateVi(localDateOf(at))}`;
const momentEn = (at: Date): string => `${hour(at)} on ${localDateOf(at)}`;
const FIELD_VI: Record<string, string> = {
  note: 'Ghi chú',
  vehicle: 'Biển số xe',
  driverName: 'Tên tài xế',
  driverPhone: 'Số điện thoại tài xế',
  lotCode: 'Số lô',
  reason: 'Lý do',
  receiverName: 'Tên người nhận',
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
    vi: ({ receipt }) =>
      receipt
        ? `Chuyến hàng này đã có phiếu nhận ${receipt.number}, ${receipt.auto ? 'tự động' : `do ${receipt.byName ?? 'người khác'}`} lập lúc ${momentVi(receipt.at)}. Số đếm này không được cộng thêm; hãy đối chiếu với phiếu đó.`
        : 'Chuyến hàng này không còn chờ nhận. Hãy tải lại trang để xem.',
    en: ({ receipt }) =>
      receipt
        ? `This shipment has the receipt ${receipt.number} already, made ${receipt.auto ? 'automatically' : `by ${receipt.byName ?? 'somebody else'}`} at ${momentEn(receipt.at)}. This count was not added; compare it with that receipt.`
        : 'This shipment does not wait for a receipt any more. Reload the page.',
  },
  ALREADY_ARRIVED: {
    vi: () => 'Việc bàn giao chuyến hàng này đã được ghi. Hãy tải lại trang để xem.',
    en: () => 'The hand-over of this shipment is recorded already. Reload the page.',
  },
  RECEIVER_NAME_MISSING: {
    vi: () => 'Hãy ghi tên người nhận hàng.',
    en: () => 'Write the name of who took the goods over.',
    field: 'receiverName',
  },
  REASON_MISSING: { vi: () => 'Hãy ghi lý do.', en: () => 'Give a reason.', field: 'reason' },
  RECEIPT_VOIDED: {
    vi: () => 'Phiếu nhận này đã bị huỷ. Hãy tải lại trang để xem phiếu mới.',
    en: () => 'This receipt was voided. Reload the page to see the new one.',
  },
  RECEIPT_INVOICED: {
    vi: () => 'Phiếu nhận này đã có hoá đơn hoặc khoản thanh toán, nên không huỷ được. Hãy mở khiếu nại để điều chỉnh.',
    en: () => 'An invoice or a payment stands on this receipt, so it cannot be voided. Open a claim to correct it.',
  },
  RECEIPT_HAS_CLAIMS: {
    vi: () =>
      'Phiếu nhận này đang có khiếu nại. Hãy rút hoặc giải quyết khiếu nại; huỷ phiếu không còn được nữa nếu đã thống nhất.',
    en: () => 'There are claims on this receipt. Withdraw or settle them; a receipt with a settled claim stays.',
  },
  RECEIPT_GOODS_SETTLED: {
    vi: () => 'Hợp tác xã đã nhập lại kho hoặc ghi hao hụt hàng bị từ chối của phiếu này, nên không huỷ được. Hãy mở khiếu nại.',
    en: () => 'The cooperative has put away or written off the rejected goods, so this receipt stays. Open a claim.',
  },
  RECEIPT_DISPUTED: {
    vi: () => 'Phiếu nhận này đang được phản đối. Hãy chờ bên mua trả lời.',
    en: () => 'This receipt is disputed already. Wait for the buyer’s answer.',
  },
  DISPUTE_WINDOW_PASSED: {
    vi: ({ until }) => `Hạn phản đối số kiểm nhận đã hết lúc ${momentVi(until)}. Hãy trao đổi trực tiếp với bên mua.`,
    en: ({ until }) => `The window for disputing the count ended at ${momentEn(until)}. Speak with the buyer.`,
  },
  DISPUTE_NOT_OPEN: {
    vi: () => 'Không có phản đối nào đang mở. Hãy tải lại trang để xem.',
    en: () => 'No dispute is open. Reload the page.',
  },
  FATE_MISSING: {
    vi: () => 'Hãy ghi số lượng nhập lại kho hoặc hao hụt của ít nhất một dòng.',
    en: () => 'Write what is put away or written off, for one line at least.',
    field: 'goods',
  },
  FATE_OVER: {
    vi: ({ open, unit }) => `Chỉ còn ${vi(open, unit)} chưa xử lý.`,
    en: ({ open, unit }) => `Only ${en(open, unit)} are left to decide.`,
    field: 'restock',
  },
  LOSS_REASON_MISSING: {
    vi: () => 'Hãy chọn lý do hao hụt.',
    en: () => 'Choose why the goods are lost.',
    field: 'lossReason',
  },
  LINES_NOT_COUNTED: {
    vi: ({ lineNos }) => `Hãy đếm mọi dòng; còn thiếu dòng ${lineNos.slice(0, 10).join(', ')}.`,
    en: ({ lineNos }) => `Count every line; still missing: ${lineNos.slice(0, 10).join(', ')}.`,
    field: 'lines',
  },
  SAMPLES_TOO_MANY: {
    vi: ({ max }) => `Mỗi dòng đo tối đa ${max} mẫu. Hãy bỏ bớt.`,
    en: ({ max }) => `A line has at most ${max} samples. Remove some.`,
  },
  SAMPLE_EMPTY: {
    vi: ({ index }) => `Mẫu ${index + 1} chưa có số đo nào. Hãy ghi số đo hoặc bỏ mẫu này.`,
    en: ({ index }) => `Sample ${index + 1} has no measurement. Enter one or remove the sample.`,
  },
  SAMPLE_VALUE_NEGATIVE: {
    vi: ({ index }) => `Số đo của mẫu ${index + 1} không được âm.`,
    en: ({ index }) => `A measurement of sample ${index + 1} cannot be negative.`,
  },
  SAMPLE_MEASURE_UNKNOWN: {
    vi: ({ index }) => `Mẫu ${index + 1} có số đo mà hạng của đơn hàng không quy định. Hãy tải lại trang.`,
    en: ({ index }) => `Sample ${index + 1} measures something the grade of the order does not promise. Reload the page.`,
  },
  RECEIPT_NEGATIVE: { vi: () => 'Số lượng không được âm.', en: () => 'A quantity cannot be negative.' },
  GOODS_EXPIRED: {
    vi: ({ lotCode, expiresOn, arrivedOn }) =>
      `${lotCode ? `Lô ${lotCode}` : 'Hàng'} hết hạn ${formatDateVi(expiresOn)}, trước ngày nhận ${formatDateVi(arrivedOn)}. Hãy từ chối, hoặc ghi chú vì sao vẫn nhận.`,
    en: ({ lotCode, expiresOn, arrivedOn }) =>
      `${lotCode ? `Lot ${lotCode}` : 'The goods'} expired on ${expiresOn}, before they were received on ${arrivedOn}. Turn them away, or note why they are taken.`,
    field: 'note',
  },
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
