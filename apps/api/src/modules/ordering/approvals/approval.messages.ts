import { formatVnd } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type LimitRefusal =
  | { readonly code: 'LIMIT_EMPTY' }
  | { readonly code: 'LIMIT_PER_ORDER_NOT_POSITIVE' }
  | { readonly code: 'LIMIT_NOT_POSITIVE' }
  | { readonly code: 'LIMIT_PERIOD_MISSING' }
  | { readonly code: 'LIMIT_PERIOD_NEEDS_END' }
  | { readonly code: 'LIMIT_TWO_SUBJECTS' }
  | { readonly code: 'LIMIT_PERSON_UNKNOWN' }
  | { readonly code: 'LIMIT_STARTS_PAST' }
  | { readonly code: 'LIMIT_DATES_FALLING' }
  | { readonly code: 'LIMIT_ENDED' };

export type RequestRefusal =
  | { readonly code: 'REQUEST_DECIDED' }
  | { readonly code: 'REQUEST_OWN' }
  | { readonly code: 'REQUEST_NOT_YOURS' }
  | { readonly code: 'REQUEST_REASON_MISSING' }
  | { readonly code: 'REQUEST_BEYOND_APPROVER' }
  | { readonly code: 'REQUEST_CHANGED'; readonly asked: bigint; readonly now: bigint };

export const limitMessages: Messages<LimitRefusal> = {
  LIMIT_EMPTY: {
    vi: () => 'Hãy ghi mức tối đa cho một lần đặt, cho một kỳ, hoặc cả hai.',
    en: () => 'Set an amount per order, per period, or both.',
    field: 'perOrder',
  },
  LIMIT_PER_ORDER_NOT_POSITIVE: {
    vi: () => 'Mức tối đa phải lớn hơn 0, hoặc để trống.',
    en: () => 'An amount must be above 0, or empty.',
    field: 'perOrder',
  },
  LIMIT_NOT_POSITIVE: {
    vi: () => 'Mức tối đa phải lớn hơn 0, hoặc để trống.',
    en: () => 'An amount must be above 0, or empty.',
    field: 'perPeriod',
  },
  LIMIT_PERIOD_MISSING: {
    vi: () => 'Hãy chọn kỳ (tuần, tháng, quý hoặc cả thời hạn) cho mức theo kỳ.',
    en: () => 'Choose the period the amount is for: week, month, quarter or the whole validity.',
    field: 'period',
  },
  LIMIT_PERIOD_NEEDS_END: {
    vi: () => 'Mức cho cả thời hạn cần có ngày kết thúc.',
    en: () => 'An amount for the whole validity needs a last day.',
    field: 'validTo',
  },
  LIMIT_TWO_SUBJECTS: {
    vi: () => 'Hãy chọn một người hoặc một vai trò, không chọn cả hai.',
    en: () => 'Choose a person or a role, not both.',
    field: 'userId',
  },
  LIMIT_PERSON_UNKNOWN: {
    vi: () => 'Người này không đặt hàng cho đơn vị. Hãy chọn trong danh sách.',
    en: () => 'This person does not order for the organization. Choose from the list.',
    field: 'userId',
  },
  LIMIT_STARTS_PAST: {
    vi: () => 'Hạn mức có hiệu lực từ hôm nay hoặc một ngày sau đó.',
    en: () => 'A limit starts today or later.',
    field: 'validFrom',
  },
  LIMIT_DATES_FALLING: {
    vi: () => 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: () => 'The last day must not be before the first.',
    field: 'validTo',
  },
  LIMIT_ENDED: { vi: () => 'Hạn mức này đã hết hiệu lực.', en: () => 'This limit has ended already.' },
};

export const requestMessages: Messages<RequestRefusal> = {
  REQUEST_DECIDED: {
    vi: () => 'Yêu cầu này đã được quyết định. Hãy tải lại để xem.',
    en: () => 'This request has been decided. Reload to see how.',
  },
  REQUEST_OWN: {
    vi: () => 'Người đặt không tự duyệt được. Hãy nhờ một quản lý khác của đơn vị.',
    en: () => 'Nobody approves his own request. Ask another manager of your organization.',
  },
  REQUEST_NOT_YOURS: {
    vi: () => 'Chỉ người đặt mới rút được yêu cầu. Nếu không đồng ý, hãy từ chối và ghi lý do.',
    en: () => 'Only the one who asked withdraws a request. Refuse it with a reason instead.',
  },
  REQUEST_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để người đặt biết phải sửa gì.',
    en: () => 'Say why, so that the one who asked knows what to change.',
    field: 'reason',
  },
  REQUEST_BEYOND_APPROVER: {
    vi: () => 'Đơn này vượt hạn mức một lần đặt của chính bạn. Hãy nhờ người có hạn mức cao hơn duyệt.',
    en: () => 'This order is above your own limit per order. Ask somebody with a higher one.',
  },
  REQUEST_CHANGED: {
    vi: ({ asked, now }) =>
      `Giá trị đã đổi từ khi gửi: ${formatVnd(asked)} nay thành ${formatVnd(now)}. Hãy từ chối để người đặt gửi lại.`,
    en: ({ asked, now }) =>
      `The value changed since it was asked: ${formatVnd(asked)} is now ${formatVnd(now)}. Refuse it, so that it can be asked again.`,
  },
};
