import type { CaseRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type CaseWorkRefusal =
  CaseRefusal | { readonly code: 'CASE_OWNER_UNKNOWN' } | { readonly code: 'TASK_ENDED' } | { readonly code: 'CASE_NOT_A_PARTY' };

export const caseMessages: Messages<CaseWorkRefusal> = {
  CASE_TEXT_MISSING: {
    vi: () => 'Hãy ghi nội dung.',
    en: () => 'Write what it is about.',
    field: 'text',
  },
  CASE_TEXT_TOO_LONG: {
    vi: ({ max }) => `Nội dung dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    en: ({ max }) => `The text is longer than ${max} characters. Shorten it.`,
    field: 'text',
  },
  CASE_DAY_AHEAD: {
    vi: () => 'Việc đã diễn ra thì ngày không thể sau hôm nay.',
    en: () => 'What has happened cannot lie after today.',
    field: 'happenedOn',
  },
  PROMISE_DAY_MISSING: {
    vi: () => 'Hãy ghi ngày họ hứa làm xong.',
    en: () => 'Give the day it was promised for.',
    field: 'promisedFor',
  },
  NEXT_ACTION_DAY_MISSING: {
    vi: () => 'Hãy chọn ngày cho việc tiếp theo.',
    en: () => 'Choose a day for the next action.',
    field: 'nextActionOn',
  },
  TASK_DUE_IN_PAST: {
    vi: () => 'Hãy chọn hạn từ hôm nay trở đi.',
    en: () => 'Choose a deadline from today on.',
    field: 'dueOn',
  },
  TASK_EVIDENCE_MISSING: {
    vi: () => 'Hãy ghi kết quả hoặc lý do bỏ, hoặc đính kèm tệp.',
    en: () => 'Write the outcome or why it is dropped, or attach a file.',
    field: 'outcome',
  },
  TASK_ENDED: {
    vi: () => 'Nhiệm vụ này đã kết thúc. Hãy thêm nhiệm vụ mới nếu cần.',
    en: () => 'This task has ended. Add another one if it is needed.',
  },
  CASE_OWNER_UNKNOWN: {
    vi: () => 'Hãy chọn một người của Liên minh.',
    en: () => 'Choose a person of the Alliance.',
    field: 'ownerId',
  },
  CASE_NOT_A_PARTY: {
    vi: () => 'Hãy chọn một bên của thoả thuận này.',
    en: () => 'Choose a party of this agreement.',
    field: 'orgId',
  },
};
