import type { Completion, ProposalKind } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

type LifeFacts = { readonly document: 'MOU' | 'CONTRACT'; readonly documentId: string; readonly title: string };

const PEOPLE = ['SELLER_STAFF', 'SELLER_DIRECTOR', 'BUYER', 'BUYER_MANAGER', 'ALLIANCE_OFFICER', 'ALLIANCE_LEADER'] as const;
const link = ({ document, documentId }: LifeFacts): string => `/${document === 'MOU' ? 'agreements' : 'contracts'}/${documentId}`;

const KIND: Readonly<Record<ProposalKind, { vi: string; en: string }>> = {
  AMEND: { vi: 'phụ lục', en: 'an annex' },
  SUSPEND: { vi: 'tạm dừng', en: 'a suspension' },
  RESUME: { vi: 'tiếp tục', en: 'a resumption' },
  CLOSE: { vi: 'kết thúc', en: 'closing' },
  TERMINATE: { vi: 'chấm dứt', en: 'a termination' },
};

export const proposalMade = declareNotice<LifeFacts & { readonly kind: ProposalKind }>({
  kind: 'agreement.proposed',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title, kind }, from) => `${from} đề nghị ${KIND[kind].vi} đối với “${title}”. Hãy xem và trả lời.`,
  en: ({ title, kind }, from) => `${from} proposed ${KIND[kind].en} of “${title}”. Read it and answer.`,
  link,
});

export const proposalDecided = declareNotice<LifeFacts & { readonly kind: ProposalKind; readonly agreed: boolean }>({
  kind: 'agreement.decided',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title, kind, agreed }) =>
    `Đề nghị ${KIND[kind].vi} đối với “${title}” ${agreed ? 'đã có hiệu lực' : 'không được chấp nhận'}.`,
  en: ({ title, kind, agreed }) =>
    `The proposal of ${KIND[kind].en} of “${title}” ${agreed ? 'has taken effect' : 'was declined'}.`,
  link,
});

export const agreementEnding = declareNotice<LifeFacts & { readonly days: number }>({
  kind: 'agreement.ending',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ title, days }) =>
    `“${title}” còn ${days} ngày là hết hiệu lực. Hãy gia hạn bằng phụ lục, lập tiếp, hoặc kết thúc có lý do.`,
  en: ({ title, days }) => `“${title}” ends in ${days} days. Extend it by an annex, carry it on, or close it with a reason.`,
  link,
});

export const contractCompleted = declareNotice<{
  readonly contractId: string;
  readonly number: string;
  readonly why: Completion;
}>({
  kind: 'contract.completed',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ number, why }) =>
    why === 'TERM_OVER'
      ? `Hợp đồng ${number} đã hoàn thành: hết thời hạn và không còn đơn hàng nào chưa xong.`
      : `Hợp đồng ${number} đã hoàn thành: đã nghiệm thu đủ mức tối đa của mọi dòng hàng. Cần thêm hàng, hãy lập hợp đồng mới.`,
  en: ({ number, why }) =>
    why === 'TERM_OVER'
      ? `Contract ${number} is complete: its term is over and no order is open.`
      : `Contract ${number} is complete: the maximum of every line was accepted. For more goods make a new contract.`,
  link: ({ contractId }) => `/contracts/${contractId}`,
});
