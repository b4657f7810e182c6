import { type EInvoiceRefusal, formatVnd, type NoteRefusal as DomainRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { invoiceMessages } from '../invoice/invoice.messages.js';

export type NoteRefusal =
  | Exclude<DomainRefusal, { code: 'NOTE_ABOVE_LINE' }>
  | { readonly code: 'NOTE_ABOVE_LINE'; readonly left: bigint; readonly description: string }
  | EInvoiceRefusal
  | { readonly code: 'NOTE_ABOVE_OWED'; readonly owed: bigint }
  | { readonly code: 'NOTE_REASON_MISSING' }
  | { readonly code: 'NOTE_REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'NOTE_DECIDED' };

const { SYMBOL_WRONG, NUMBER_WRONG, LOOKUP_TOO_LONG, ISSUED_IN_FUTURE } = invoiceMessages;

export const noteMessages: Messages<NoteRefusal> = {
  SYMBOL_WRONG,
  NUMBER_WRONG: { ...NUMBER_WRONG, field: 'invoiceNumber' },
  LOOKUP_TOO_LONG,
  ISSUED_IN_FUTURE: { ...ISSUED_IN_FUTURE, field: 'invoicedOn' },
  NOTE_EMPTY: {
    vi: () => 'Hãy ghi số tiền cho ít nhất một dòng hàng.',
    en: () => 'Enter an amount for at least one line.',
    field: 'lines',
  },
  NOTE_LINE_UNKNOWN: {
    vi: () => 'Có dòng hàng không thuộc đề nghị này. Hãy tải lại trang.',
    en: () => 'A line does not belong to this request. Reload the page.',
    field: 'lines',
  },
  NOTE_AMOUNT_NOT_POSITIVE: { vi: () => 'Số tiền phải lớn hơn 0.', en: () => 'An amount must be above zero.', field: 'lines' },
  NOTE_ABOVE_LINE: {
    vi: ({ left, description }) => `${description}: chỉ còn giảm được ${formatVnd(left)} tiền hàng.`,
    en: ({ left, description }) => `${description}: only ${formatVnd(left, 'en')} before VAT can still be taken off.`,
    field: 'lines',
  },
  NOTE_ABOVE_OWED: {
    vi: ({ owed }) => `Đề nghị này chỉ còn phải trả ${formatVnd(owed)} kể cả thuế.`,
    en: ({ owed }) => `This request owes only ${formatVnd(owed, 'en')}, VAT included.`,
    field: 'lines',
  },
  NOTE_REASON_MISSING: { vi: () => 'Hãy ghi lý do điều chỉnh.', en: () => 'Say why the amount changes.', field: 'reason' },
  NOTE_REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A reason has at most ${max} characters.`,
    field: 'reason',
  },
  NOTE_DECIDED: {
    vi: () => 'Giấy báo này đã được trả lời. Hãy tải lại trang.',
    en: () => 'This note has been answered already. Reload the page.',
  },
};
