import { type ClosingRefusal, formatQuantity, type MouOutcome, type Quantity } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { percent } from '../contract.messages.js';

export type ProposalLineRefusal =
  | { readonly code: 'AMENDED_LINE_UNKNOWN' }
  | { readonly code: 'TARGET_BELOW_ACCEPTED'; readonly accepted: Quantity }
  | { readonly code: 'MAX_BELOW_CALLED_OFF'; readonly calledOff: Quantity }
  | { readonly code: 'COMMITMENT_NOT_POSITIVE' }
  | { readonly code: 'COMMITMENT_BOUNDS_CROSSED' }
  | { readonly code: 'QUANTITY_WITHDRAWN' }
  | { readonly code: 'NOTHING_AMENDED' }
  | { readonly code: 'AMENDED_PRICE_NOT_VALID' }
  | { readonly code: 'AMENDED_SCHEDULE_NOT_VALID' };

export type ProposalRefusal =
  | ProposalLineRefusal
  | ClosingRefusal
  | { readonly code: 'PROPOSAL_NOT_NOW' }
  | { readonly code: 'PROPOSAL_OPEN_ALREADY' }
  | { readonly code: 'PROPOSAL_DECIDED' }
  | { readonly code: 'PROPOSAL_ANSWERED' }
  | { readonly code: 'OWN_PROPOSAL' }
  | { readonly code: 'PROPOSAL_REASON_MISSING' }
  | { readonly code: 'DOCUMENT_MISSING' }
  | { readonly code: 'CONTRACTS_RUNNING'; readonly count: number; readonly numbers: readonly string[] }
  | { readonly code: 'OUTCOME_MISSING' }
  | { readonly code: 'OUTCOME_NOT_TRUE'; readonly outcome: MouOutcome }
  | { readonly code: 'NEW_END_NOT_VALID' }
  | { readonly code: 'AMENDED_TOLERANCE_NOT_VALID'; readonly mostBp: number }
  | { readonly code: 'TOLERANCE_BELOW_CALLED_OFF' }
  | { readonly code: 'AMENDED_DAYS_NOT_VALID'; readonly most: number }
  | { readonly code: 'NOT_OF_CONTRACTS' }
  | { readonly code: 'NOT_RENEWABLE' };

const named = (numbers: readonly string[]) => (numbers.length ? ` (${numbers.join(', ')})` : '');

