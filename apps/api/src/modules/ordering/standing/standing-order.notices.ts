import { formatDateVi } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

export type StandingFacts = { readonly standingOrderId: string; readonly name: string; readonly day: string };
export type StandingFailure = StandingFacts & { readonly vi: string; readonly en: string };

const link = ({ standingOrderId }: StandingFacts) => `/orders/standing/${standingOrderId}`;

/** Inside the buyer's house: sellers hear of the orders alone. */
export const STANDING_NOTICES = {
  placed: declareNotice<StandingFacts>({
    kind: 'standing-order.placed',
    group: 'ORDERS',
    to: ['BUYER', 'BUYER_MANAGER'],
    vi: ({ name, day }) => `Đơn định kỳ “${name}” đã đặt hàng giao ngày ${formatDateVi(day)}.`,
    en: ({ name, day }) => `Standing order “${name}” was placed for delivery on ${formatDateVi(day)}.`,
    link,
  }),
  asked: declareNotice<StandingFacts>({
    kind: 'standing-order.asked',
    group: 'ORDERS',
    to: ['BUYER', 'BUYER_MANAGER'],
    vi: ({ name, day }) => `Đơn định kỳ “${name}” ngày ${formatDateVi(day)} vượt hạn mức, đang chờ duyệt; bên bán chưa thấy gì.`,
    en: ({ name, day }) => `Standing order “${name}” for ${formatDateVi(day)} is above a limit and waits for approval.`,
    link,
  }),
  failed: declareNotice<StandingFailure>({
    kind: 'standing-order.failed',
    group: 'ORDERS',
    to: ['BUYER', 'BUYER_MANAGER'],
    vi: ({ name, day, vi }) => `Đơn định kỳ “${name}” ngày ${formatDateVi(day)} chưa đặt được: ${vi}`,
    en: ({ name, day, en }) => `Standing order “${name}” for ${formatDateVi(day)} could not be placed: ${en}`,
    link,
  }),
};
