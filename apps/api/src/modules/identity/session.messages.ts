import type { Messages } from '../../platform/graphql/refusal.js';

export type SessionRefusal =
  | { readonly code: 'LOGIN_UNKNOWN' }
  | { readonly code: 'TOO_MANY_ATTEMPTS'; readonly minutes: number }
  | { readonly code: 'NO_MEMBERSHIP' };

export const sessionMessages: Messages<SessionRefusal> = {
  LOGIN_UNKNOWN: {
    vi: () => 'Số điện thoại, e-mail hoặc mật khẩu chưa đúng. Hãy kiểm tra lại cả hai ô.',
    en: () => 'The phone number, e-mail or password is not right. Check both boxes.',
    field: 'login',
  },
  TOO_MANY_ATTEMPTS: {
    vi: ({ minutes }) => `Đã thử sai nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    en: ({ minutes }) => `Too many wrong tries. Try again in ${minutes} minutes.`,
    field: 'login',
  },
  NO_MEMBERSHIP: {
    vi: () => 'Tài khoản này chưa thuộc đơn vị nào. Hãy gọi Liên minh Hợp tác xã để được thêm vào đơn vị.',
    en: () => 'This account belongs to no organization yet. Call the Cooperative Alliance to be added to one.',
    field: 'login',
  },
};
