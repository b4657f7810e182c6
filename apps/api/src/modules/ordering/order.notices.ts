import { declareNotice, type Notice, sendNotice } from '../../platform/notices/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

export type OrderFacts = { readonly orderId: string; readonly number: string };

type Words = (number: string, from: string) => string;

const SIDE = {
  seller: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  buyer: ['BUYER', 'BUYER_MANAGER'],
} as const;

const orderNotice = (kind: string, side: keyof typeof SIDE, vi: Words, en: Words) => ({
  side,
  notice: declareNotice<OrderFacts>({
    kind,
    group: 'ORDERS',
    to: SIDE[side],
    vi: ({ number }, from) => vi(number, from),
    en: ({ number }, from) => en(number, from),
    link: ({ orderId }) => `/orders/${orderId}`,
  }),
});

/** Every change of an order that changes whose move it is. */
export const ORDER_NOTICES = {
  placed: orderNotice(
    'order.placed',
    'seller',
    (number, from) => `${from} vừa gửi đơn đặt hàng ${number}. Đến lượt quý đơn vị xác nhận.`,
    (number, from) => `${from} placed order ${number}. It is your turn to acknowledge it.`,
  ),
  countered: orderNotice(
    'order.countered',
    'buyer',
    (number, from) => `${from} trả lời đơn ${number} với số lượng hoặc ngày khác. Đến lượt quý đơn vị chấp nhận hoặc hủy.`,
    (number, from) => `${from} answered order ${number} with another quantity or date. Accept it or cancel.`,
  ),
  counterAccepted: orderNotice(
    'order.counter-accepted',
    'seller',
    (number, from) => `${from} đã đồng ý với đề nghị của quý đơn vị cho đơn ${number}. Đến lượt quý đơn vị giao hàng.`,
    (number, from) => `${from} accepted your proposal for order ${number}. It is your turn to deliver.`,
  ),
  confirmed: orderNotice(
    'order.confirmed',
    'buyer',
    (number, from) => `${from} đã xác nhận đơn ${number}.`,
    (number, from) => `${from} confirmed order ${number}.`,
  ),
  refused: orderNotice(
    'order.refused',
    'buyer',
    (number, from) => `${from} không nhận được đơn ${number}. Lý do ghi ở từng dòng.`,
    (number, from) => `${from} refused order ${number}. The reason stands at each line.`,
  ),
  cancelled: orderNotice(
    'order.cancelled',
    'seller',
    (number, from) => `${from} đã hủy đơn ${number}.`,
    (number, from) => `${from} cancelled order ${number}.`,
  ),
  shortClosed: orderNotice(
    'order.short-closed',
    'seller',
    (number, from) => `${from} kết thúc đơn ${number}, phần còn lại không giao nữa.`,
    (number, from) => `${from} closed order ${number}; the rest is not to be delivered.`,
  ),
};

export type OrderNotice = { readonly side: keyof typeof SIDE; readonly notice: Notice<OrderFacts> };

interface Told {
  readonly id: string;
  readonly number: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

export function tellOrder(tx: Tx, { side, notice }: OrderNotice, order: Told): Promise<void> {
  const orgId = side === 'seller' ? order.sellerOrgId : order.buyerOrgId;
  return sendNotice(tx, notice, { orgId, facts: { orderId: order.id, number: order.number }, key: order.id });
}
