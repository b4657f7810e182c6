import type { Messages } from '../../../platform/graphql/refusal.js';
import { orderMessages, type OrderRefusal } from '../order.messages.js';

export type TemplateRefusal =
  | { readonly code: 'TEMPLATE_NAME_MISSING' }
  | { readonly code: 'TEMPLATE_NAME_TOO_LONG'; readonly max: number }
  | { readonly code: 'TEMPLATE_NAME_TAKEN' }
  | { readonly code: 'TEMPLATES_TOO_MANY'; readonly max: number };

export const templateMessages: Messages<TemplateRefusal | OrderRefusal> = {
  ...orderMessages,
  TEMPLATE_NAME_MISSING: {
    vi: () => 'Hãy đặt tên cho mẫu, ví dụ “Rau thứ Hai”.',
    en: () => 'Give the template a name, for example “Monday greens”.',
    field: 'name',
  },
  TEMPLATE_NAME_TOO_LONG: {
    vi: ({ max }) => `Tên mẫu dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A template's name has at most ${max} characters.`,
    field: 'name',
  },
  TEMPLATE_NAME_TAKEN: {
    vi: () => 'Đơn vị đã có mẫu tên này. Hãy đặt tên khác hoặc mở mẫu đó để sửa.',
    en: () => 'There is a template of this name. Choose another, or open that one to change it.',
    field: 'name',
  },
  TEMPLATES_TOO_MANY: {
    vi: ({ max }) => `Mỗi đơn vị giữ tối đa ${max} mẫu. Hãy xoá bớt mẫu không dùng.`,
    en: ({ max }) => `An organization keeps at most ${max} templates. Delete those no longer used.`,
    field: 'name',
  },
};
