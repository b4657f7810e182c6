import { formatDateVi, formatVnd } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type CreditRefusal =
  | { readonly code: 'ALLOCATION_MISSING' }
  | { readonly code: 'ALLOCATION_ABOVE_CREDIT'; readonly left: bigint }
  | { readonly code: 'ALLOCATION_ABOVE_OPEN'; readonly number: string; readonly open: bigint }
  | { readonly code: 'ALLOCATION_OF_OTHERS' }
  | { readonly code: 'RETURN_NOT_POSITIVE' }
  | { readonly code: 'RETURN_ABOVE_FREE'; readonly left: bigint }
  | { readonly code: 'RETURN_IN_FUTURE'; readonly today: string }
  | { readonly code: 'RETURN_REASON_MISSING' }
  | { readonly code: 'RETURN_TEXT_TOO_LONG'; readonly max: number };

export const creditMessages: Messages<CreditRefusal> = {
  ALLOCATION_MISSING: {
    vi: () => 'Hãy chọn ít nhất một đề nghị và ghi số tiền lớn hơn 0.',
    en: () => 'Choose at least one request and an amount above zero.',
    field: 'allocations',
  },
  ALLOCATION_ABOVE_CREDIT: {
    vi: ({ left }) => `Khoản trả trước chỉ còn ${formatVnd(left)}.`,
    en: ({ left }) => `Only ${formatVnd(left, 'en')} of the credit is left.`,
    field: 'allocations',
  },
  ALLOCATION_ABOVE_OPEN: {
    vi: ({ number, open }) => `Đề nghị ${number} chỉ còn phải trả ${formatVnd(open)}.`,
    en: ({ number, open }) => `Request ${number} has only ${formatVnd(open, 'en')} open.`,
    field: 'allocations',
  },
  ALLOCATION_OF_OTHERS: {
    vi: () => 'Khoản trả trước chỉ dùng cho đề nghị giữa đúng hai bên này.',
    en: () => 'Credit pays only requests between these two.',
    field: 'allocations',
  },
  RETURN_NOT_POSITIVE: { vi: () => 'Số tiền phải lớn hơn 0.', en: () => 'The amount must be above zero.', field: 'amount' },
  RETURN_ABOVE_FREE: {
    vi: ({ left }) => `Chỉ còn trả lại được ${formatVnd(left)}.`,
    en: ({ left }) => `Only ${formatVnd(left, 'en')} can still go back.`,
    field: 'amount',
  },
  RETURN_IN_FUTURE: {
    vi: ({ today }) => `Ngày chuyển trả không thể sau hôm nay (${formatDateVi(today)}).`,
    en: ({ today }) => `The day of the transfer cannot be after today (${today}).`,
    field: 'paidOn',
  },
  RETURN_REASON_MISSING: { vi: () => 'Hãy ghi lý do trả lại.', en: () => 'Say why the money goes back.', field: 'reason' },
  RETURN_TEXT_TOO_LONG: {
    vi: ({ max }) => `Nội dung dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A text has at most ${max} characters.`,
    field: 'reason',
  },
};
