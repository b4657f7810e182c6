import { formatDateVi, formatVnd } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type PaymentRefusal =
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'CASH_NOT_ALLOWED'; readonly sum: bigint; readonly limit: bigint }
  | { readonly code: 'AMOUNT_ABOVE_OPEN'; readonly open: bigint }
  | { readonly code: 'NOTHING_OPEN' }
  | { readonly code: 'PAID_IN_FUTURE'; readonly today: string }
  | { readonly code: 'PAID_BEFORE_REQUEST'; readonly issuedOn: string }
  | { readonly code: 'BANK_REFERENCE_TOO_LONG'; readonly max: number }
  | { readonly code: 'ALREADY_ARRIVED'; readonly open: bigint }
  | { readonly code: 'ALREADY_ANSWERED' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'CARD_NOT_OPEN' }
  | { readonly code: 'CARD_UNDER_WAY' }
  | { readonly code: 'CARD_NOT_CANCELLABLE' }
  | { readonly code: 'CARD_AMOUNT_TOO_LARGE'; readonly max: bigint }
  | { readonly code: 'CARD_AMOUNT_TOO_SMALL'; readonly min: bigint }
  | { readonly code: 'REFUND_REASON_MISSING' }
  | { readonly code: 'REFUND_ABOVE_PAID'; readonly left: bigint };

export const paymentMessages: Messages<PaymentRefusal> = {
  CASH_NOT_ALLOWED: {
    vi: ({ sum, limit }) =>
      `Hàng mua của bên bán này trong ngày là ${formatVnd(sum)}: từ ${formatVnd(limit)} trở lên phải có chứng từ không dùng tiền mặt mới được khấu trừ thuế (NĐ 181/2025/NĐ-CP). Hãy chuyển khoản theo mã VietQR trên phiếu.`,
    en: ({ sum, limit }) =>
      `Purchases of this day from this seller are ${formatVnd(sum, 'en')}: from ${formatVnd(limit, 'en')} on, VAT is deducted only with a non-cash proof (Decree 181/2025). Transfer with the VietQR code of the request.`,
    field: 'inCash',
  },
  AMOUNT_NOT_POSITIVE: { vi: () => 'Số tiền phải lớn hơn 0.', en: () => 'The amount must be above zero.', field: 'amount' },
  AMOUNT_ABOVE_OPEN: {
    vi: ({ open }) => `Số tiền còn phải báo là ${formatVnd(open)}. Hãy ghi không quá số này.`,
    en: ({ open }) => `${formatVnd(open, 'en')} are still to be declared. Enter no more than that.`,
    field: 'amount',
  },
  NOTHING_OPEN: {
    vi: () => 'Khoản này đã trả đủ, hoặc đang chờ bên bán xác nhận.',
    en: () => "This request is paid, or waits for the seller's confirmation.",
    field: 'amount',
  },
  PAID_IN_FUTURE: {
    vi: ({ today }) => `Ngày chuyển tiền không thể sau hôm nay (${formatDateVi(today)}).`,
    en: ({ today }) => `The day of the transfer cannot be after today (${today}).`,
    field: 'paidOn',
  },
  PAID_BEFORE_REQUEST: {
    vi: ({ issuedOn }) => `Ngày chuyển tiền không thể trước ngày nhận hàng (${formatDateVi(issuedOn)}).`,
    en: ({ issuedOn }) => `The day of the transfer cannot be before the goods were received (${issuedOn}).`,
    field: 'paidOn',
  },
  BANK_REFERENCE_TOO_LONG: {
    vi: ({ max }) => `Mã giao dịch dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A bank reference has at most ${max} characters.`,
    field: 'bankReference',
  },
  ALREADY_ARRIVED: {
    vi: ({ open }) => `Đề nghị này chỉ còn ${formatVnd(open)} chưa về: sao kê đã ghi phần kia. Hãy trả lời "Chưa nhận được".`,
    en: ({ open }) =>
      `Only ${formatVnd(open, 'en')} of this request is missing: the statement brought the rest. Answer "not received".`,
  },
  ALREADY_ANSWERED: {
    vi: () => 'Khoản báo này đã được trả lời. Hãy tải lại trang.',
    en: () => 'This payment has been answered already. Reload the page.',
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do chưa nhận được tiền, để bên mua kiểm tra với ngân hàng.',
    en: () => 'Say why the money is not there, so that the buyer can ask the bank.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A reason has at most ${max} characters.`,
    field: 'reason',
  },
  CARD_UNDER_WAY: {
    vi: () => 'Đang có một lượt trả bằng thẻ chưa xong. Hãy hoàn tất hoặc huỷ lượt đó trước.',
    en: () => 'A card payment is under way. Finish or cancel it first.',
  },
  CARD_NOT_CANCELLABLE: {
    vi: () => 'Không có lượt trả thẻ nào huỷ được: lượt này đã xong hoặc ngân hàng đang xử lý. Hãy tải lại trang.',
    en: () => 'No card payment can be cancelled: it has ended, or the bank is processing it. Reload the page.',
  },
  CARD_AMOUNT_TOO_LARGE: {
    vi: ({ max }) => `Một lần trả thẻ được nhiều nhất ${formatVnd(max)}. Hãy chuyển khoản theo mã VietQR trên phiếu.`,
    en: ({ max }) => `One card payment carries ${formatVnd(max, 'en')} at most. Transfer with the VietQR code of the request.`,
  },
  CARD_AMOUNT_TOO_SMALL: {
    vi: ({ min }) => `Một lần trả thẻ ít nhất ${formatVnd(min)}. Hãy chuyển khoản theo mã VietQR trên phiếu.`,
    en: ({ min }) => `One card payment is ${formatVnd(min, 'en')} at least. Transfer with the VietQR code of the request.`,
  },
  REFUND_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do hoàn tiền, để bên mua đối chiếu.',
    en: () => 'Say why the money goes back, so that the buyer can check.',
    field: 'reason',
  },
  REFUND_ABOVE_PAID: {
    vi: ({ left }) => `Chỉ còn hoàn được ${formatVnd(left)} của lượt trả này.`,
    en: ({ left }) => `Only ${formatVnd(left, 'en')} of this payment can still go back.`,
    field: 'amount',
  },
  CARD_NOT_OPEN: {
    vi: () => 'Thanh toán bằng thẻ chưa mở. Hãy chuyển khoản theo mã VietQR trên phiếu.',
    en: () => 'Card payment is not open yet. Transfer with the VietQR code of the request.',
  },
};
