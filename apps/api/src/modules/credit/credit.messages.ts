import { type CreditState, type CreditStepRefusal, type DisbursementRefusal, formatDateVi, formatVnd } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type CreditRefusal =
  | CreditStepRefusal
  | DisbursementRefusal
  | { readonly code: 'CREDIT_STATE'; readonly status: CreditState }
  | { readonly code: 'CREDIT_BANK_MISSING' }
  | { readonly code: 'CREDIT_BORROWER_MISSING' }
  | { readonly code: 'CREDIT_EVENT_MISSING' }
  | { readonly code: 'CREDIT_AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'CREDIT_LIMIT_NOT_POSITIVE' }
  | { readonly code: 'CREDIT_TERM_NOT_POSITIVE' }
  | { readonly code: 'CREDIT_SIGNED_IN_FUTURE' }
  | { readonly code: 'CREDIT_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'CREDIT_UNDO_REASON_MISSING' }
  | { readonly code: 'CREDIT_OWN_RECORD' }
  | { readonly code: 'CREDIT_PAPER_MISSING' }
  | { readonly code: 'CREDIT_SIDE_ON_LINE' }
  | { readonly code: 'CREDIT_NOT_YOURS_TO_END' };

export const CREDIT_STATE_WORDS: Record<CreditState, { vi: string; en: string }> = {
  RECORDED: { vi: 'chưa được xác nhận', en: 'is not confirmed yet' },
  SIGNED: { vi: 'đã ký, chưa nộp hồ sơ', en: 'is signed, without an application' },
  FILED: { vi: 'đã nộp hồ sơ', en: 'has its application handed in' },
  APPRAISING: { vi: 'đang thẩm định', en: 'is being appraised' },
  APPROVED: { vi: 'đã được duyệt', en: 'is approved' },
  GRANTED: { vi: 'đã được cấp hạn mức', en: 'has its limit granted' },
  CLOSED: { vi: 'đã kết thúc', en: 'is closed' },
  LAPSED: { vi: 'đã hết hiệu lực', en: 'has lapsed' },
  REFUSED: { vi: 'đã bị từ chối', en: 'was refused' },
  WITHDRAWN: { vi: 'đã rút', en: 'was withdrawn' },
};

export const creditMessages: Messages<CreditRefusal> = {
  CREDIT_STATE: {
    vi: ({ status }) => `Thoả thuận này ${CREDIT_STATE_WORDS[status].vi}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ status }) => `This agreement ${CREDIT_STATE_WORDS[status].en}, so this cannot be done. Reload the page.`,
  },
  CREDIT_BANK_MISSING: {
    field: 'bankOrgId',
    vi: () => 'Hãy chọn ngân hàng hoặc quỹ cho vay trong danh sách.',
    en: () => 'Choose the bank or fund that lends.',
  },
  CREDIT_BORROWER_MISSING: {
    field: 'borrowerOrgId',
    vi: () => 'Hãy chọn hợp tác xã, hộ hoặc doanh nghiệp vay vốn.',
    en: () => 'Choose the cooperative, household or enterprise that borrows.',
  },
  CREDIT_EVENT_MISSING: {
    field: 'eventCode',
    vi: () => 'Không có hội nghị này. Hãy chọn lại.',
    en: () => 'There is no such conference. Choose again.',
  },
  CREDIT_AMOUNT_NOT_POSITIVE: {
    field: 'amount',
    vi: () => 'Số tiền phải lớn hơn 0. Văn bản không ghi thì để trống, đừng ghi 0.',
    en: () => 'An amount is more than 0. If the paper names none, leave it empty; do not write 0.',
  },
  CREDIT_LIMIT_NOT_POSITIVE: {
    field: 'limit',
    vi: () => 'Hạn mức phải lớn hơn 0. Chưa rõ thì để trống.',
    en: () => 'A limit is more than 0. If it is not known, leave it empty.',
  },
  CREDIT_TERM_NOT_POSITIVE: {
    field: 'termMonths',
    vi: () => 'Thời hạn tính bằng số tháng từ 1 đến 600.',
    en: () => 'The term is a number of months from 1 to 600.',
  },
  CREDIT_SIGNED_IN_FUTURE: {
    field: 'signedOn',
    vi: () => 'Ngày ký không thể sau hôm nay.',
    en: () => 'The day of signing cannot be after today.',
  },
  CREDIT_TEXT_TOO_LONG: {
    field: 'note',
    vi: ({ max }) => `Có mục dài quá ${max} ký tự. Hãy viết gọn lại.`,
    en: ({ max }) => `One of the texts is longer than ${max} characters. Shorten it.`,
  },
  CREDIT_REASON_MISSING: {
    field: 'reason',
    vi: () => 'Hãy chọn lý do; nếu chọn "lý do khác" thì ghi rõ.',
    en: () => 'Choose a reason; with "another reason", say which.',
  },
  CREDIT_LAPSE_AFTER_MONEY: {
    vi: () => 'Ngân hàng đã giải ngân nên thoả thuận không hết hiệu lực được. Hãy kết thúc thoả thuận.',
    en: () => 'Money was paid out, so the agreement cannot lapse. Close it instead.',
  },
  CREDIT_DAY_IN_FUTURE: {
    field: 'on',
    vi: () => 'Ngày này chưa tới. Hãy ghi ngày việc đã diễn ra.',
    en: () => 'This day lies ahead. Write the day on which it happened.',
  },
  CREDIT_DAY_BEFORE_LAST: {
    field: 'on',
    vi: ({ last }) => `Bước trước diễn ra ngày ${formatDateVi(last)}. Hãy ghi từ ngày đó trở đi.`,
    en: ({ last }) => `The step before happened on ${formatDateVi(last)}. Write that day or a later one.`,
  },
  CREDIT_DOC_MISSING: {
    field: 'docNo',
    vi: () => 'Liên minh ghi thay thì phải ghi số văn bản làm căn cứ.',
    en: () => 'The Alliance writes this for another, so give the number of the paper it follows.',
  },
  CREDIT_UNDO_REASON_MISSING: { field: 'reason', vi: () => 'Hãy ghi lý do.', en: () => 'Give the reason.' },
  CREDIT_OWN_RECORD: {
    vi: () => 'Người ghi không tự xác nhận được. Bên kia, hoặc người thứ hai có bản chụp, xác nhận.',
    en: () => 'Who recorded it cannot confirm it. The other party does, or a second person with the scan.',
  },
  CREDIT_PAPER_MISSING: {
    vi: () => 'Chưa có bản chụp văn bản đã ký. Hãy đính kèm rồi nhờ người thứ hai xác nhận.',
    en: () => 'The scan of the signed paper is missing. Attach it, then ask a second person to confirm.',
  },
  CREDIT_SIDE_ON_LINE: {
    vi: () => 'Bên này đã có người dùng trên sàn nên tự ghi. Liên minh chỉ ghi thay bên chưa có ai trên sàn.',
    en: () => 'This side has people of its own here and writes itself. The Alliance writes only for a side without any.',
  },
  CREDIT_NOT_YOURS_TO_END: {
    field: 'ending',
    vi: () => 'Việc này thuộc bên kia. Ngân hàng từ chối hoặc kết thúc; bên vay rút.',
    en: () => 'This belongs to the other side: the bank refuses or closes, the borrower withdraws.',
  },
  DISBURSEMENT_NOT_POSITIVE: {
    field: 'amount',
    vi: () => 'Số tiền giải ngân phải lớn hơn 0.',
    en: () => 'What is paid out is more than 0.',
  },
  DISBURSEMENT_OVER_LIMIT: {
    field: 'amount',
    vi: ({ left }) => `Vượt hạn mức: chỉ còn ${formatVnd(left)}.`,
    en: ({ left }) => `Above the limit: ${formatVnd(left, 'en')} is left.`,
  },
  DISBURSEMENT_UNKNOWN: {
    vi: () => 'Không còn lần giải ngân này. Hãy tải lại trang.',
    en: () => 'This payment is not there any more. Reload the page.',
  },
  DISBURSEMENT_UNDONE: { vi: () => 'Lần giải ngân này đã được huỷ ghi.', en: () => 'This payment was taken back already.' },
};
