import { declareNotice } from '../../platform/notices/index.js';

type ShipmentFacts = { readonly shipmentId: string; readonly orderNumber: string };

const link = ({ shipmentId }: ShipmentFacts): string => `/shipments/${shipmentId}`;

export const shipmentDispatched = declareNotice<ShipmentFacts>({
  kind: 'shipment.dispatched',
  group: 'DELIVERY',
  to: ['BUYER', 'BUYER_MANAGER', 'BUYER_RECEIVER'],
  vi: ({ orderNumber }, from) => `${from} đã giao hàng lên xe cho đơn ${orderNumber}. Hãy chuẩn bị nhận hàng.`,
  en: ({ orderNumber }, from) => `${from} dispatched goods of order ${orderNumber}. Prepare to receive them.`,
  link,
});

export const receiptPosted = declareNotice<ShipmentFacts>({
  kind: 'receipt.posted',
  group: 'DELIVERY',
  to: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  vi: ({ orderNumber }, from) => `${from} đã nhập kho hàng của đơn ${orderNumber}. Xem số lượng nghiệm thu và số tiền đến hạn.`,
  en: ({ orderNumber }, from) => `${from} received goods of order ${orderNumber}. See what was accepted and what is due.`,
  link,
});
