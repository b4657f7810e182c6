import { declareNotice } from '../../platform/notices/index.js';

const OFFICERS = ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'] as const;
const link = ({ id }: { id: string }) => `/registers/${id}`;

export const registerSubmitted = declareNotice<{ id: string; title: string; by: string }>({
  kind: 'register.submitted',
  group: 'AGREEMENTS',
  to: OFFICERS,
  vi: ({ title, by }) => `${by} trình sổ đăng ký của ${title}, chờ người thứ hai duyệt.`,
  en: ({ title, by }) => `${by} submitted the register of ${title}; it waits for a second person.`,
  link,
});

export const registerReturned = declareNotice<{ id: string; title: string; reason: string }>({
  kind: 'register.returned',
  group: 'AGREEMENTS',
  to: OFFICERS,
  vi: ({ title, reason }) => ({ title: `Sổ đăng ký của ${title} được trả lại.`, text: reason }),
  en: ({ title, reason }) => ({ title: `The register of ${title} came back.`, text: reason }),
  link,
});

export const registerCommitted = declareNotice<{ id: string; title: string; rows: number }>({
  kind: 'register.committed',
  group: 'AGREEMENTS',
  to: OFFICERS,
  vi: ({ title, rows }) => `Sổ đăng ký của ${title} đã nhập xong, ${rows} dòng. Hoàn tác được trong 24 giờ.`,
  en: ({ title, rows }) => `The register of ${title} went in with ${rows} rows. It can be taken back for 24 hours.`,
  link,
});

export const registerSentBack = declareNotice<{ id: string; title: string }>({
  kind: 'register.sentBack',
  group: 'AGREEMENTS',
  to: OFFICERS,
  vi: ({ title }) => `Sổ đăng ký của ${title} chưa nhập được: dữ liệu đã đổi sau khi duyệt. Hãy xem lại rồi trình lần nữa.`,
  en: ({ title }) =>
    `The register of ${title} did not go in: data changed after the approval. Look again and submit it once more.`,
  link,
});
