import { type AssistedWordsRefusal, formatDateVi, type MandateRefusal, type SecondPersonRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type AssistanceRefusal =
  | MandateRefusal
  | AssistedWordsRefusal
  | SecondPersonRefusal
  | { readonly code: 'MANDATE_NOT_FOR_THIS_KIND' }
  | { readonly code: 'MANDATE_NOT_LIVE' }
  | { readonly code: 'MANDATE_CHECKED_ALREADY' }
  | { readonly code: 'ACT_ANSWERED_ALREADY' };

export const assistanceMessages: Messages<AssistanceRefusal> = {
  MANDATE_SCOPE_MISSING: {
    field: 'scopes',
    vi: () => 'Hãy chọn ít nhất một việc được làm thay.',
    en: () => 'Choose at least one kind of work.',
  },
  MANDATE_REASON_MISSING: {
    field: 'reason',
    vi: () => 'Hãy ghi vì sao đơn vị chưa tự làm được.',
    en: () => 'Say why the organization cannot do it itself.',
  },
  MANDATE_TEXT_TOO_LONG: {
    field: 'reason',
    vi: ({ max }) => `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`,
    en: ({ max }) => `The text is longer than ${max} characters. Shorten it.`,
  },
  MANDATE_GIVER_MISSING: {
    field: 'givenBy',
    vi: () => 'Hãy ghi họ tên, chức vụ người đã uỷ quyền.',
    en: () => 'Name the person who gave the mandate, and the office held.',
  },
  MANDATE_EVIDENCE_MISSING: {
    field: 'evidenceFileId',
    vi: () => 'Hãy tải lên giấy uỷ quyền, hoặc bản ghi cuộc gọi có chữ ký của cán bộ.',
    en: () => 'Upload the paper, or a signed note of the call.',
  },
  MANDATE_STARTS_IN_PAST: {
    field: 'startsOn',
    vi: () => 'Ngày bắt đầu không thể trước hôm nay.',
    en: () => 'The first day cannot be before today.',
  },
  MANDATE_ENDS_BEFORE_START: {
    field: 'endsOn',
    vi: () => 'Ngày cuối không thể trước ngày bắt đầu.',
    en: () => 'The last day cannot be before the first.',
  },
  MANDATE_TOO_LONG: {
    field: 'endsOn',
    vi: ({ days, until }) =>
      `Uỷ quyền kiểu này kéo dài tối đa ${days} ngày. Hãy chọn đến ngày ${formatDateVi(until)} hoặc sớm hơn.`,
    en: ({ days, until }) => `Such a mandate lasts ${days} days at most. Choose ${formatDateVi(until)} or an earlier day.`,
  },
  MANDATE_NOT_FOR_THIS_KIND: {
    field: 'orgId',
    vi: () => 'Chỉ hợp tác xã, tổ hợp tác, liên hiệp hoặc hộ kinh doanh đang hoạt động mới uỷ quyền được.',
    en: () => 'Only an active cooperative, group, union or household business can give a mandate.',
  },
  MANDATE_NOT_LIVE: {
    vi: () => 'Uỷ quyền này hôm nay không còn hiệu lực. Hãy gọi cho đơn vị để xin uỷ quyền mới.',
    en: () => 'This mandate is not in force today. Ask the organization for a new one.',
  },
  MANDATE_CHECKED_ALREADY: {
    vi: () => 'Uỷ quyền này đã được người thứ hai kiểm tra, hoặc đã hết hiệu lực. Hãy tải lại trang.',
    en: () => 'A second person checked this mandate already, or it has ended. Reload the page.',
  },
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người ghi uỷ quyền không tự kiểm tra được. Hãy nhờ một cán bộ khác.',
    en: () => 'Whoever wrote the mandate down cannot check it. Ask a colleague.',
  },
  ASSISTED_WORDS_MISSING: {
    field: 'words',
    vi: () => 'Hãy ghi rõ điều gì không đúng, hoặc đã sửa thế nào.',
    en: () => 'Say what is wrong, or what was done about it.',
  },
  ASSISTED_WORDS_TOO_LONG: {
    field: 'words',
    vi: ({ max }) => `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`,
    en: ({ max }) => `The text is longer than ${max} characters. Shorten it.`,
  },
  ACT_ANSWERED_ALREADY: {
    vi: () => 'Việc này đã có câu trả lời. Hãy tải lại trang.',
    en: () => 'This was answered already. Reload the page.',
  },
};
