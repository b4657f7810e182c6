import { NOTICE_GROUPS, type NoticeGroup } from '@lienket/domain';
import type { Messages } from '../platform/graphql/refusal.js';

export type SettingsRefusal =
  | { readonly code: 'GROUP_MANDATORY'; readonly group: NoticeGroup }
  | { readonly code: 'QUIET_HOURS_HALF' }
  | { readonly code: 'MINUTE_OUT_OF_DAY' };

export const settingsMessages: Messages<SettingsRefusal> = {
  GROUP_MANDATORY: {
    field: 'ways',
    vi: ({ group }) => `"${NOTICE_GROUPS[group].vi}" luôn báo ngay trong ứng dụng và qua e-mail, không tắt được.`,
    en: ({ group }) => `"${NOTICE_GROUPS[group].en}" is always told at once in the app and by e-mail; it cannot be switched off.`,
  },
  QUIET_HOURS_HALF: {
    field: 'quietFrom',
    vi: () => 'Giờ yên tĩnh cần cả giờ bắt đầu và giờ kết thúc, hoặc bỏ trống cả hai.',
    en: () => 'Quiet hours need a beginning and an end, or neither.',
  },
  MINUTE_OUT_OF_DAY: {
    field: 'digestAt',
    vi: () => 'Giờ phải nằm trong một ngày, từ 00:00 đến 23:59.',
    en: () => 'A time lies within one day, from 00:00 to 23:59.',
  },
};
