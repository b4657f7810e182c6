import { declareNotice } from '../../platform/notices/index.js';

export const noticeArrived = declareNotice<{ title: string }>({
  kind: 'notice.arrived',
  group: 'PETITIONS',
  to: ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'DEPARTMENT_LEADER', 'BANK_OFFICER', 'PROMOTER', 'ALLIANCE_LEADER'],
  vi: ({ title }, from) => `${from} gửi thông báo kết luận: ${title}. Hãy xác nhận đã đọc.`,
  en: ({ title }, from) => `${from} sent the notice of conclusions: ${title}. Confirm that you read it.`,
  link: () => '/notices/received',
});

export const dutyTold = declareNotice<{ id: string; title: string }>({
  kind: 'duty.told',
  group: 'PETITIONS',
  to: ['ALLIANCE_OFFICER'],
  vi: ({ title }, from) => `${from} báo đã làm nhiệm vụ “${title}”. Hãy xem chứng cứ và xác nhận.`,
  en: ({ title }, from) => `${from} tells what it did of the duty “${title}”. See the evidence and confirm.`,
  link: ({ id }) => `/duties/${id}`,
});

export const dutyWordDecided = declareNotice<{ title: string; confirmed: boolean }>({
  kind: 'duty.word-decided',
  group: 'PETITIONS',
  to: ['DEPARTMENT_OFFICER', 'DEPARTMENT_LEADER'],
  vi: ({ title, confirmed }, from) =>
    confirmed
      ? `${from} đã xác nhận điều đơn vị báo về nhiệm vụ “${title}”.`
      : `${from} trả lại điều đơn vị báo về nhiệm vụ “${title}”. Hãy xem còn thiếu gì và báo lại.`,
  en: ({ title, confirmed }, from) =>
    confirmed
      ? `${from} confirmed what your body told of the duty “${title}”.`
      : `${from} returned what your body told of the duty “${title}”. See what is missing and tell it anew.`,
  link: () => '/duties/own',
});
