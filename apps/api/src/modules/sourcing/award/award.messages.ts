import { formatQuantity, type Quantity, type RfqState } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

/** The domain's refusals of a pick, with the unit for the sentence. */
export type PickRefused =
  | { readonly code: 'OFFER_NOT_VALID' }
  | { readonly code: 'OFFER_TAKEN_TWICE' }
  | { readonly code: 'PICK_NOT_POSITIVE' }
  | { readonly code: 'PICK_EXCEEDS_OFFERED'; readonly offered: Quantity; readonly unit: string }
  | { readonly code: 'PICK_BELOW_MOQ'; readonly moq: Quantity; readonly unit: string }
  | {
      readonly code: 'PICK_NOT_WHOLE_PACKS';
      readonly packSize: Quantity;
      readonly down: Quantity;
      readonly up: Quantity | null;
      readonly unit: string;
    }
  | { readonly code: 'PICKS_EXCEED_ASKED'; readonly asked: Quantity; readonly picked: Quantity; readonly unit: string };

export type AwardRefusal =
  | PickRefused
  | { readonly code: 'PICKS_MISSING' }
  | { readonly code: 'PICKS_TOO_MANY'; readonly max: number }
  | { readonly code: 'AWARD_STATE'; readonly status: RfqState }
  | { readonly code: 'AWARD_PENDING' }
  | { readonly code: 'AWARD_NOT_PENDING' }
  | { readonly code: 'SAME_PERSON' }
  | { readonly code: 'AWARD_NOTE_TOO_LONG'; readonly max: number }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'LIMIT_NOT_VALID' };

const vi = (q: Quantity, unit: string) => formatQuantity(q, unit);
const en = (q: Quantity, unit: string) => formatQuantity(q, unit, 'en');

export const awardMessages: Messages<AwardRefusal> = {
  OFFER_NOT_VALID: {
    vi: () => 'Báo giá này đã rút, hết hiệu lực hoặc đang thương lượng. Hãy tải lại và chọn lại.',
    en: () => 'This offer was withdrawn, has expired or is being negotiated. Reload and choose again.',
    field: 'quoteLineId',
  },
  OFFER_TAKEN_TWICE: {
    vi: () => 'Một báo giá chỉ chọn một lần.',
    en: () => 'Choose an offer once.',
    field: 'quoteLineId',
  },
  PICK_NOT_POSITIVE: {
    vi: () => 'Số lượng phải lớn hơn 0.',
    en: () => 'The quantity must be above zero.',
    field: 'qty',
  },
  PICK_EXCEEDS_OFFERED: {
    vi: ({ offered, unit }) => `Bên bán chỉ chào ${vi(offered, unit)}.`,
    en: ({ offered, unit }) => `Only ${en(offered, unit)} are offered.`,
    field: 'qty',
  },
  PICK_BELOW_MOQ: {
    vi: ({ moq, unit }) => `Bên bán bán tối thiểu ${vi(moq, unit)}.`,
    en: ({ moq, unit }) => `The seller's minimum is ${en(moq, unit)}.`,
    field: 'qty',
  },
  PICK_NOT_WHOLE_PACKS: {
    vi: ({ packSize, down, up, unit }) =>
      `Phải chẵn kiện ${vi(packSize, unit)}: ${[...(down.isPositive ? [vi(down, unit)] : []), ...(up ? [vi(up, unit)] : [])].join(' hoặc ')}.`,
    en: ({ packSize, down, up, unit }) =>
      `Whole packs of ${en(packSize, unit)}: ${[...(down.isPositive ? [en(down, unit)] : []), ...(up ? [en(up, unit)] : [])].join(' or ')}.`,
    field: 'qty',
  },
  PICKS_EXCEED_ASKED: {
    vi: ({ asked, picked, unit }) =>
      `Đã chọn ${vi(picked, unit)}, nhiều hơn số cần mua ${vi(asked, unit)}. Hãy giảm, hoặc xác nhận mua vượt.`,
    en: ({ asked, picked, unit }) =>
      `${en(picked, unit)} are chosen, more than the ${en(asked, unit)} asked for. Choose less, or confirm that you buy more.`,
    field: 'qty',
  },
  PICKS_MISSING: { vi: () => 'Hãy chọn ít nhất một báo giá.', en: () => 'Choose at least one offer.', field: 'picks' },
  PICKS_TOO_MANY: { vi: ({ max }) => `Chọn tối đa ${max} dòng.`, en: ({ max }) => `At most ${max} lines.`, field: 'picks' },
  AWARD_STATE: {
    vi: ({ status }) =>
      status === 'AWARDED' ? 'Yêu cầu này đã được chọn báo giá. Hãy tải lại trang.' : 'Yêu cầu này không còn chọn báo giá được.',
    en: ({ status }) =>
      status === 'AWARDED' ? 'This request has been awarded already. Reload the page.' : 'This request cannot be awarded.',
  },
  AWARD_PENDING: {
    vi: () => 'Đã có đề nghị đang chờ quản lý duyệt. Hãy chờ duyệt hoặc nhờ trả lại.',
    en: () => 'A choice waits for the manager already. Wait for it or ask to have it returned.',
  },
  AWARD_NOT_PENDING: {
    vi: () => 'Đề nghị này không còn chờ duyệt. Hãy tải lại trang.',
    en: () => 'This choice does not wait for approval any more. Reload the page.',
  },
  SAME_PERSON: {
    vi: () => 'Người đề nghị không tự duyệt được.',
    en: () => 'Nobody approves what they proposed themselves.',
  },
  AWARD_NOTE_TOO_LONG: {
    vi: ({ max }) => `Ghi chú dài quá ${max} chữ cái.`,
    en: ({ max }) => `The note is longer than ${max} characters.`,
    field: 'note',
  },
  REASON_MISSING: { vi: () => 'Hãy ghi lý do trả lại.', en: () => 'Say why it is returned.', field: 'reason' },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài quá ${max} chữ cái.`,
    en: ({ max }) => `The reason is longer than ${max} characters.`,
    field: 'reason',
  },
  LIMIT_NOT_VALID: {
    vi: () => 'Hạn mức là số đồng lớn hơn 0, hoặc để trống.',
    en: () => 'The limit is an amount above zero, or empty.',
    field: 'awardLimit',
  },
};
