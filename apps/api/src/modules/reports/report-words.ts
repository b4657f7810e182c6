import {
  type CreditStage,
  type CreditState,
  formatQuantity,
  type MouOutcome,
  type ReportCredit,
  type MoveActor,
  quantity,
  type ReportMeasure,
  type RungCode,
} from '@lienket/domain';
import { GROUP_LABELS } from '../catalog/index.js';

export const RUNG_WORDS: Readonly<Record<RungCode, string>> = {
  RECORDED: 'Đã ghi vào sổ',
  SIGNED: 'Các bên đã ký đủ',
  CONTRACTED: 'Có hợp đồng hiệu lực',
  FIRST_CALL_OFF: 'Đơn đầu tiên được xác nhận',
  FIRST_ACCEPTED: 'Chuyến đầu tiên được nghiệm thu',
  P25: 'Thực hiện từ 25 %',
  P50: 'Thực hiện từ 50 %',
  P75: 'Thực hiện từ 75 %',
  FULFILLED: 'Hoàn thành cam kết',
};
export const MOVER_WORDS: Readonly<Record<MoveActor, string>> = {
  BUYER: 'Bên mua',
  SELLER: 'Bên bán',
  BOTH: 'Cả hai bên',
  ALLIANCE: 'Liên minh HTX',
  NONE: 'Không còn việc',
};
/** How an agreement ended: its outcome, or the last day that passed. */
export const ENDING_WORDS: Readonly<Record<MouOutcome | 'CLOSED' | 'EXPIRED' | 'LAPSED', string>> = {
  FULFILLED: 'hoàn thành',
  PARTLY: 'thực hiện một phần',
  UNSUCCESSFUL: 'không thực hiện được',
  CANCELLED: 'huỷ bỏ',
  CLOSED: 'đóng',
  EXPIRED: 'hết hiệu lực',
  LAPSED: 'hết hạn ký',
};
export const MEASURE_WORDS: Readonly<Record<ReportMeasure, string>> = {
  PRESENT: 'Biên bản có trong sổ',
  RUNG: 'Bậc thực hiện',
  COMMITTED: 'Cam kết',
  ORDERED: 'Đã gọi hàng',
  SHIPPED: 'Đã giao',
  ACCEPTED: 'Đã nghiệm thu',
};
export const CREDIT_WORDS: Readonly<Record<CreditState, string>> = {
  RECORDED: 'Chờ xác nhận',
  SIGNED: 'Đã ký',
  FILED: 'Đã nộp hồ sơ vay',
  APPRAISING: 'Đang thẩm định',
  APPROVED: 'Đã phê duyệt',
  GRANTED: 'Đã cấp hạn mức',
  CLOSED: 'Đã tất toán',
  LAPSED: 'Hết hiệu lực',
  REFUSED: 'Ngân hàng từ chối',
  WITHDRAWN: 'Đã rút',
};
const STAGE_WORDS: Readonly<Record<CreditStage, string>> = {
  NOTHING: 'chưa giải ngân',
  PARTLY: 'giải ngân một phần',
  FULLY: 'giải ngân đủ hạn mức',
  UNKNOWN_LIMIT: 'đã giải ngân, chưa rõ hạn mức',
};
export const CREDIT_CLOSED = 'của hai bên';
export const NOT_QUANTIFIED = 'chưa lượng hoá';
export const NO_REASON = 'Chưa ghi lý do';

/** A product group by its name; a code of another time stays a code. */
export const groupName = (code: string | null, locale: 'vi' | 'en' = 'vi'): string | null =>
  code === null ? null : Object.hasOwn(GROUP_LABELS, code) ? GROUP_LABELS[code as keyof typeof GROUP_LABELS][locale] : code;

export const qty = (value: string | null, unit = ''): string =>
  value === null ? NOT_QUANTIFIED : formatQuantity(quantity(value), unit);
/** "62,5 %"; a dash where no rate may be given. */
export const percent = (bp: number | null): string => (bp === null ? '–' : `${(bp / 100).toLocaleString('vi-VN')} %`);

export const dong = (value: string): string => `${BigInt(value).toLocaleString('vi-VN')} đồng`;
/** What a credit agreement promises: unknown is said so and is never a zero; an amount that is the two sides' is not told. */
export const creditAmount = ({ isQuantified, amount }: ReportCredit): string =>
  !isQuantified ? NOT_QUANTIFIED : amount === null ? CREDIT_CLOSED : dong(amount);
export const creditPaid = ({ stage, paid }: ReportCredit): string =>
  `${STAGE_WORDS[stage]}${paid !== null && stage !== 'NOTHING' ? `: ${dong(paid)}` : ''}`;

export const shownMeasure = (measure: ReportMeasure, value: string | null, unit: string | null): string =>
  measure === 'RUNG'
    ? (RUNG_WORDS[value as RungCode] ?? 'không có')
    : measure === 'PRESENT'
      ? value === null
        ? 'không có'
        : 'có'
      : qty(value, unit ?? '');
