import { declareNotice } from '../../../platform/notices/index.js';

export type RequestFacts = { readonly requestId: string; readonly sellers: string };

const link = ({ requestId }: RequestFacts) => `/orders/requests/${requestId}`;

/** Inside the buyer's house: no seller hears of any of it. */
export const REQUEST_NOTICES = {
  asked: declareNotice<RequestFacts>({
    kind: 'order-request.asked',
    group: 'ORDERS',
    to: ['BUYER_MANAGER'],
    vi: ({ sellers }) => `Có đơn đặt của ${sellers} vượt hạn mức, đang chờ duyệt.`,
    en: ({ sellers }) => `An order from ${sellers} is above a limit and waits for approval.`,
    link,
  }),
  approved: declareNotice<RequestFacts>({
    kind: 'order-request.approved',
    group: 'ORDERS',
    to: ['BUYER', 'BUYER_MANAGER'],
    vi: ({ sellers }) => `Đơn đặt của ${sellers} đã được duyệt và gửi cho bên bán.`,
    en: ({ sellers }) => `The order from ${sellers} was approved and sent.`,
    link,
  }),
  refused: declareNotice<RequestFacts>({
    kind: 'order-request.refused',
    group: 'ORDERS',
    to: ['BUYER', 'BUYER_MANAGER'],
    vi: ({ sellers }) => `Đơn đặt của ${sellers} không được duyệt. Lý do ghi trong yêu cầu.`,
    en: ({ sellers }) => `The order from ${sellers} was not approved. The request says why.`,
    link,
  }),
};
