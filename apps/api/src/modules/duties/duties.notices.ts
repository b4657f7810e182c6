import { declareNotice } from '../../platform/notices/index.js';

export const noticeArrived = declareNotice<{ title: string }>({
  kind: 'notice.arrived',
  group: 'PETITIONS',
  to: ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'DEPARTMENT_LEADER', 'BANK_OFFICER', 'PROMOTER', 'ALLIANCE_LEADER'],
  vi: ({ title }, from) => `${from} gửi thông báo kết luận: ${title}. Hãy xác nhận đã đọc.`,
  en: ({ title }, from) => `${from} sent the notice of conclusions: ${title}. Confirm that you read it.`,
  link: () => '/notices/received',
});
