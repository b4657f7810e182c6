import { formatDateVi, localDateOf } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

type Told = { readonly tripId: string; readonly number: string };

const SELLERS = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const OPENERS = [...SELLERS, 'ALLIANCE_OFFICER'] as const;
const link = ({ tripId }: Told): string => `/trips/${tripId}`;

/** An instant as a clock in Việt Nam shows it. */
function moment(iso: string, locale: 'vi' | 'en'): string {
  const at = new Date(iso);
  const hour = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  return locale === 'vi' ? `${hour} ngày ${formatDateVi(localDateOf(at))}` : `${hour} on ${localDateOf(at)}`;
}

export const tripInvited = declareNotice<Told & { readonly vehicle: string; readonly departsAt: string }>({
  kind: 'trip.invited',
  group: 'DELIVERY',
  to: SELLERS,
  vi: ({ number, vehicle, departsAt }, from) =>
    `${from} mời quý đơn vị gửi hàng chung chuyến xe ${number} (xe ${vehicle}, chạy ${moment(departsAt, 'vi')}). Nhận lời rồi xếp hàng lên chuyến.`,
  en: ({ number, vehicle, departsAt }, from) =>
    `${from} invites you to share truck ${number} (${vehicle}, leaving ${moment(departsAt, 'en')}). Join, then put your goods on it.`,
  link,
});

export const tripAnswered = declareNotice<Told & { readonly joined: boolean }>({
  kind: 'trip.answered',
  group: 'DELIVERY',
  to: OPENERS,
  vi: ({ number, joined }, from) => `${from} ${joined ? 'nhận lời đi chung' : 'không đi'} chuyến xe ${number}.`,
  en: ({ number, joined }, from) => `${from} ${joined ? 'joins' : 'does not ride on'} trip ${number}.`,
  link,
});

export const tripCancelled = declareNotice<Told & { readonly reason: string }>({
  kind: 'trip.cancelled',
  group: 'DELIVERY',
  to: SELLERS,
  urgent: true,
  vi: ({ number, reason }, from) =>
    `${from} đã huỷ chuyến xe ${number}: ${reason}. Hàng của quý đơn vị trên chuyến này chưa có xe, hãy bố trí lại.`,
  en: ({ number, reason }, from) => `${from} cancelled trip ${number}: ${reason}. Your goods on it have no vehicle now.`,
  link,
});

export const tripDropped = declareNotice<Told & { readonly reason: string }>({
  kind: 'trip.dropped',
  group: 'DELIVERY',
  to: SELLERS,
  urgent: true,
  vi: ({ number, reason }, from) =>
    `${from} đã bớt quý đơn vị khỏi chuyến xe ${number}: ${reason}. Hàng chưa lên xe cần bố trí xe khác.`,
  en: ({ number, reason }, from) => `${from} took you off trip ${number}: ${reason}. Goods not on board need another vehicle.`,
  link,
});
