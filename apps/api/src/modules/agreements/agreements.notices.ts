import { formatDateVi } from '@lienket/domain';
import { declareNotice } from '../../platform/notices/index.js';

type MouFacts = { readonly mouId: string; readonly title: string };

const PEOPLE = ['SELLER_STAFF', 'SELLER_DIRECTOR', 'BUYER', 'BUYER_MANAGER', 'ALLIANCE_OFFICER', 'ALLIANCE_LEADER'] as const;
const SIGNERS = ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'ALLIANCE_LEADER'] as const;
const link = ({ mouId }: MouFacts): string => `/agreements/${mouId}`;

export const mouToSign = declareNotice<MouFacts & { readonly expiresOn: string | null }>({
  kind: 'mou.to-sign',
  group: 'AGREEMENTS',
  to: SIGNERS,
  vi: ({ title, expiresOn }, from) =>
    `${from} gửi ký biên bản “${title}”${expiresOn ? `, hạn ký đến hết ngày ${formatDateVi(expiresOn)}` : ''}.`,
  en: ({ title, expiresOn }, from) =>
    `${from} sent the memorandum “${title}” for signing${expiresOn ? `, until ${formatDateVi(expiresOn)}` : ''}.`,
  link,
});

export const mouSigningReminder = declareNotice<MouFacts & { readonly expiresOn: string }>({
  kind: 'mou.signing-reminder',
  group: 'AGREEMENTS',
  to: SIGNERS,
  vi: ({ title, expiresOn }) =>
    `Đến lượt đơn vị bạn ký biên bản “${title}”; lượt ký kết thúc hết ngày ${formatDateVi(expiresOn)}.`,
  en: ({ title, expiresOn }) =>
    `It is your turn to sign the memorandum “${title}”; the round ends on ${formatDateVi(expiresOn)}.`,
  link,
});

export const mouSigningLapsed = declareNotice<MouFacts>({
  kind: 'mou.signing-lapsed',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title }) => `Lượt ký biên bản “${title}” đã hết hạn. Muốn tiếp tục, hãy lập biên bản mới từ biên bản này.`,
  en: ({ title }) => `The signing round of “${title}” has ended. To go on, make a new memorandum from it.`,
  link,
});

export const mouRefused = declareNotice<MouFacts & { readonly reason: string }>({
  kind: 'mou.refused',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title, reason }, from) => `${from} từ chối ký biên bản “${title}”. Lý do: ${reason}`,
  en: ({ title, reason }, from) => `${from} refused to sign the memorandum “${title}”. Reason: ${reason}`,
  link,
});

export const obligationClaimed = declareNotice<MouFacts & { readonly obligation: string }>({
  kind: 'obligation.claimed',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title, obligation }, from) =>
    `${from} báo kết quả việc “${obligation}” của biên bản “${title}”. Hãy xác nhận hoặc phản hồi.`,
  en: ({ title, obligation }, from) => `${from} reported on “${obligation}” of the memorandum “${title}”. Confirm or dispute it.`,
  link,
});
