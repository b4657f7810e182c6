import { declareNotice } from '../../../platform/notices/index.js';

type WaiverFacts = {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly lotCode: string;
  readonly granted: boolean;
};
const link = ({ orderId }: WaiverFacts): string => `/orders/${orderId}`;

export const lifeWaiverAsked = declareNotice<WaiverFacts>({
  kind: 'life-waiver.asked',
  group: 'DELIVERY',
  to: ['BUYER_MANAGER'],
  urgent: true,
  vi: ({ orderNumber, lotCode }, from) => `${from} xin giao lô ${lotCode} còn ít hạn dùng cho đơn ${orderNumber}. Hãy trả lời.`,
  en: ({ orderNumber, lotCode }, from) =>
    `${from} asks to send lot ${lotCode} with little life left for order ${orderNumber}. Answer.`,
  link,
});

interface OfferFacts {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly goods: string;
  readonly leastDays: number;
  readonly [name: string]: string | number;
}

export const lifeWaiverOffered = declareNotice<OfferFacts>({
  kind: 'life-waiver.offered',
  group: 'DELIVERY',
  to: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  vi: ({ orderNumber, goods, leastDays }, from) =>
    `${from} nhận ${goods} của đơn ${orderNumber} còn từ ${leastDays} ngày hạn dùng khi đến nơi.`,
  en: ({ orderNumber, goods, leastDays }, from) =>
    `${from} takes ${goods} of order ${orderNumber} with ${leastDays} days of life or more on arrival.`,
  link: ({ orderId }) => `/orders/${orderId}`,
});

export const lifeWaiverDecided = declareNotice<WaiverFacts>({
  kind: 'life-waiver.decided',
  group: 'DELIVERY',
  to: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  vi: ({ orderNumber, lotCode, granted }, from) =>
    `${from} ${granted ? 'đồng ý nhận' : 'không nhận'} lô ${lotCode} còn ít hạn dùng cho đơn ${orderNumber}.`,
  en: ({ orderNumber, lotCode, granted }, from) =>
    `${from} ${granted ? 'takes' : 'does not take'} lot ${lotCode} with little life left for order ${orderNumber}.`,
  link,
});
