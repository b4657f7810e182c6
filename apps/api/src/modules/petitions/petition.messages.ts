import type { OfficialAnswerRefusal, PetitionState, ReopensUsedUp } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type PetitionRefusal =
  | OfficialAnswerRefusal
  | ReopensUsedUp
  | { readonly code: 'PETITION_STATE'; readonly status: PetitionState }
  | { readonly code: 'PETITION_CONTENT_MISSING' }
  | { readonly code: 'PETITION_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'PETITION_REASON_MISSING' }
  | { readonly code: 'FIELDS_MISSING' }
  | { readonly code: 'FIELD_UNKNOWN' }
  | { readonly code: 'PETITIONER_MISSING' }
  | { readonly code: 'NOT_A_PETITIONER' }
  | { readonly code: 'RECEIVED_IN_FUTURE' }
  | { readonly code: 'TOO_MANY_PAPERS'; readonly max: number }
  | { readonly code: 'DEPARTMENT_UNKNOWN' }
  | { readonly code: 'DEPARTMENT_THE_SAME' }
  | { readonly code: 'ANSWER_BEFORE_PAST' }
  | { readonly code: 'MERGE_WITH_ITSELF' }
  | { readonly code: 'MERGE_INTO_ENDED' }
  | { readonly code: 'ALREADY_BLOCKING' }
  | { readonly code: 'NOT_BLOCKING' }
  | { readonly code: 'NOT_THE_DEPARTMENT' };

const STATE: Record<PetitionState, { vi: string; en: string }> = {
  RECEIVED: { vi: 'mới tiếp nhận', en: 'was just received' },
  CLASSIFIED: { vi: 'đã phân loại, chưa giao', en: 'is classified but not assigned' },
  ASSIGNED: { vi: 'đang chờ cơ quan trả lời', en: 'waits for the department' },
  ANSWERED_IN_REPORT: { vi: 'đã trả lời trong báo cáo', en: 'was answered in a report' },
  DRAFT_ANSWER: { vi: 'có dự thảo trả lời', en: 'has a draft answer' },
  OFFICIAL_ANSWER: { vi: 'đã có văn bản trả lời', en: 'has its official answer' },
  ACCEPTED: { vi: 'đã được đồng tình và kết thúc', en: 'was accepted and is closed' },
  NOT_SATISFIED: { vi: 'đang chưa được đồng tình', en: 'was not found satisfying' },
  MERGED: { vi: 'đã gộp vào kiến nghị khác', en: 'was merged into another' },
};

export const petitionMessages: Messages<PetitionRefusal> = {
  PETITION_STATE: {
    vi: ({ status }) => `Kiến nghị này ${STATE[status].vi}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ status }) => `This petition ${STATE[status].en}, so this cannot be done. Reload the page.`,
  },
  PETITION_CONTENT_MISSING: {
    field: 'content',
    vi: () => 'Hãy ghi nội dung kiến nghị.',
    en: () => 'Write what is asked for.',
  },
  PETITION_TEXT_TOO_LONG: {
    field: 'content',
    vi: ({ max }) => `Có mục dài quá ${max} chữ cái. Hãy viết gọn lại, phần còn lại gửi kèm bằng tệp.`,
    en: ({ max }) => `One of the texts is longer than ${max} characters. Shorten it and attach the rest as a file.`,
  },
  PETITION_REASON_MISSING: { field: 'reason', vi: () => 'Hãy ghi lý do.', en: () => 'Give the reason.' },
  FIELDS_MISSING: {
    field: 'fieldCodes',
    vi: () => 'Hãy chọn ít nhất một lĩnh vực.',
    en: () => 'Choose at least one field.',
  },
  FIELD_UNKNOWN: {
    field: 'fieldCodes',
    vi: () => 'Có lĩnh vực không có trong danh mục. Hãy chọn lại.',
    en: () => 'One of the fields is not in the list. Choose again.',
  },
  PETITIONER_MISSING: {
    field: 'petitionerOrgId',
    vi: () => 'Hãy chọn hợp tác xã gửi kiến nghị.',
    en: () => 'Choose the cooperative that petitions.',
  },
  NOT_A_PETITIONER: {
    field: 'petitionerOrgId',
    vi: () => 'Chỉ hợp tác xã, liên hiệp, tổ hợp tác, hộ kinh doanh hoặc doanh nghiệp gửi kiến nghị. Hãy chọn lại.',
    en: () => 'Only cooperatives, unions, groups, household businesses and enterprises petition. Choose again.',
  },
  RECEIVED_IN_FUTURE: {
    field: 'receivedOn',
    vi: () => 'Ngày tiếp nhận không thể sau hôm nay.',
    en: () => 'The day of receipt cannot be after today.',
  },
  TOO_MANY_PAPERS: {
    field: 'fileIds',
    vi: ({ max }) => `Gửi kèm tối đa ${max} tệp.`,
    en: ({ max }) => `Attach at most ${max} files.`,
  },
  DEPARTMENT_UNKNOWN: {
    field: 'departmentId',
    vi: () => 'Hãy chọn một cơ quan đang hoạt động có thẩm quyền trả lời.',
    en: () => 'Choose a body that exists today and may answer.',
  },
  DEPARTMENT_THE_SAME: {
    field: 'departmentId',
    vi: () => 'Kiến nghị đang ở chính cơ quan này. Hãy chọn cơ quan khác.',
    en: () => 'The petition is with this body already. Choose another.',
  },
  ANSWER_BEFORE_PAST: {
    field: 'answerBefore',
    vi: () => 'Hạn trả lời phải sau hôm nay, vì “trước ngày” không tính chính ngày đó.',
    en: () => 'The deadline must be after today: “before the day” does not include that day.',
  },
  MERGE_WITH_ITSELF: {
    field: 'intoId',
    vi: () => 'Hãy chọn một kiến nghị khác để gộp vào.',
    en: () => 'Choose another petition to merge into.',
  },
  MERGE_INTO_ENDED: {
    field: 'intoId',
    vi: () => 'Kiến nghị kia đã có trả lời hoặc đã kết thúc. Hãy chọn kiến nghị còn đang xử lý.',
    en: () => 'The other petition is answered or closed. Choose one that is still being handled.',
  },
  ALREADY_BLOCKING: {
    field: 'mouId',
    vi: () => 'Thoả thuận này đã gắn với kiến nghị.',
    en: () => 'This agreement is linked to the petition already.',
  },
  NOT_BLOCKING: {
    field: 'mouId',
    vi: () => 'Thoả thuận này không còn gắn với kiến nghị. Hãy tải lại trang.',
    en: () => 'This agreement is not linked any more. Reload the page.',
  },
  NOT_THE_DEPARTMENT: {
    vi: () => 'Kiến nghị đã chuyển sang cơ quan khác. Quý cơ quan vẫn xem được nhưng không trả lời.',
    en: () => 'The petition went to another body. You may go on reading it, but not answer.',
  },
  DOC_NO_MISSING: { field: 'docNo', vi: () => 'Hãy ghi số văn bản.', en: () => 'Give the number of the document.' },
  DOC_DATE_MISSING: { field: 'docDate', vi: () => 'Hãy ghi ngày văn bản.', en: () => 'Give the date of the document.' },
  DOC_FILE_MISSING: {
    field: 'fileId',
    vi: () => 'Hãy tải lên bản chụp văn bản đã ký.',
    en: () => 'Upload the signed document.',
  },
  DOC_DATE_IN_FUTURE: {
    field: 'docDate',
    vi: () => 'Ngày văn bản không thể sau hôm nay.',
    en: () => 'The date of the document cannot be after today.',
  },
  DOC_DATE_BEFORE_RECEIPT: {
    field: 'docDate',
    vi: () => 'Ngày văn bản không thể trước ngày tiếp nhận kiến nghị.',
    en: () => 'The document cannot be dated before the petition was received.',
  },
  REOPENS_USED_UP: {
    vi: ({ max }) => `Kiến nghị đã mở lại ${max} lần. Hãy gửi kiến nghị mới, ghi rõ điểm còn vướng.`,
    en: ({ max }) => `The petition was reopened ${max} times. File a new one that says what remains.`,
  },
};
