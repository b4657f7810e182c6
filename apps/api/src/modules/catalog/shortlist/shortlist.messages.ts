import type { Messages } from '../../../platform/graphql/refusal.js';

export type ShortlistRefusal =
  | { readonly code: 'LIST_NAME_MISSING' }
  | { readonly code: 'LIST_NAME_TOO_LONG' }
  | { readonly code: 'LIST_NAME_TAKEN' }
  | { readonly code: 'TOO_MANY_LISTS' }
  | { readonly code: 'LIST_FULL' }
  | { readonly code: 'LIST_NOTE_TOO_LONG' }
  | { readonly code: 'TOO_MANY_SEARCHES' }
  | { readonly code: 'SEARCH_ADDRESS_TOO_LONG' };

export const MOST_LISTS = 50;
export const MOST_ITEMS = 200;
export const MOST_SEARCHES = 50;

export const shortlistMessages: Messages<ShortlistRefusal> = {
  LIST_NAME_MISSING: { vi: () => 'Hãy đặt tên.', en: () => 'Give it a name.', field: 'name' },
  LIST_NAME_TOO_LONG: { vi: () => 'Tên dài tối đa 100 ký tự.', en: () => 'A name has at most 100 characters.', field: 'name' },
  LIST_NAME_TAKEN: {
    vi: () => 'Đơn vị bạn đã có danh sách tên này. Hãy chọn tên khác.',
    en: () => 'Your organization already has a list of this name. Choose another.',
    field: 'name',
  },
  TOO_MANY_LISTS: {
    vi: () => `Mỗi đơn vị giữ tối đa ${MOST_LISTS} danh sách. Hãy xoá bớt một danh sách.`,
    en: () => `An organization keeps at most ${MOST_LISTS} lists. Remove one first.`,
  },
  LIST_FULL: {
    vi: () => `Mỗi danh sách có tối đa ${MOST_ITEMS} sản phẩm. Hãy bỏ bớt hoặc lập danh sách khác.`,
    en: () => `A list holds at most ${MOST_ITEMS} products. Take some out or start another list.`,
  },
  LIST_NOTE_TOO_LONG: {
    vi: () => 'Ghi chú dài tối đa 500 ký tự.',
    en: () => 'A note has at most 500 characters.',
    field: 'note',
  },
  TOO_MANY_SEARCHES: {
    vi: () => `Mỗi đơn vị lưu tối đa ${MOST_SEARCHES} lượt tìm. Hãy xoá bớt một lượt.`,
    en: () => `An organization keeps at most ${MOST_SEARCHES} searches. Remove one first.`,
  },
  SEARCH_ADDRESS_TOO_LONG: { vi: () => 'Bộ lọc này quá dài để lưu.', en: () => 'This filter is too long to keep.' },
};
