import { declareNotice } from '../../../platform/notices/index.js';

/** Without amounts: an e-mail is read over many shoulders. */
export type NoteFacts = { readonly paymentRequestId: string; readonly number: string };

const BUYER = ['BUYER', 'BUYER_MANAGER'] as const;
const SELLER = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const about = { group: 'PAYMENTS', link: ({ paymentRequestId }: NoteFacts) => `/payments/${paymentRequestId}` } as const;

export const creditNoted = declareNotice<NoteFacts>({
  ...about,
  kind: 'billing-note.credit',
  to: BUYER,
  vi: ({ number }, from) => `${from} đã giảm số phải trả của đề nghị ${number}.`,
  en: ({ number }, from) => `${from} lowered what is owed of request ${number}.`,
});

export const debitProposed = declareNotice<NoteFacts>({
  ...about,
  kind: 'billing-note.debit',
  to: ['BUYER_MANAGER'],
  vi: ({ number }, from) => `${from} đề nghị tăng số phải trả của đề nghị ${number}. Chỉ có hiệu lực khi bạn đồng ý.`,
  en: ({ number }, from) => `${from} asks for more on request ${number}. It holds only if you agree.`,
});

export const debitAnswered = declareNotice<NoteFacts>({
  ...about,
  kind: 'billing-note.answered',
  to: SELLER,
  vi: ({ number }, from) => `${from} đã trả lời giấy báo nợ của đề nghị ${number}.`,
  en: ({ number }, from) => `${from} answered the debit note of request ${number}.`,
});
