import { declareNotice } from '../../platform/notices/index.js';

type ThreadFacts = { readonly title: string; readonly link: string };

/** Without the words themselves: a letter may pass through hands that do not read the document. */
export const messageWritten = declareNotice<ThreadFacts>({
  kind: 'thread.message',
  group: 'MESSAGES',
  to: [
    'SELLER_STAFF',
    'SELLER_DIRECTOR',
    'BUYER',
    'BUYER_MANAGER',
    'DEPARTMENT_OFFICER',
    'DEPARTMENT_LEADER',
    'ALLIANCE_OFFICER',
    'ALLIANCE_LEADER',
    'BANK_OFFICER',
    'PROMOTER',
  ],
  vi: ({ title }, from) => `${from} nhắn về ${title}. Mở giấy tờ để đọc và trả lời.`,
  en: ({ title }, from) => `${from} wrote about ${title}. Open the document to read and answer.`,
  link: ({ link }) => link,
});
