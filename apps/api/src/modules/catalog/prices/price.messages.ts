import { formatDateVi } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type PriceRefusal =
  | { readonly code: 'PRICE_OVERLAPS'; readonly from: string; readonly to: string | null }
  | { readonly code: 'PERIOD_NOT_IN_ORDER' }
  | { readonly code: 'PERIOD_BEGINS_IN_PAST'; readonly today: string }
  | { readonly code: 'PRICE_ENDED' }
  | { readonly code: 'PRICE_TIERS_MISSING' }
  | { readonly code: 'LAST_PRICE_OF_OFFER' }
  | { readonly code: 'BUYER_IS_SELLER' }
  | { readonly code: 'TERMS_NOT_SOUND' }
  | { readonly code: 'TERMS_NOTE_TOO_LONG' };

const period = ({ from, to }: { from: string; to: string | null }, vi: boolean): string =>
  vi
    ? `từ ${formatDateVi(from)}${to ? ` đến ${formatDateVi(to)}` : ' chưa có ngày kết thúc'}`
    : `from ${formatDateVi(from)}${to ? ` to ${formatDateVi(to)}` : ' without an end'}`;

export const priceMessages: Messages<PriceRefusal> = {
  PRICE_OVERLAPS: {
    vi: (refusal) =>
      `Đã có giá cùng loại hàng, người mua và nơi giao ${period(refusal, true)}. Hãy sửa giá đó, hoặc chọn ngày không trùng.`,
    en: (refusal) =>
      `There is already a price for the same goods, buyer and place ${period(refusal, false)}. Change that one, or choose other days.`,
    field: 'validFrom',
  },
  PERIOD_NOT_IN_ORDER: {
    vi: () => 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    en: () => 'The last day must be the first day or later.',
    field: 'validTo',
  },
  PERIOD_BEGINS_IN_PAST: {
    vi: ({ today }) => `Giá chỉ có thể bắt đầu từ hôm nay, ${formatDateVi(today)}.`,
    en: ({ today }) => `A price can begin today, ${formatDateVi(today)}, at the earliest.`,
    field: 'validFrom',
  },
  PRICE_ENDED: {
    vi: () => 'Giá này đã kết thúc hoặc vừa được thay. Hãy tải lại bảng giá.',
    en: () => 'This price has ended or was just replaced. Reload the price list.',
  },
  PRICE_TIERS_MISSING: {
    vi: () => 'Hãy nhập ít nhất một bậc giá.',
    en: () => 'Enter at least one price tier.',
    field: 'tiers',
  },
  LAST_PRICE_OF_OFFER: {
    vi: () => 'Sản phẩm đang đăng cần một giá chung. Hãy thay giá này bằng giá mới, hoặc tạm ngừng sản phẩm trước.',
    en: () => 'A published product needs a general price. Replace this one with a new price, or pause the product first.',
  },
  BUYER_IS_SELLER: {
    vi: () => 'Hãy chọn một đơn vị mua, không phải chính mình.',
    en: () => 'Choose a buyer other than yourself.',
    field: 'buyerOrgId',
  },
  TERMS_NOT_SOUND: {
    vi: () => 'Mỗi tỷ lệ từ 0 đến dưới 100%, các khoản trừ sau hóa đơn cộng lại dưới 100%, phí không âm.',
    en: () => 'Each share is from 0 to below 100%, the deductions after invoice below 100% together, the fee not negative.',
    field: 'frontBp',
  },
  TERMS_NOTE_TOO_LONG: {
    vi: () => 'Ghi chú dài quá 2.000 ký tự.',
    en: () => 'The note is longer than 2,000 characters.',
    field: 'note',
  },
};
