import { formatDateVi, type LifeGrantRefusal, type LifeOfferRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type LifeWaiverRefusal =
  | LifeGrantRefusal
  | LifeOfferRefusal
  | { readonly code: 'WAIVER_STANDS' }
  | { readonly code: 'WAIVER_LINE_UNKNOWN' }
  | { readonly code: 'WAIVER_LOT_UNKNOWN'; readonly lotCode: string }
  | { readonly code: 'WAIVER_NOT_NEEDED' }
  | { readonly code: 'WAIVER_NO_HELP'; readonly expiresOn: string | null }
  | { readonly code: 'WAIVER_ASKED_ALREADY' }
  | { readonly code: 'WAIVER_NOTE_MISSING' }
  | { readonly code: 'WAIVER_REASON_MISSING' }
  | { readonly code: 'WAIVER_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'WAIVER_DAY_MISSING' }
  | { readonly code: 'WAIVER_DECIDED' };

export const lifeWaiverMessages: Messages<LifeWaiverRefusal> = {
  WAIVER_LINE_UNKNOWN: {
    vi: () => 'Dòng hàng này không có trong đơn. Hãy tải lại trang.',
    en: () => 'This line is not in the order. Reload the page.',
  },
  WAIVER_LOT_UNKNOWN: {
    vi: ({ lotCode }) => `Không có lô ${lotCode} của sản phẩm này. Hãy chọn trong danh sách.`,
    en: ({ lotCode }) => `There is no lot ${lotCode} of this product. Choose from the list.`,
    field: 'lotCode',
  },
  WAIVER_NOT_NEEDED: {
    vi: () => 'Lô này đến nơi vẫn đủ hạn dùng, không cần xin miễn. Hãy giao như thường.',
    en: () => 'This lot arrives with enough life; no waiver is needed. Dispatch it as usual.',
    field: 'arrivesOn',
  },
  WAIVER_NO_HELP: {
    vi: ({ expiresOn }) =>
      expiresOn
        ? `Lô này không giao được ngày đó dù có được miễn (hạn dùng ${formatDateVi(expiresOn)}). Hãy chọn ngày đến sớm hơn hoặc lô khác.`
        : 'Lô này chưa đến ngày được bán. Hãy chọn lô khác.',
    en: ({ expiresOn }) =>
      expiresOn
        ? `A waiver cannot help this lot on that day (it expires on ${expiresOn}). Choose an earlier day or another lot.`
        : 'This lot is not ready for sale yet. Choose another.',
    field: 'arrivesOn',
  },
  WAIVER_ASKED_ALREADY: {
    vi: () => 'Đã có đề nghị hoặc chấp thuận miễn cho lô này. Hãy tải lại trang để xem.',
    en: () => 'A waiver for this lot is asked for or granted already. Reload the page.',
  },
  WAIVER_NOTE_MISSING: {
    vi: () => 'Hãy ghi vì sao nên nhận lô này, để bên mua quyết định.',
    en: () => 'Say why the lot should be taken, so that the buyer can decide.',
    field: 'note',
  },
  WAIVER_REASON_MISSING: { vi: () => 'Hãy ghi lý do.', en: () => 'Give a reason.', field: 'reason' },
  WAIVER_TEXT_TOO_LONG: {
    vi: ({ max }) => `Dài tối đa ${max} ký tự. Hãy viết gọn hơn.`,
    en: ({ max }) => `At most ${max} characters. Shorten it.`,
  },
  WAIVER_DAY_MISSING: {
    vi: () => 'Hãy chọn ngày cuối còn nhận lô này.',
    en: () => 'Choose the last day on which the lot may arrive.',
    field: 'validUntil',
  },
  WAIVER_DAY_PAST: {
    vi: ({ today }) => `Ngày cuối đã qua. Hãy chọn từ ${formatDateVi(today)}.`,
    en: ({ today }) => `That day has passed. Choose ${today} or later.`,
    field: 'validUntil',
  },
  WAIVER_AFTER_EXPIRY: {
    vi: ({ expiresOn }) => `Hàng chỉ dùng đến ${formatDateVi(expiresOn)}. Hãy chọn ngày không sau ngày đó.`,
    en: ({ expiresOn }) => `The goods expire on ${expiresOn}. Choose no later day.`,
    field: 'validUntil',
  },
  WAIVER_NO_MINIMUM: {
    vi: () => 'Dòng này không đòi hạn dùng tối thiểu, lô nào cũng giao được. Không cần cho phép.',
    en: () => 'This line asks for no minimum of life; any lot may leave. Nothing needs to be allowed.',
    field: 'orderLineId',
  },
  WAIVER_LEAST_DAYS: {
    vi: ({ most }) => `Hãy ghi số ngày từ 0 đến ${most}, ít hơn mức đang đòi.`,
    en: ({ most }) => `Give a number of days from 0 to ${most}, fewer than what is asked for now.`,
    field: 'leastDays',
  },
  WAIVER_STANDS: {
    vi: () => 'Đã cho phép như vậy rồi. Hãy thôi phép đang có trước, rồi cho phép lại.',
    en: () => 'This is allowed already. End what stands first, then allow it anew.',
    field: 'orderLineId',
  },
  WAIVER_DECIDED: {
    vi: () => 'Đề nghị này đã được xử lý. Hãy tải lại trang để xem.',
    en: () => 'This was decided already. Reload the page.',
  },
};
