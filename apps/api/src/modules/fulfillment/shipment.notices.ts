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

const SELLERS = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const RECEIVERS = ['BUYER', 'BUYER_MANAGER', 'BUYER_RECEIVER'] as const;

export const shipmentArrived = declareNotice<ShipmentFacts>({
  kind: 'shipment.arrived',
  group: 'DELIVERY',
  to: [...SELLERS, ...RECEIVERS],
  vi: ({ orderNumber }, from) =>
    `${from} đã ghi bàn giao hàng của đơn ${orderNumber}. Quá hạn mà không kiểm, hàng được tính là nhận đủ.`,
  en: ({ orderNumber }, from) =>
    `${from} recorded the hand-over of order ${orderNumber}. Not counted in time, the goods count as received in full.`,
  link,
});

/** `expired`: lots that were past their last day on arrival; silence turned them away. */
type AutomaticFacts = ShipmentFacts & { readonly expired: readonly string[] };

export const receiptAutomatic = declareNotice<AutomaticFacts>({
  kind: 'receipt.automatic',
  group: 'DELIVERY',
  to: [...SELLERS],
  vi: ({ orderNumber, expired = [] }, from) =>
    expired.length > 0
      ? `${from} không kiểm hàng của đơn ${orderNumber} trong hạn: hàng được TỰ ĐỘNG tính là nhận, TRỪ lô đã hết hạn khi đến: ${expired.join(', ')}.`
      : `${from} không kiểm hàng của đơn ${orderNumber} trong hạn: hàng được TỰ ĐỘNG tính là nhận đủ.`,
  en: ({ orderNumber, expired = [] }, from) =>
    expired.length > 0
      ? `${from} did not count order ${orderNumber} in time: it is AUTOMATICALLY received, EXCEPT lots past their last day on arrival: ${expired.join(', ')}.`
      : `${from} did not count order ${orderNumber} in time: it is AUTOMATICALLY received in full.`,
  link,
});

export const receiptAutomaticToBuyer = declareNotice<AutomaticFacts>({
  kind: 'receipt.automatic-buyer',
  group: 'DELIVERY',
  to: [...RECEIVERS],
  urgent: true,
  vi: ({ orderNumber, expired = [] }) =>
    expired.length > 0
      ? `Hàng của đơn ${orderNumber} đã TỰ ĐỘNG tính là nhận vì quá hạn kiểm, trừ lô đã hết hạn khi đến: ${expired.join(', ')}. Nếu hàng khác có lỗi, hãy khiếu nại trong hạn.`
      : `Hàng của đơn ${orderNumber} đã TỰ ĐỘNG tính là nhận đủ vì quá hạn kiểm. Nếu hàng có lỗi, hãy khiếu nại trong hạn.`,
  en: ({ orderNumber, expired = [] }) =>
    expired.length > 0
      ? `Order ${orderNumber} was AUTOMATICALLY received, as nobody counted it in time, except lots past their last day on arrival: ${expired.join(', ')}. If other goods are bad, claim them in time.`
      : `Order ${orderNumber} was AUTOMATICALLY received in full, as nobody counted it in time. If goods are bad, claim them in time.`,
  link,
});

export const receiptVoided = declareNotice<ShipmentFacts>({
  kind: 'receipt.voided',
  group: 'DELIVERY',
  to: [...SELLERS],
  vi: ({ orderNumber }, from) =>
    `${from} đã huỷ phiếu nhận hàng của đơn ${orderNumber} để kiểm lại. Sản lượng thực hiện giảm tương ứng.`,
  en: ({ orderNumber }, from) =>
    `${from} voided the receipt of order ${orderNumber} to count again. The realised quantity falls with it.`,
  link,
});

export const receiptDisputed = declareNotice<ShipmentFacts>({
  kind: 'receipt.disputed',
  group: 'DELIVERY',
  to: [...RECEIVERS],
  vi: ({ orderNumber }, from) => `${from} không đồng ý với số kiểm nhận của đơn ${orderNumber}. Hãy trả lời hoặc kiểm lại.`,
  en: ({ orderNumber }, from) => `${from} disputes the count of order ${orderNumber}. Answer, or count again.`,
  link,
});

export const disputeAnswered = declareNotice<ShipmentFacts>({
  kind: 'receipt.dispute-answered',
  group: 'DELIVERY',
  to: [...SELLERS],
  vi: ({ orderNumber }, from) => `${from} đã trả lời về số kiểm nhận của đơn ${orderNumber}.`,
  en: ({ orderNumber }, from) => `${from} answered about the count of order ${orderNumber}.`,
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
