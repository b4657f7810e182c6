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

/** The outcome of a proposal, told to either side. */
function decisions<W extends 'accepted' | 'declined' | 'withdrawn'>(word: W, vi: string, en: string) {
  const said = (side: 'seller' | 'buyer') =>
    orderNotice(
      `order.change-${word}-${side}`,
      side,
      (number, from) => `${from} ${vi} đơn ${number}.`,
      (number, from) => `${from} ${en} of order ${number}.`,
    );
  const name = `change${word.charAt(0).toUpperCase()}${word.slice(1)}` as `change${Capitalize<W>}`;
  return { [`${name}ToSeller`]: said('seller'), [`${name}ToBuyer`]: said('buyer') } as Record<
    `change${Capitalize<W>}To${'Seller' | 'Buyer'}`,
    OrderNotice
  >;
}

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
  linked: orderNotice(
    'order.linked',
    'seller',
    (number, from) => `${from} đã gắn đơn ${number} vào thoả thuận giữa hai bên. Giá và hạn thanh toán của đơn không đổi.`,
    (number, from) => `${from} linked order ${number} to an agreement of both sides. Its prices and terms stay.`,
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
  ackOverdueSeller: orderNotice(
    'order.ack-overdue-seller',
    'seller',
    (number) => `Đơn ${number} đã quá hạn trả lời. Hãy trả lời ngay; Liên minh Hợp tác xã đã được báo.`,
    (number) => `Order ${number} is past its deadline for an answer. Answer now; the Cooperative Alliance has been told.`,
  ),
  ackOverdueBuyer: orderNotice(
    'order.ack-overdue-buyer',
    'buyer',
    (number) => `Đơn ${number} quá hạn mà bên bán chưa trả lời. Liên minh Hợp tác xã đã được báo để đôn đốc.`,
    (number) => `The seller has not answered order ${number} in time. The Cooperative Alliance has been told.`,
  ),
  changeToSeller: orderNotice(
    'order.change-to-seller',
    'seller',
    (number, from) => `${from} đề nghị thay đổi đơn ${number}. Đến lượt quý đơn vị đồng ý hoặc từ chối.`,
    (number, from) => `${from} proposes a change of order ${number}. It is your turn to consent or decline.`,
  ),
  changeToBuyer: orderNotice(
    'order.change-to-buyer',
    'buyer',
    (number, from) => `${from} đề nghị thay đổi đơn ${number}. Đến lượt quý đơn vị đồng ý hoặc từ chối.`,
    (number, from) => `${from} proposes a change of order ${number}. It is your turn to consent or decline.`,
  ),
  ...decisions('accepted', 'đã đồng ý với đề nghị thay đổi', 'consented to the change'),
  ...decisions('declined', 'không đồng ý với đề nghị thay đổi', 'declined the change'),
  ...decisions('withdrawn', 'đã rút đề nghị thay đổi', 'withdrew the change'),
};

/** The Alliance's officers follow up by phone: they hear of the order, not of its prices. */
export const ACK_OVERDUE_TO_ALLIANCE = declareNotice<OrderFacts>({
  kind: 'order.ack-overdue-alliance',
  group: 'ORDERS',
  to: ['ALLIANCE_OFFICER'],
  vi: ({ number }, from) => `${from} chưa trả lời đơn ${number} dù đã quá hạn. Hãy đôn đốc.`,
  en: ({ number }, from) => `${from} has not answered order ${number} in time. Please follow up.`,
  link: ({ orderId }) => `/orders/${orderId}`,
});

export type OrderNotice = { readonly side: keyof typeof SIDE; readonly notice: Notice<OrderFacts> };

interface Told {
  readonly id: string;
  readonly number: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** `key` tells apart what may happen to one order more than once. */
export function tellOrder(tx: Tx, { side, notice }: OrderNotice, order: Told, key: string = order.id): Promise<void> {
  const orgId = side === 'seller' ? order.sellerOrgId : order.buyerOrgId;
  return sendNotice(tx, notice, { orgId, facts: { orderId: order.id, number: order.number }, key });
}
