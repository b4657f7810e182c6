import {
  type EInvoiceRefusal,
  formatDateVi,
  formatQuantity,
  formatVnd,
  type InvoiceLineRefusal,
  type Quantity,
} from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type InvoiceRefusal =
  | EInvoiceRefusal
  | Exclude<InvoiceLineRefusal, { code: 'INVOICE_ABOVE_ACCEPTED' }>
  | {
      readonly code: 'INVOICE_ABOVE_ACCEPTED';
      readonly left: Quantity;
      readonly row: number;
      readonly unit: string;
      readonly description: string;
    }
  | { readonly code: 'INVOICE_KNOWN'; readonly symbol: string; readonly number: string }
  | { readonly code: 'INVOICE_RECEIPT_VOIDED' }
  | { readonly code: 'VAT_CODE_UNKNOWN' }
  | { readonly code: 'INVOICE_DECIDED' }
  | { readonly code: 'INVOICE_REPLACED' }
  | { readonly code: 'INVOICE_OF_OTHER_REQUEST' }
  | { readonly code: 'INVOICE_REASON_MISSING' }
  | { readonly code: 'INVOICE_REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'XML_DAMAGED' }
  | { readonly code: 'XML_NOT_PLAIN' }
  | { readonly code: 'XML_TOO_LARGE' }
  | { readonly code: 'XML_NO_INVOICE'; readonly missing: string }
  | { readonly code: 'XML_OTHER_CURRENCY'; readonly currency: string };

export const invoiceMessages: Messages<InvoiceRefusal> = {
  SYMBOL_WRONG: {
    vi: () =>
      'Ký hiệu gồm 7 dấu như 1C26TAA: loại hoá đơn, C hoặc K, hai số cuối của năm, một chữ và hai dấu. Hãy chép đúng trên hoá đơn.',
    en: () =>
      'A symbol has seven signs such as 1C26TAA: kind, C or K, two digits of the year, a letter and two signs. Copy it from the invoice.',
    field: 'symbol',
  },
  NUMBER_WRONG: {
    vi: () => 'Số hoá đơn gồm 1 đến 8 chữ số và lớn hơn 0.',
    en: () => 'An invoice number has one to eight digits and is above zero.',
    field: 'number',
  },
  LOOKUP_TOO_LONG: {
    vi: ({ max }) => `Mã tra cứu dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A look-up code has at most ${max} characters.`,
    field: 'lookupCode',
  },
  ISSUED_IN_FUTURE: {
    vi: ({ today }) => `Ngày lập không thể sau hôm nay (${formatDateVi(today)}).`,
    en: ({ today }) => `The invoice cannot be dated after today (${today}).`,
    field: 'issuedOn',
  },
  INVOICE_EMPTY: { vi: () => 'Hãy ghi ít nhất một dòng hàng.', en: () => 'Enter at least one line.', field: 'lines' },
  INVOICE_LINE_UNKNOWN: {
    vi: () => 'Có dòng hàng không thuộc đề nghị này. Hãy tải lại trang.',
    en: () => 'A line does not belong to this request. Reload the page.',
    field: 'lines',
  },
  INVOICE_LINE_TWICE: {
    vi: () => 'Mỗi dòng hàng chỉ ghi một lần trên một hoá đơn.',
    en: () => 'Each line stands once on an invoice.',
    field: 'lines',
  },
  INVOICE_QTY_NOT_POSITIVE: { vi: () => 'Số lượng phải lớn hơn 0.', en: () => 'A quantity must be above zero.', field: 'lines' },
  INVOICE_ABOVE_ACCEPTED: {
    vi: ({ left, unit, description }) =>
      `${description}: chỉ còn ${formatQuantity(left)} ${unit} đã nhận mà chưa có hoá đơn. Hãy ghi không quá số này, hoặc thay thế hoá đơn cũ.`,
    en: ({ left, unit, description }) =>
      `${description}: only ${formatQuantity(left, 'en')} ${unit} were accepted and not invoiced yet. Enter no more, or replace the earlier invoice.`,
    field: 'lines',
  },
  INVOICE_TOTAL_WRONG: {
    vi: ({ net, vat }) => `Tổng cộng phải bằng tiền hàng ${formatVnd(net)} cộng thuế ${formatVnd(vat)}.`,
    en: ({ net, vat }) => `The total must be ${formatVnd(net, 'en')} for the goods plus ${formatVnd(vat, 'en')} VAT.`,
    field: 'total',
  },
  INVOICE_KNOWN: {
    vi: ({ symbol, number }) => `Hoá đơn ${symbol} số ${number} đã được ghi. Mỗi hoá đơn chỉ ghi một lần.`,
    en: ({ symbol, number }) => `Invoice ${symbol} no. ${number} is recorded already. Each invoice is recorded once.`,
    field: 'number',
  },
  INVOICE_RECEIPT_VOIDED: {
    vi: () => 'Bên mua đã huỷ phiếu nhận của đề nghị này để đếm lại. Hãy chờ phiếu nhận mới rồi lập hoá đơn theo phiếu đó.',
    en: () => 'The buyer voided the receipt of this request to count again. Wait for the new receipt and invoice that one.',
  },
  VAT_CODE_UNKNOWN: {
    vi: () => 'Thuế suất phải là KCT, KKKNT, 0, 5, 8 hoặc 10.',
    en: () => 'The VAT must be KCT, KKKNT, 0, 5, 8 or 10.',
    field: 'lines',
  },
  INVOICE_DECIDED: {
    vi: () => 'Hoá đơn này không chờ quyết định nữa. Hãy tải lại trang.',
    en: () => 'This invoice no longer waits for a decision. Reload the page.',
  },
  INVOICE_REPLACED: {
    vi: () => 'Hoá đơn này đã được thay thế rồi. Hãy thay thế hoá đơn mới nhất.',
    en: () => 'This invoice has been replaced already. Replace the newest one.',
  },
  INVOICE_OF_OTHER_REQUEST: {
    vi: () => 'Hoá đơn được thay thế phải thuộc cùng đề nghị thanh toán.',
    en: () => 'The replaced invoice must belong to the same payment request.',
  },
  INVOICE_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do, để bên bán và người đối chiếu sau này hiểu.',
    en: () => 'Give a reason, so that the seller and later readers understand.',
    field: 'reason',
  },
  INVOICE_REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A reason has at most ${max} characters.`,
    field: 'reason',
  },
  XML_DAMAGED: {
    vi: () => 'Tệp XML bị hỏng hoặc không phải XML. Hãy tải lại bản gốc từ phần mềm hoá đơn.',
    en: () => 'The XML is damaged or is no XML. Download the original from the invoice software.',
    field: 'file',
  },
  XML_NOT_PLAIN: {
    vi: () => 'Tệp XML có phần khai báo kiểu (DOCTYPE), hoá đơn điện tử thì không. Hãy tải bản gốc.',
    en: () => 'The XML declares a document type, which an e-invoice never does. Download the original.',
    field: 'file',
  },
  XML_TOO_LARGE: {
    vi: () => 'Tệp XML lớn hơn 2 MB. Một hoá đơn không lớn như vậy.',
    en: () => 'The XML is above 2 MB. No invoice is that large.',
    field: 'file',
  },
  XML_NO_INVOICE: {
    vi: ({ missing }) => `Không đọc được hoá đơn điện tử từ tệp này: thiếu ${missing}.`,
    en: ({ missing }) => `No e-invoice can be read from this file: ${missing} is missing.`,
    field: 'file',
  },
  XML_OTHER_CURRENCY: {
    vi: ({ currency }) => `Hoá đơn ghi bằng ${currency}; ở đây chỉ đối chiếu hoá đơn bằng đồng Việt Nam.`,
    en: ({ currency }) => `The invoice is in ${currency}; only invoices in đồng are compared here.`,
    field: 'file',
  },
};