export const proposalMessages: Messages<ProposalRefusal> = {
  AMENDED_LINE_UNKNOWN: {
    vi: () => 'Dòng này không thuộc văn bản. Hãy tải lại trang.',
    en: () => 'This line is not of the document. Reload the page.',
  },
  TARGET_BELOW_ACCEPTED: {
    vi: ({ accepted }) => `Số lượng mới không thấp hơn số đã nghiệm thu (${formatQuantity(accepted)}).`,
    en: ({ accepted }) => `The new quantity cannot be below what was accepted (${formatQuantity(accepted, '', 'en')}).`,
  },
  MAX_BELOW_CALLED_OFF: {
    vi: ({ calledOff }) => `Mức tối đa mới không thấp hơn số đã gọi hàng (${formatQuantity(calledOff)}).`,
    en: ({ calledOff }) => `The new maximum cannot be below what was called off (${formatQuantity(calledOff, '', 'en')}).`,
  },
  COMMITMENT_NOT_POSITIVE: { vi: () => 'Số lượng phải lớn hơn 0.', en: () => 'Quantities must be above 0.' },
  COMMITMENT_BOUNDS_CROSSED: {
    vi: () => 'Sản lượng phải theo thứ tự: tối thiểu ≤ dự kiến ≤ tối đa.',
    en: () => 'Quantities must stand in order: minimum ≤ target ≤ maximum.',
  },
  QUANTITY_WITHDRAWN: {
    vi: () => 'Dòng đã có số lượng thì không bỏ số lượng được. Hãy ghi số lượng mới.',
    en: () => 'A line with a quantity cannot lose it. Enter the new quantity.',
  },
  NOTHING_AMENDED: {
    vi: () => 'Phụ lục chưa thay đổi điều gì. Hãy sửa ít nhất một điều.',
    en: () => 'The annex changes nothing yet. Change at least one term.',
  },
  AMENDED_PRICE_NOT_VALID: {
    vi: () => 'Đơn giá phải từ 1 đồng đến 1 tỷ đồng cho một đơn vị tính.',
    en: () => 'The unit price must be between 1 and 1 billion đồng per unit.',
  },
  AMENDED_SCHEDULE_NOT_VALID: {
    vi: () => 'Lịch giao phải nằm trong thời hạn, không chồng nhau và không vượt mức tối đa.',
    en: () => 'The schedule must lie within the validity, without overlaps and not above the maximum.',
  },
  REASON_CODES_MISSING: {
    vi: () => 'Hãy chọn ít nhất một lý do.',
    en: () => 'Choose at least one reason.',
    field: 'reasonCodes',
  },
  REASON_CODE_UNKNOWN: {
    vi: () => 'Lý do này không còn dùng. Hãy chọn lại.',
    en: () => 'This reason is no longer used. Choose again.',
    field: 'reasonCodes',
  },
  REASON_CODE_OTHER_OUTCOME: {
    vi: () => 'Lý do đã chọn không giải thích kết quả này. Hãy chọn lại.',
    en: () => 'The chosen reason does not explain this outcome. Choose again.',
    field: 'reasonCodes',
  },
  PROPOSAL_NOT_NOW: {
    vi: () => 'Văn bản đang ở trạng thái không làm được việc này.',
    en: () => 'This cannot be done in the present state of the document.',
  },
  PROPOSAL_OPEN_ALREADY: {
    vi: () => 'Đang có một đề nghị chờ trả lời. Hãy giải quyết đề nghị đó trước.',
    en: () => 'A proposal is waiting for an answer. Settle it first.',
  },
  PROPOSAL_DECIDED: { vi: () => 'Đề nghị này đã được quyết định.', en: () => 'This proposal was decided already.' },
  PROPOSAL_ANSWERED: {
    vi: () => 'Đơn vị bạn đã trả lời đề nghị này.',
    en: () => 'Your organization has answered this proposal.',
  },
  OWN_PROPOSAL: {
    vi: () => 'Bên đề nghị không tự trả lời. Hãy chờ các bên khác.',
    en: () => 'The proposer cannot answer. Wait for the others.',
  },
  PROPOSAL_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do, tối đa 2.000 ký tự.',
    en: () => 'Give the reason, at most 2,000 characters.',
    field: 'reason',
  },
  DOCUMENT_MISSING: {
    vi: () => 'Liên minh tạm dừng hay tiếp tục phải có văn bản kèm theo. Hãy đính kèm tệp.',
    en: () => 'The Alliance pauses or resumes on a document only. Attach it.',
    field: 'fileId',
  },
  CONTRACTS_RUNNING: {
    vi: ({ count, numbers }) =>
      `Biên bản còn ${count} hợp đồng chưa kết thúc${named(numbers)}. Hãy báo chấm dứt hợp đồng, hoặc lập phụ lục rút ngắn thời hạn, rồi đóng biên bản.`,
    en: ({ count, numbers }) =>
      `${count} ${count === 1 ? 'contract' : 'contracts'} of the memorandum ${count === 1 ? 'has' : 'have'} not ended${named(numbers)}. Give notice, or shorten the term by an annex, and close the memorandum then.`,
  },
  OUTCOME_MISSING: { vi: () => 'Hãy chọn kết quả.', en: () => 'Choose the outcome.', field: 'outcome' },
  OUTCOME_NOT_TRUE: {
    vi: ({ outcome }) =>
      outcome === 'FULFILLED'
        ? 'Sổ nghiệm thu chưa đủ cam kết nên không ghi “hoàn thành” được. Hãy chọn “thực hiện một phần”.'
        : 'Đã có hàng được nghiệm thu nên không ghi “không thành công” được. Hãy chọn “thực hiện một phần”.',
    en: ({ outcome }) =>
      outcome === 'FULFILLED'
        ? 'The accepted goods do not reach the commitment: it cannot be called fulfilled. Choose “partly”.'
        : 'Goods were accepted: it cannot be called unsuccessful. Choose “partly”.',
    field: 'outcome',
  },
  NEW_END_NOT_VALID: {
    vi: () => 'Ngày hết hiệu lực mới phải từ hôm nay trở đi và sau ngày bắt đầu.',
    en: () => 'The new last day must not be before today nor before the first day.',
    field: 'validTo',
  },
  AMENDED_TOLERANCE_NOT_VALID: {
    vi: ({ mostBp }) => `Dung sai từ 0 % đến ${percent(mostBp, 'vi')} %.`,
    en: ({ mostBp }) => `The tolerance is between 0 % and ${percent(mostBp, 'en')} %.`,
    field: 'toleranceBp',
  },
  TOLERANCE_BELOW_CALLED_OFF: {
    vi: () => 'Đã gọi hàng vượt mức tối đa trong dung sai hiện nay, nên dung sai không giảm xuống dưới mức đã dùng được.',
    en: () => 'More than the maximum was called off within the present tolerance: it cannot be lowered below what was used.',
    field: 'toleranceBp',
  },
  AMENDED_DAYS_NOT_VALID: {
    vi: ({ most }) => `Thời hạn thanh toán từ 0 đến ${most} ngày.`,
    en: ({ most }) => `The payment term is between 0 and ${most} days.`,
    field: 'paymentTermDays',
  },
  NOT_OF_CONTRACTS: {
    vi: () => 'Việc này không áp dụng cho loại văn bản này.',
    en: () => 'This does not apply to this kind of document.',
  },
  NOT_RENEWABLE: {
    vi: () => 'Chỉ lập tiếp từ biên bản đã ký hoặc đã hết lượt ký.',
    en: () => 'Only a signed memorandum, or one whose round of signing ended, can be carried on.',
  },
};
