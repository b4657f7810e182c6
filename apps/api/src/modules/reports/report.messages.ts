import {
  formatDateVi,
  type ReportAction,
  type ReportPeriodRefusal,
  type ReportState,
  type SecondPersonRefusal,
  type TransitionRefusal,
} from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type ReportRefusal =
  | ReportPeriodRefusal
  | SecondPersonRefusal
  | TransitionRefusal<ReportState, ReportAction>
  | { readonly code: 'REPORT_EVENT_MISSING' }
  | { readonly code: 'REPORT_EMPTY' }
  | { readonly code: 'REPORT_OVERTAKEN' }
  | { readonly code: 'REPORT_REASON_MISSING' };

export const reportMessages: Messages<ReportRefusal> = {
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người lập báo cáo không ban hành báo cáo đó. Hãy nhờ một lãnh đạo khác.',
    en: () => 'Who drew a report up does not issue it. Ask another leader.',
  },
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) =>
      from === 'ISSUED'
        ? 'Báo cáo đã ban hành, không sửa hay rút được. Điều chỉnh sẽ nằm ở báo cáo kỳ sau.'
        : 'Báo cáo này không còn là dự thảo. Hãy tải lại trang.',
    en: ({ from }) =>
      from === 'ISSUED'
        ? 'The report is issued and can be neither changed nor withdrawn. Corrections stand in the next one.'
        : 'This report is a draft no more. Reload the page.',
  },
  REPORT_DAY_NOT_OVER: {
    vi: () => 'Ngày chốt phải là một ngày đã qua hết. Hãy chọn từ hôm qua trở về trước.',
    en: () => 'The cut-off must be a day that is over. Choose yesterday or an earlier day.',
    field: 'asOf',
  },
  REPORT_PERIOD_REVERSED: {
    vi: () => 'Ngày đầu kỳ phải không muộn hơn ngày chốt.',
    en: () => 'The period must begin on or before the cut-off.',
    field: 'periodFrom',
  },
  REPORT_ALREADY_ISSUED: {
    vi: ({ asOf }) => `Đã ban hành báo cáo chốt đến ${formatDateVi(asOf)}. Hãy chọn ngày chốt sau ngày đó.`,
    en: ({ asOf }) => `A report up to ${formatDateVi(asOf)} has been issued. Choose a later cut-off.`,
    field: 'asOf',
  },
  REPORT_EVENT_MISSING: {
    vi: () => 'Không có hội nghị này. Hãy chọn trong danh sách.',
    en: () => 'There is no such conference. Choose one of the list.',
    field: 'eventCode',
  },
  REPORT_EMPTY: {
    vi: () => 'Đến ngày chốt chưa có biên bản nào trong sổ. Hãy chọn hội nghị hoặc ngày chốt khác.',
    en: () => 'No agreement stood in the register by that day. Choose another conference or cut-off.',
    field: 'asOf',
  },
  REPORT_OVERTAKEN: {
    vi: () => 'Sau khi lập dự thảo này đã có báo cáo khác được ban hành. Hãy rút dự thảo và lập lại.',
    en: () => 'Another report was issued after this draft was drawn up. Withdraw it and draw up a new one.',
  },
  REPORT_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do rút, tối đa 500 ký tự.',
    en: () => 'Say why it is withdrawn, in at most 500 characters.',
    field: 'reason',
  },
};
