import { formatDateVi } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type ReadinessRefusal =
  | { readonly code: 'REQUIREMENT_UNKNOWN' }
  | { readonly code: 'REQUIREMENT_TWICE' }
  | { readonly code: 'EVIDENCE_NOT_POSSIBLE' }
  | { readonly code: 'GROUP_UNKNOWN' }
  | { readonly code: 'REQUIREMENT_NOTE_TOO_LONG' }
  | { readonly code: 'WAIVER_NOT_ASKED' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG' }
  | { readonly code: 'WAIVER_END_IN_PAST' }
  | { readonly code: 'WAIVER_TOO_LONG'; readonly latest: string }
  | { readonly code: 'WAIVER_ENDED' };

export const readinessMessages: Messages<ReadinessRefusal> = {
  REQUIREMENT_UNKNOWN: {
    vi: () => 'Không có mục này trong danh mục hồ sơ. Hãy tải lại trang.',
    en: () => 'This item is not in the register. Reload the page.',
    field: 'code',
  },
  REQUIREMENT_TWICE: {
    vi: () => 'Mục này có hai lần trong danh sách. Hãy giữ một.',
    en: () => 'This item stands twice in the list. Keep one.',
    field: 'code',
  },
  EVIDENCE_NOT_POSSIBLE: {
    vi: () => 'Mục này không chứng minh được ở mức đó. Hãy chọn một mức trong danh sách.',
    en: () => 'This item cannot be proven at that level. Choose one from the list.',
    field: 'evidence',
  },
  GROUP_UNKNOWN: {
    vi: () => 'Không có nhóm sản phẩm này. Hãy chọn lại.',
    en: () => 'This product group does not exist. Choose again.',
    field: 'onlyGroups',
  },
  REQUIREMENT_NOTE_TOO_LONG: {
    vi: () => 'Ghi chú dài quá 500 ký tự. Hãy rút gọn.',
    en: () => 'The note is longer than 500 characters. Shorten it.',
    field: 'note',
  },
  WAIVER_NOT_ASKED: {
    vi: () => 'Mục này không có trong hồ sơ yêu cầu của quý đơn vị nên không cần miễn.',
    en: () => 'Your checklist does not ask for this, so there is nothing to waive.',
    field: 'code',
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do miễn, để người sau còn hiểu.',
    en: () => 'Give the reason, for those who read it later.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: () => 'Lý do dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The reason is longer than 2,000 characters. Shorten it.',
    field: 'reason',
  },
  WAIVER_END_IN_PAST: {
    vi: () => 'Ngày kết thúc phải từ hôm nay trở đi.',
    en: () => 'The last day must be today or later.',
    field: 'endsOn',
  },
  WAIVER_TOO_LONG: {
    vi: ({ latest }) => `Chỉ miễn được tối đa một năm, đến ngày ${formatDateVi(latest)}.`,
    en: ({ latest }) => `A waiver lasts one year at most, until ${formatDateVi(latest)}.`,
    field: 'endsOn',
  },
  WAIVER_ENDED: {
    vi: () => 'Lần miễn này đã kết thúc. Hãy tải lại trang.',
    en: () => 'This waiver has already ended. Reload the page.',
  },
};
