import { formatDateVi } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type ClosureRefusal =
  | { readonly code: 'CLOSURE_NOT_IN_ORDER' }
  | { readonly code: 'CLOSURE_PAST'; readonly today: string }
  | { readonly code: 'CLOSURE_TOO_LONG' }
  | { readonly code: 'CLOSURE_MESSAGE_MISSING' }
  | { readonly code: 'CLOSURE_OVERLAPS'; readonly from: string; readonly to: string }
  | { readonly code: 'CLOSURE_OVER' };

export const closureMessages: Messages<ClosureRefusal> = {
  CLOSURE_NOT_IN_ORDER: {
    vi: () => 'Ngày cuối phải bằng hoặc sau ngày đầu.',
    en: () => 'The last day must be the first day or later.',
    field: 'lastDay',
  },
  CLOSURE_PAST: {
    vi: ({ today }) => `Kỳ nghỉ phải kết thúc từ hôm nay, ${formatDateVi(today)}, trở đi.`,
    en: ({ today }) => `The days must end today, ${formatDateVi(today)}, or later.`,
    field: 'lastDay',
  },
  CLOSURE_TOO_LONG: {
    vi: () => 'Một kỳ nghỉ dài nhất 180 ngày. Nghỉ lâu hơn thì hãy tạm ngừng từng sản phẩm.',
    en: () => 'One closure lasts 180 days at most. For longer, pause the products.',
    field: 'lastDay',
  },
  CLOSURE_MESSAGE_MISSING: {
    vi: () => 'Hãy viết lý do cho người mua, ví dụ "Nghỉ Tết Nguyên đán" (tối đa 300 ký tự).',
    en: () => 'Tell buyers why, such as "Closed for Tết" (at most 300 characters).',
    field: 'message',
  },
  CLOSURE_OVERLAPS: {
    vi: ({ from, to }) => `Đã có kỳ nghỉ từ ${formatDateVi(from)} đến ${formatDateVi(to)}. Hãy hủy kỳ đó hoặc chọn ngày khác.`,
    en: ({ from, to }) => `There is a closure from ${formatDateVi(from)} to ${formatDateVi(to)}. Cancel it or choose other days.`,
    field: 'firstDay',
  },
  CLOSURE_OVER: {
    vi: () => 'Kỳ nghỉ này đã qua hoặc đã hủy. Hãy tải lại trang.',
    en: () => 'This closure is over or cancelled. Reload the page.',
  },
};
