import { declareNotice } from '../../../platform/notices/index.js';

type ClaimFacts = { readonly claimId: string; readonly number: string; readonly orderNumber: string };

const link = ({ claimId }: ClaimFacts): string => `/claims/${claimId}`;
const SELLERS = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const BUYERS = ['BUYER', 'BUYER_MANAGER', 'BUYER_RECEIVER'] as const;

export const CLAIM_NOTICES = {
  opened: declareNotice<ClaimFacts>({
    kind: 'claim.opened',
    group: 'DELIVERY',
    to: [...SELLERS],
    urgent: true,
    vi: ({ number, orderNumber }, from) => `${from} khiếu nại hàng của đơn ${orderNumber} (${number}). Hãy trả lời trong hạn.`,
    en: ({ number, orderNumber }, from) => `${from} claims goods of order ${orderNumber} (${number}). Answer in time.`,
    link,
  }),
  answered: declareNotice<ClaimFacts>({
    kind: 'claim.answered',
    group: 'DELIVERY',
    to: [...BUYERS],
    vi: ({ number }, from) => `${from} đã trả lời khiếu nại ${number}. Hãy đồng ý hoặc chuyển Liên minh hoà giải.`,
    en: ({ number }, from) => `${from} answered claim ${number}. Agree, or ask the Alliance to mediate.`,
    link,
  }),
  escalatedToSides: declareNotice<ClaimFacts>({
    kind: 'claim.escalated',
    group: 'DELIVERY',
    to: [...SELLERS, ...BUYERS],
    vi: ({ number }) => `Khiếu nại ${number} đã chuyển Liên minh HTX hoà giải. Hai bên vẫn có thể tự thoả thuận.`,
    en: ({ number }) => `Claim ${number} went to the Cooperative Alliance for mediation. The two sides can still agree.`,
    link,
  }),
  mediate: declareNotice<ClaimFacts>({
    kind: 'claim.mediate',
    group: 'DELIVERY',
    to: ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'],
    vi: ({ number }) => `Khiếu nại ${number} chờ Liên minh hoà giải.`,
    en: ({ number }) => `Claim ${number} waits for the Alliance to mediate.`,
    link,
  }),
  proposed: declareNotice<ClaimFacts>({
    kind: 'claim.proposed',
    group: 'DELIVERY',
    to: [...SELLERS, ...BUYERS],
    vi: ({ number }, from) => `${from} đề nghị cách giải quyết khiếu nại ${number}. Hãy xem và trả lời.`,
    en: ({ number }, from) => `${from} proposes how to settle claim ${number}. Look and answer.`,
    link,
  }),
  settled: declareNotice<ClaimFacts>({
    kind: 'claim.settled',
    group: 'DELIVERY',
    to: [...SELLERS, ...BUYERS],
    vi: ({ number }) => `Hai bên đã thống nhất khiếu nại ${number}.`,
    en: ({ number }) => `Both sides agreed on claim ${number}.`,
    link,
  }),
  ended: declareNotice<ClaimFacts>({
    kind: 'claim.ended',
    group: 'DELIVERY',
    to: [...SELLERS, ...BUYERS],
    vi: ({ number }) => `Khiếu nại ${number} đã khép lại mà không có thoả thuận trên sàn.`,
    en: ({ number }) => `Claim ${number} ended without an agreement here.`,
    link,
  }),
} as const;
