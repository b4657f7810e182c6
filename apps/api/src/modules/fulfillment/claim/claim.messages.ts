import { formatDateVi, formatQuantity, localDateOf, type Quantity } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type ClaimRefusal =
  | { readonly code: 'CLAIM_LINES_MISSING' }
  | { readonly code: 'CLAIM_LINE_UNKNOWN' }
  | { readonly code: 'CLAIM_LINE_TWICE' }
  | { readonly code: 'CLAIM_QTY_NOT_POSITIVE' }
  | { readonly code: 'CLAIM_OVER_RECEIVED'; readonly claimable: Quantity; readonly unit: string }
  | { readonly code: 'CLAIM_WINDOW_PASSED'; readonly until: Date }
  | { readonly code: 'CLAIM_REASON_UNKNOWN' }
  | { readonly code: 'CLAIM_WANTED_UNKNOWN' }
  | { readonly code: 'CLAIM_PHOTO_MISSING' }
  | { readonly code: 'CLAIM_RECEIPT_VOIDED' }
  | { readonly code: 'CLAIM_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'CLAIM_NOTE_MISSING' }
  | { readonly code: 'CLAIM_NOT_OPEN' }
  | { readonly code: 'CLAIM_OFFER_UNKNOWN' }
  | { readonly code: 'CLAIM_OFFER_OWN' }
  | { readonly code: 'OFFER_LINES_MISSING' }
  | { readonly code: 'OFFER_OUTCOME_UNKNOWN' }
  | { readonly code: 'OFFER_QTY_NOT_POSITIVE' }
  | { readonly code: 'OFFER_OVER_CLAIMED'; readonly claimed: Quantity; readonly unit: string }
  | { readonly code: 'OFFER_CUT_OUT_OF_RANGE' };

const hour = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
const momentVi = (at: Date): string => `${hour(at)} ngày ${formatDateVi(localDateOf(at))}`;
const momentEn = (at: Date): string => `${hour(at)} on ${localDateOf(at)}`;

export const claimMessages: Messages<ClaimRefusal> = {
  CLAIM_LINES_MISSING: {
    vi: () => 'Hãy chọn ít nhất một dòng hàng để khiếu nại.',
    en: () => 'Choose at least one line to claim.',
    field: 'lines',
  },
  CLAIM_LINE_UNKNOWN: {
    vi: () => 'Dòng này không có trong phiếu nhận. Hãy tải lại trang.',
    en: () => 'This line is not in the receipt. Reload the page.',
  },
  CLAIM_LINE_TWICE: {
    vi: () => 'Dòng này xuất hiện hai lần. Hãy gộp lại thành một.',
    en: () => 'This line appears twice. Merge them.',
  },
  CLAIM_QTY_NOT_POSITIVE: {
    vi: () => 'Số lượng khiếu nại phải lớn hơn 0.',
    en: () => 'The claimed quantity must be above zero.',
    field: 'qty',
  },
  CLAIM_OVER_RECEIVED: {
    vi: ({ claimable, unit }) =>
      claimable.isPositive
        ? `Chỉ khiếu nại được tối đa ${formatQuantity(claimable, unit, 'vi')} đã nhận mà chưa khiếu nại.`
        : 'Dòng này không còn số lượng nào đã nhận mà chưa khiếu nại.',
    en: ({ claimable, unit }) =>
      claimable.isPositive
        ? `At most ${formatQuantity(claimable, unit, 'en')} were accepted and are not claimed yet.`
        : 'Nothing of this line is accepted and not claimed yet.',
    field: 'qty',
  },
  CLAIM_WINDOW_PASSED: {
    vi: ({ until }) => `Hạn khiếu nại dòng này đã hết lúc ${momentVi(until)}. Bạn vẫn có thể trao đổi trực tiếp với hợp tác xã.`,
    en: ({ until }) => `The window for claiming this line ended at ${momentEn(until)}. You can still speak with the cooperative.`,
  },
  CLAIM_REASON_UNKNOWN: {
    vi: () => 'Hãy chọn lý do trong danh sách.',
    en: () => 'Choose a reason from the list.',
    field: 'reason',
  },
  CLAIM_WANTED_UNKNOWN: {
    vi: () => 'Hãy chọn cách giải quyết bạn mong muốn.',
    en: () => 'Choose what you ask for.',
    field: 'wanted',
  },
  CLAIM_PHOTO_MISSING: {
    vi: () => 'Lý do này cần ít nhất một ảnh chụp hàng, để hợp tác xã thấy như bạn thấy.',
    en: () => 'This reason needs at least one picture of the goods, so that the cooperative sees what you see.',
    field: 'photoIds',
  },
  CLAIM_RECEIPT_VOIDED: {
    vi: () => 'Phiếu nhận này đã bị huỷ. Hãy khiếu nại theo phiếu nhận mới.',
    en: () => 'This receipt was voided. Claim from the new one.',
  },
  CLAIM_TEXT_TOO_LONG: {
    vi: ({ max }) => `Nội dung dài tối đa ${max} ký tự.`,
    en: ({ max }) => `At most ${max} characters.`,
    field: 'note',
  },
  CLAIM_NOTE_MISSING: {
    vi: () => 'Hãy ghi rõ lý do, để bên kia hiểu.',
    en: () => 'Say why, so that the other side understands.',
    field: 'note',
  },
  CLAIM_NOT_OPEN: {
    vi: () => 'Khiếu nại đã chuyển sang bước khác. Hãy tải lại trang để xem.',
    en: () => 'The claim has moved on. Reload the page.',
  },
  CLAIM_OFFER_UNKNOWN: {
    vi: () => 'Đề nghị này đã được thay bằng đề nghị mới. Hãy tải lại trang để xem.',
    en: () => 'This offer was replaced by a newer one. Reload the page.',
  },
  CLAIM_OFFER_OWN: {
    vi: () => 'Bạn đã đồng ý đề nghị này; đang chờ bên kia.',
    en: () => 'You hold this offer already; it waits for the other side.',
  },
  OFFER_LINES_MISSING: {
    vi: () => 'Hãy trả lời mọi dòng khiếu nại.',
    en: () => 'Answer every claimed line.',
    field: 'lines',
  },
  OFFER_OUTCOME_UNKNOWN: {
    vi: () => 'Hãy chọn cách giải quyết trong danh sách.',
    en: () => 'Choose an outcome from the list.',
    field: 'outcome',
  },
  OFFER_QTY_NOT_POSITIVE: {
    vi: () => 'Số lượng phải lớn hơn 0.',
    en: () => 'The quantity must be above zero.',
    field: 'qty',
  },
  OFFER_OVER_CLAIMED: {
    vi: ({ claimed, unit }) => `Bên mua chỉ khiếu nại ${formatQuantity(claimed, unit, 'vi')}.`,
    en: ({ claimed, unit }) => `Only ${formatQuantity(claimed, unit, 'en')} are claimed.`,
    field: 'qty',
  },
  OFFER_CUT_OUT_OF_RANGE: {
    vi: () => 'Mức giảm giá là từ trên 0 % đến 100 %.',
    en: () => 'A price cut is above 0 % and at most 100 %.',
    field: 'cutBp',
  },
};
