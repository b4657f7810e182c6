import { declareNotice } from '../../platform/notices/index.js';

/** Without amounts: an e-mail is read over many shoulders. */
export type PaymentFacts = { readonly paymentRequestId: string; readonly number: string };

const BUYER = ['BUYER', 'BUYER_MANAGER'] as const;
const SELLER = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const about = { group: 'PAYMENTS', link: ({ paymentRequestId }: PaymentFacts) => `/payments/${paymentRequestId}` } as const;

export const paymentRequestIssued = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment-request.issued',
  to: BUYER,
  vi: ({ number }, from) => `Hàng đã nghiệm thu của ${from} thành đề nghị thanh toán ${number}.`,
  en: ({ number }, from) => `Accepted goods of ${from} became payment request ${number}.`,
});

export const paymentDeclared = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment.declared',
  to: SELLER,
  vi: ({ number }, from) => `${from} báo đã chuyển tiền theo đề nghị ${number}. Hãy xem tài khoản rồi xác nhận.`,
  en: ({ number }, from) => `${from} says it paid request ${number}. Check the account, then confirm.`,
});

export const paymentConfirmed = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment.confirmed',
  to: BUYER,
  vi: ({ number }, from) => `${from} xác nhận đã nhận tiền theo đề nghị ${number}.`,
  en: ({ number }, from) => `${from} confirmed the money of request ${number}.`,
});

export const paymentDenied = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment.denied',
  to: BUYER,
  vi: ({ number }, from) => `${from} chưa nhận được tiền theo đề nghị ${number}. Lý do ghi ở đề nghị thanh toán.`,
  en: ({ number }, from) => `${from} has not received the money of request ${number}. The reason stands at the payment request.`,
});

export const paidByCard = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment.card-paid',
  to: SELLER,
  vi: ({ number }, from) => `${from} đã trả bằng thẻ theo đề nghị ${number}.`,
  en: ({ number }, from) => `${from} paid request ${number} by card.`,
});

export const paymentRefunded = declareNotice<PaymentFacts>({
  ...about,
  kind: 'payment.refunded',
  to: BUYER,
  vi: ({ number }, from) => `${from} đã hoàn tiền thẻ của đề nghị ${number}.`,
  en: ({ number }, from) => `${from} gave back card money of request ${number}.`,
});
