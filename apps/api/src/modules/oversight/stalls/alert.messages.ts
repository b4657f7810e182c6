import { formatDateVi, type AlertAnswerRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type AlertRefusal =
  | AlertAnswerRefusal
  | { readonly code: 'ALERT_CLEARED' }
  | { readonly code: 'ALERT_NOT_ACKNOWLEDGED' }
  | { readonly code: 'PETITION_NOT_LINKED' }
  | { readonly code: 'PETITION_NOT_CHOSEN' }
  | { readonly code: 'PETITIONER_NOT_PARTY' };

export const alertMessages: Messages<AlertRefusal> = {
  ALERT_CLEARED: {
    vi: () => 'Cảnh báo này đã được gỡ vì có việc mới diễn ra. Hãy tải lại danh sách.',
    en: () => 'A new fact has already cleared this alert. Reload the list.',
  },
  ALERT_NOT_ACKNOWLEDGED: {
    vi: () => 'Hãy tiếp nhận cảnh báo, ghi lý do và bước tiếp theo, trước khi hẹn lại.',
    en: () => 'Acknowledge the alert with a reason and a next step before you snooze it.',
  },
  PETITION_NOT_LINKED: {
    vi: () => 'Chưa có kiến nghị nào gắn với thoả thuận này. Hãy dùng nút “Vướng vì kiến nghị”.',
    en: () => 'No open petition is linked to this agreement. Use “Waits for a petition”.',
    field: 'reasonCode',
  },
  PETITION_NOT_CHOSEN: {
    vi: () => 'Hãy chọn một kiến nghị đang xử lý, hoặc ghi kiến nghị mới.',
    en: () => 'Choose an open petition or write a new one.',
    field: 'petitionId',
  },
  PETITIONER_NOT_PARTY: {
    vi: () => 'Người gửi kiến nghị phải là một bên của thoả thuận này.',
    en: () => 'The petitioner must be a party of this agreement.',
    field: 'petitionerOrgId',
  },
  STALL_REASON_UNKNOWN: {
    vi: () => 'Hãy chọn một lý do trong danh mục.',
    en: () => 'Choose a reason from the list.',
    field: 'reasonCode',
  },
  NEXT_STEP_MISSING: {
    vi: () => 'Hãy ghi bước tiếp theo: ai làm gì.',
    en: () => 'Write the next step: who does what.',
    field: 'nextStep',
  },
  NEXT_STEP_TOO_LONG: {
    vi: ({ max }) => `Bước tiếp theo dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    en: ({ max }) => `The next step is longer than ${max} characters. Shorten it.`,
    field: 'nextStep',
  },
  FOLLOW_UP_IN_PAST: {
    vi: () => 'Hãy chọn ngày xem lại từ hôm nay trở đi.',
    en: () => 'Choose today or a later day to look again.',
    field: 'followUpOn',
  },
  FOLLOW_UP_TOO_LATE: {
    vi: ({ latest }) => `Ngày xem lại muộn nhất là ${formatDateVi(latest)}. Hãy chọn ngày sớm hơn.`,
    en: ({ latest }) => `The latest day to look again is ${formatDateVi(latest)}. Choose an earlier day.`,
    field: 'followUpOn',
  },
};
