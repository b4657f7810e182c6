import { formatDateVi } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

type DemandFacts = { readonly postId: string; readonly title: string };

const link = ({ postId }: DemandFacts): string => `/demand/${postId}`;

export const demandPublished = declareNotice<DemandFacts & { readonly openUntil: string }>({
  kind: 'demand.published',
  group: 'SOURCING',
  to: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  vi: ({ title, openUntil }, from) => ({
    title: `${from} cần mua: ${title}`,
    text: `Nếu cung ứng được, hãy trả lời trước hết ngày ${formatDateVi(openUntil)}.`,
  }),
  en: ({ title, openUntil }, from) => ({
    title: `${from} wants to buy: ${title}`,
    text: `If you can supply it, answer by ${formatDateVi(openUntil)}.`,
  }),
  link,
});

export const demandAnswered = declareNotice<DemandFacts>({
  kind: 'demand.answered',
  group: 'SOURCING',
  to: ['BUYER', 'BUYER_MANAGER'],
  vi: ({ title }, from) => `${from} trả lời cung ứng được: ${title}`,
  en: ({ title }, from) => `${from} can supply: ${title}`,
  link,
});
