import type { StallRuleRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type RuleBookRefusal =
  | StallRuleRefusal
  | { readonly code: 'RULE_SOURCE_MISSING' }
  | { readonly code: 'HOLIDAY_NAME_MISSING' }
  | { readonly code: 'HOLIDAY_NOT_WEEKEND' };

export const ruleBookMessages: Messages<RuleBookRefusal> = {
  STALL_RULE_UNKNOWN: {
    vi: () => 'Bộ ngưỡng không có mức này. Hãy tải lại trang.',
    en: () => 'The rules have no such level. Reload the page.',
  },
  STALL_RULE_OUT_OF_RANGE: {
    vi: ({ least, most }) => `Hãy nhập số từ ${least} đến ${most}.`,
    en: ({ least, most }) => `Enter a number from ${least} to ${most}.`,
    field: 'value',
  },
  STALL_RULE_NOT_IN_ORDER: {
    vi: () => 'Mức nặng hơn không được đến trước mức nhẹ hơn. Hãy xem lại ba mức của chặng này.',
    en: () => 'A graver level must not come before a milder one. Check the three levels of this step.',
    field: 'value',
  },
  RULE_SOURCE_MISSING: {
    vi: () => 'Hãy ghi căn cứ: theo văn bản hoặc quyết định nào.',
    en: () => 'Write the ground: by which document or decision.',
    field: 'source',
  },
  HOLIDAY_NAME_MISSING: {
    vi: () => 'Hãy ghi tên ngày nghỉ.',
    en: () => 'Write the name of the day.',
    field: 'nameVi',
  },
  HOLIDAY_NOT_WEEKEND: {
    vi: () => 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.',
    en: () => 'A day worked in exchange must be a Saturday or a Sunday.',
    field: 'day',
  },
};
