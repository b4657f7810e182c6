import { declareNotice } from '../../platform/notices/index.js';

const SIDES = ['SELLER_DIRECTOR', 'SELLER_STAFF', 'BUYER_MANAGER', 'BUYER'] as const;
const link = ({ event }: { event: string }) => `/events/${event}/mine`;

export const meetingRequested = declareNotice<{ event: string; title: string }>({
  kind: 'meeting.requested',
  group: 'SOURCING',
  to: SIDES,
  vi: ({ title }, from) => `${from} muốn gặp đơn vị bạn tại ${title}.`,
  en: ({ title }, from) => `${from} would like to meet you at ${title}.`,
  link,
});

export const meetingAccepted = declareNotice<{ event: string; title: string; table: number }>({
  kind: 'meeting.accepted',
  group: 'SOURCING',
  to: SIDES,
  vi: ({ title, table }, from) => `${from} xếp cuộc gặp tại ${title}, bàn ${table}.`,
  en: ({ title, table }, from) => `${from} arranged the meeting at ${title}, table ${table}.`,
  link,
});

export const meetingDeclined = declareNotice<{ event: string; title: string }>({
  kind: 'meeting.declined',
  group: 'SOURCING',
  to: SIDES,
  vi: ({ title }, from) => `${from} chưa gặp được tại ${title}.`,
  en: ({ title }, from) => `${from} cannot meet at ${title}.`,
  link,
});

export const slipLeft = declareNotice<{ event: string; goods: string }>({
  kind: 'slip.left',
  group: 'SOURCING',
  to: SIDES,
  vi: ({ goods }, from) => `${from} để lại phiếu quan tâm ở gian của bạn: ${goods}.`,
  en: ({ goods }, from) => `${from} left a slip at your booth: ${goods}.`,
  link,
});
