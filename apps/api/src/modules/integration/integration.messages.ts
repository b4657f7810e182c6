import type { ScopeRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type IntegrationRefusal =
  | ScopeRefusal
  | { readonly code: 'TOKEN_NAME_MISSING' }
  | { readonly code: 'TOKEN_NAME_TOO_LONG'; readonly max: number }
  | { readonly code: 'TOKEN_EXPIRED_ALREADY' }
  | { readonly code: 'TOKEN_REVOKED' }
  | { readonly code: 'TOO_MANY'; readonly most: number }
  | { readonly code: 'URL_WRONG' }
  | { readonly code: 'EVENT_UNKNOWN'; readonly event: string }
  | { readonly code: 'WEBHOOK_ENDED' }
  | { readonly code: 'DELIVERY_WAITS' };

export const integrationMessages: Messages<IntegrationRefusal> = {
  SCOPES_MISSING: { vi: () => 'Hãy chọn ít nhất một quyền.', en: () => 'Choose at least one permission.', field: 'scopes' },
  SCOPE_UNKNOWN: {
    vi: ({ scope }) => `Không có quyền “${scope}”.`,
    en: ({ scope }) => `There is no permission "${scope}".`,
    field: 'scopes',
  },
  TOKEN_NAME_MISSING: {
    vi: () => 'Hãy đặt tên để biết phần mềm nào dùng khoá này.',
    en: () => 'Name the key, so that you know which program uses it.',
    field: 'name',
  },
  TOKEN_NAME_TOO_LONG: {
    vi: ({ max }) => `Tên dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A name has at most ${max} characters.`,
    field: 'name',
  },
  TOKEN_EXPIRED_ALREADY: {
    vi: () => 'Ngày hết hạn phải sau hôm nay.',
    en: () => 'The last day must be after today.',
    field: 'expiresOn',
  },
  TOKEN_REVOKED: { vi: () => 'Khoá này đã bị thu hồi.', en: () => 'This key has been revoked already.' },
  TOO_MANY: {
    vi: ({ most }) => `Mỗi đơn vị có tối đa ${most}. Hãy bỏ bớt cái không dùng.`,
    en: ({ most }) => `An organization has at most ${most}. Remove one that is not used.`,
  },
  URL_WRONG: {
    vi: () => 'Địa chỉ phải bắt đầu bằng https://, không kèm tên đăng nhập, và là địa chỉ công khai trên Internet.',
    en: () => 'The address must begin with https://, carry no user name, and be public on the Internet.',
    field: 'url',
  },
  EVENT_UNKNOWN: {
    vi: ({ event }) => `Không có sự kiện “${event}”.`,
    en: ({ event }) => `There is no event "${event}".`,
    field: 'events',
  },
  WEBHOOK_ENDED: { vi: () => 'Địa chỉ nhận này đã dừng.', en: () => 'This endpoint has ended.' },
  DELIVERY_WAITS: {
    vi: () => 'Lần gửi này đang chờ tới lượt. Hãy đợi kết quả.',
    en: () => 'This delivery waits for its turn. Wait for the outcome.',
  },
};
