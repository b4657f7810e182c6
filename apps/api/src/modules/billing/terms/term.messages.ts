import type { Messages } from '../../../platform/graphql/refusal.js';

export type TermRefusal =
  | { readonly code: 'TERM_OPEN' }
  | { readonly code: 'TERM_OWN' }
  | { readonly code: 'TERM_ANSWERED' }
  | { readonly code: 'TERM_IN_PAST' };

export const termMessages: Messages<TermRefusal> = {
  TERM_OPEN: {
    vi: () => 'Đang có một đề nghị về kỳ hạn chờ trả lời. Hãy đợi trả lời trước.',
    en: () => 'A proposal about the term waits for its answer. Wait for that first.',
  },
  TERM_OWN: {
    vi: () => 'Bên kia phải là bên trả lời đề nghị này.',
    en: () => 'The other side must answer this proposal.',
  },
  TERM_ANSWERED: {
    vi: () => 'Đề nghị này đã được trả lời. Hãy tải lại trang.',
    en: () => 'This proposal has been answered already. Reload the page.',
  },
  TERM_IN_PAST: {
    vi: () => 'Cách tính mới chỉ áp dụng từ hôm nay trở đi.',
    en: () => 'A new base applies from today on.',
    field: 'validFrom',
  },
};
