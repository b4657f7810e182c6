import { declareNotice } from '../../../platform/notices/index.js';

/** Without amounts: an e-mail is read over many shoulders. */
export type InvoiceFacts = { readonly invoiceId: string; readonly number: string };

const MANAGER = ['BUYER_MANAGER'] as const;
const BUYER = ['BUYER', 'BUYER_MANAGER'] as const;
const SELLER = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const about = { group: 'PAYMENTS', link: ({ invoiceId }: InvoiceFacts) => `/invoices/${invoiceId}` } as const;

export const invoiceRecorded = declareNotice<InvoiceFacts>({
  ...about,
  kind: 'invoice.recorded',
  to: BUYER,
  vi: ({ number }, from) => `${from} đã ghi hoá đơn điện tử cho đề nghị ${number}; khớp với đơn và phiếu nhận.`,
  en: ({ number }, from) => `${from} recorded the e-invoice of request ${number}; it agrees with order and receipt.`,
});

export const invoiceException = declareNotice<InvoiceFacts>({
  ...about,
  kind: 'invoice.exception',
  to: MANAGER,
  vi: ({ number }, from) =>
    `Hoá đơn của ${from} cho đề nghị ${number} lệch so với đơn hoặc phiếu nhận. Cần bạn duyệt hoặc trả lại.`,
  en: ({ number }, from) => `The invoice of ${from} for request ${number} differs from order or receipt. Approve or return it.`,
});

export const invoiceApproved = declareNotice<InvoiceFacts>({
  ...about,
  kind: 'invoice.approved',
  to: SELLER,
  vi: ({ number }, from) => `${from} đã chấp nhận hoá đơn của đề nghị ${number}.`,
  en: ({ number }, from) => `${from} approved the invoice of request ${number}.`,
});

export const invoiceReturned = declareNotice<InvoiceFacts>({
  ...about,
  kind: 'invoice.returned',
  to: SELLER,
  vi: ({ number }, from) => `${from} trả lại hoá đơn của đề nghị ${number}: hãy lập hoá đơn thay thế. Lý do ghi ở hoá đơn.`,
  en: ({ number }, from) => `${from} returned the invoice of request ${number}: replace it. The reason stands at the invoice.`,
});
