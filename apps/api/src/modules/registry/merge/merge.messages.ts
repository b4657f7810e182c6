import type { SecondPersonRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type MergeRefusal =
  | SecondPersonRefusal
  | { readonly code: 'MERGE_WITH_ITSELF' }
  | { readonly code: 'MERGE_ALREADY_PROPOSED' }
  | { readonly code: 'MERGE_DECIDED' }
  | { readonly code: 'MERGE_OF_ALLIANCE' }
  | { readonly code: 'MERGE_DEMO_WITH_REAL' }
  | { readonly code: 'MERGE_OF_ENDED'; readonly name: string }
  | { readonly code: 'MERGE_REASON_MISSING' }
  | { readonly code: 'MERGE_REASON_TOO_LONG'; readonly max: number };

export const mergeMessages: Messages<MergeRefusal> = {
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người đề nghị không tự quyết định được. Hãy nhờ một người khác của Liên minh.',
    en: () => 'Whoever proposed it cannot decide it. Ask another person of the Alliance.',
  },
  MERGE_WITH_ITSELF: {
    vi: () => 'Hãy chọn đơn vị giữ lại khác với đơn vị trùng.',
    en: () => 'Choose a surviving organization other than the duplicate.',
    field: 'survivorId',
  },
  MERGE_ALREADY_PROPOSED: {
    vi: () => 'Một trong hai đơn vị đang có đề nghị nhập chờ quyết định. Hãy xử lý đề nghị đó trước.',
    en: () => 'A proposal about one of the two is still open. Decide that one first.',
  },
  MERGE_DECIDED: {
    vi: () => 'Đề nghị này đã được quyết định. Hãy tải lại danh sách.',
    en: () => 'This proposal has been decided. Reload the list.',
  },
  MERGE_OF_ALLIANCE: {
    vi: () => 'Không nhập hồ sơ của Liên minh vào đơn vị khác.',
    en: () => 'The Alliance itself is never merged.',
  },
  MERGE_DEMO_WITH_REAL: {
    vi: () => 'Không nhập dữ liệu mẫu với đơn vị thật.',
    en: () => 'Sample data is never merged with a real organization.',
  },
  MERGE_OF_ENDED: {
    vi: ({ name }) => `${name} đã đóng hoặc đã nhập vào đơn vị khác.`,
    en: ({ name }) => `${name} is closed or already merged.`,
  },
  MERGE_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để người khác kiểm tra lại được.',
    en: () => 'Write the reason, so that somebody else can check it.',
    field: 'reason',
  },
  MERGE_REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    en: ({ max }) => `The reason is longer than ${max} characters. Shorten it.`,
    field: 'reason',
  },
};
