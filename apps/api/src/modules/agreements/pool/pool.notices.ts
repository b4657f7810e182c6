import { formatDateVi, formatQuantity, quantity } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

type Told = { readonly poolId: string; readonly goods: string };

const SELLERS = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const BUYERS = ['BUYER', 'BUYER_MANAGER'] as const;
const link = ({ poolId }: Told): string => `/pools/${poolId}`;
/** "1250.500" as people write it. */
const vi = (qty: string): string => formatQuantity(quantity(qty));
const en = (qty: string): string => formatQuantity(quantity(qty), '', 'en');

export const shareOffered = declareNotice<Told & { readonly qty: string; readonly answerBy: string }>({
  kind: 'pool.share-offered',
  group: 'AGREEMENTS',
  to: ['SELLER_DIRECTOR'],
  vi: ({ goods, qty, answerBy }, from) =>
    `${from} mời quý đơn vị góp ${vi(qty)} ${goods} trong nhóm cung ứng chung. Trả lời đến hết ngày ${formatDateVi(answerBy)}.`,
  en: ({ goods, qty, answerBy }, from) =>
    `${from} invites you to supply ${en(qty)} ${goods} in a pool. Answer until ${answerBy}.`,
  link,
});

export const shareAnswered = declareNotice<Told & { readonly accepted: boolean }>({
  kind: 'pool.share-answered',
  group: 'AGREEMENTS',
  to: SELLERS,
  vi: ({ goods, accepted }, from) => `${from} ${accepted ? 'nhận' : 'từ chối'} phần góp của mình cho ${goods}.`,
  en: ({ goods, accepted }, from) => `${from} ${accepted ? 'committed itself to' : 'declined'} its share of ${goods}.`,
  link,
});

export const poolToAgree = declareNotice<Told>({
  kind: 'pool.to-agree',
  group: 'AGREEMENTS',
  to: ['BUYER_MANAGER'],
  vi: ({ goods }, from) => `${from} nhận góp hàng cho ${goods}. Quý đơn vị xem và chấp thuận bên giao hàng.`,
  en: ({ goods }, from) => `${from} will supply part of ${goods}. Look at who delivers and agree.`,
  link,
});

export const poolAgreed = declareNotice<Told>({
  kind: 'pool.agreed',
  group: 'AGREEMENTS',
  to: SELLERS,
  vi: ({ goods }, from) => `${from} đã chấp thuận nhóm cung ứng ${goods}; từ nay có thể gọi hàng chung.`,
  en: ({ goods }, from) => `${from} agreed to the pool for ${goods}; it may be called off from now on.`,
  link,
});

export const shareReleased = declareNotice<Told & { readonly reason: string }>({
  kind: 'pool.share-released',
  group: 'AGREEMENTS',
  to: SELLERS,
  vi: ({ goods, reason }, from) => `${from} cho thôi phần góp của quý đơn vị cho ${goods}: ${reason}`,
  en: ({ goods, reason }, from) => `${from} released your share of ${goods}: ${reason}`,
  link,
});

export const poolClosed = declareNotice<Told & { readonly reason: string }>({
  kind: 'pool.closed',
  group: 'AGREEMENTS',
  to: [...SELLERS, ...BUYERS],
  vi: ({ goods, reason }, from) => `${from} kết thúc nhóm cung ứng ${goods}: ${reason}`,
  en: ({ goods, reason }, from) => `${from} closed the pool for ${goods}: ${reason}`,
  link,
});

export const poolShort = declareNotice<Told & { readonly missing: string; readonly back: string; readonly found: string }>({
  kind: 'pool.short',
  group: 'ORDERS',
  to: BUYERS,
  vi: ({ goods, missing, back, found }) =>
    `Nhóm cung ứng ${goods}: các HTX báo thiếu ${vi(back)}, đã chia lại ${vi(found)} cho đơn vị khác, còn thiếu ${vi(missing)}. Cần thêm thì gọi hàng lần nữa.`,
  en: ({ goods, missing, back, found }) =>
    `Pool for ${goods}: members declined ${en(back)}, ${en(found)} went to others, ${en(missing)} is missing. Call off again if you still need it.`,
  link,
});
