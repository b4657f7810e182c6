import { formatDateVi, type OutsideFactRefusal, type OutsideRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type OutsideTradeRefusal =
  | OutsideRefusal
  | OutsideFactRefusal
  | { readonly code: 'OUTSIDE_NOT_IN_FORCE' }
  | { readonly code: 'OUTSIDE_BEFORE_CONTRACT'; readonly from: string }
  | { readonly code: 'OUTSIDE_SIDE_MISSING' }
  | { readonly code: 'OUTSIDE_NOTE_TOO_LONG' }
  | { readonly code: 'OUTSIDE_REASON_MISSING' };

export const outsideMessages: Messages<OutsideTradeRefusal> = {
  OUTSIDE_NOT_NOW: {
    vi: () => 'Lần giao này không còn chờ lời của bạn. Hãy tải lại trang để xem ai vừa trả lời.',
    en: () => 'This delivery does not wait for your word any more. Reload to see who answered.',
  },
  OUTSIDE_ANSWER_LATE: {
    vi: ({ answerBy }) => `Hạn trả lời đã hết ngày ${formatDateVi(answerBy)}; lần giao giữ bằng chứng loại C, một bên tự khai.`,
    en: ({ answerBy }) => `The time to answer ended on ${answerBy}; the delivery stays grade C, the word of one side.`,
  },
  OUTSIDE_QTY_NOT_POSITIVE: {
    vi: () => 'Số lượng phải lớn hơn 0.',
    en: () => 'The quantity must be above 0.',
    field: 'qty',
  },
  OUTSIDE_DAY_TO_COME: {
    vi: () => 'Ngày giao chưa tới. Chỉ ghi hàng đã giao.',
    en: () => 'That day has not come. Record only what was delivered.',
    field: 'deliveredOn',
  },
  OUTSIDE_BEFORE_SIGNING: {
    vi: ({ signedOn }) => `Hàng giao trước ngày ký ${formatDateVi(signedOn)} không tính vào biên bản này.`,
    en: ({ signedOn }) => `Goods delivered before the signing on ${signedOn} do not count for this memorandum.`,
    field: 'deliveredOn',
  },
  OUTSIDE_NOT_IN_FORCE: {
    vi: () => 'Chỉ ghi giao hàng cho biên bản hay hợp đồng đã ký và chưa kết thúc.',
    en: () => 'Deliveries are recorded for a signed memorandum or contract that has not ended.',
  },
  OUTSIDE_BEFORE_CONTRACT: {
    vi: ({ from }) => `Hàng giao trước ngày hợp đồng có hiệu lực ${formatDateVi(from)} không tính vào hợp đồng này.`,
    en: ({ from }) => `Goods delivered before the contract's first day, ${from}, do not count for it.`,
    field: 'deliveredOn',
  },
  OUTSIDE_SIDE_MISSING: {
    vi: () => 'Hãy chọn bên nhận hoặc bên giao ở phía bên kia của biên bản.',
    en: () => 'Choose the party of the other side that delivered or received.',
    field: 'counterpartyOrgId',
  },
  OUTSIDE_NOTE_TOO_LONG: {
    vi: () => 'Ghi chú dài tối đa 1.000 ký tự.',
    en: () => 'The note has at most 1,000 characters.',
    field: 'note',
  },
  OUTSIDE_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để bên kia hiểu.',
    en: () => 'Say why, so that the other side understands.',
    field: 'note',
  },
};
