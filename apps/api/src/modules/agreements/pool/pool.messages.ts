import { formatQuantity, type Quantity, type ShareTermsRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

type Unit = { readonly unit: string };

export type PoolRefusal =
  | Exclude<ShareTermsRefusal, { code: 'SHARE_NOT_WHOLE_CASES' }>
  | ({ readonly code: 'SHARE_NOT_WHOLE_CASES'; readonly caseSize: Quantity } & Unit)
  | ({ readonly code: 'SHARES_ABOVE_LINE'; readonly line: Quantity; readonly shares: Quantity } & Unit)
  | { readonly code: 'POOL_LINE_NOT_IN_FORCE' }
  | { readonly code: 'POOL_LEAD_UNKNOWN' }
  | { readonly code: 'POOL_BUYER_UNKNOWN' }
  | { readonly code: 'POOL_THERE_ALREADY' }
  | { readonly code: 'POOL_CLOSED' }
  | { readonly code: 'POOL_SHARES_MISSING' }
  | { readonly code: 'POOL_MEMBER_UNKNOWN' }
  | { readonly code: 'POOL_MEMBER_TWICE' }
  | { readonly code: 'POOL_MEMBER_COMMITTED' }
  | { readonly code: 'SHARE_NOT_OPEN' }
  | { readonly code: 'SHARE_LATE' }
  | { readonly code: 'SHARE_PRODUCT_MISSING' }
  | ({ readonly code: 'SHARE_PRODUCT_NOT_FITTING'; readonly caseSize: Quantity } & Unit)
  | { readonly code: 'SHARE_REASON_MISSING' }
  | { readonly code: 'POOL_TEXT_TOO_LONG'; readonly max: number }
  | { readonly code: 'POOL_NOBODY_TO_AGREE' };

export const poolMessages: Messages<PoolRefusal> = {
  SHARE_TARGET_NOT_POSITIVE: {
    vi: () => 'Phần cam kết phải lớn hơn 0.',
    en: () => 'The promised part must be above 0.',
    field: 'targetQty',
  },
  SHARE_MAX_BELOW_TARGET: {
    vi: () => 'Mức tối đa không được thấp hơn phần cam kết.',
    en: () => 'The maximum is not below the promised part.',
    field: 'maxQty',
  },
  SHARE_WEEK_NOT_POSITIVE: {
    vi: () => 'Mức tối đa mỗi tuần phải lớn hơn 0, hoặc bỏ trống nếu không giới hạn.',
    en: () => 'The maximum of a week is above 0, or empty where there is none.',
    field: 'weeklyMax',
  },
  SHARE_NOT_WHOLE_CASES: {
    vi: ({ caseSize, unit }) => `Phần góp tính theo cả kiện ${formatQuantity(caseSize, unit, 'vi')}. Hãy ghi bội số của kiện.`,
    en: ({ caseSize, unit }) => `Shares are whole cases of ${formatQuantity(caseSize, unit, 'en')}. Give a multiple.`,
    field: 'targetQty',
  },
  SHARE_PRIORITY_UNKNOWN: {
    vi: ({ lowest }) => `Thứ tự ưu tiên từ 1 đến ${lowest}; số nhỏ nhận hàng trước.`,
    en: ({ lowest }) => `The priority is 1 to ${lowest}; lower goes first.`,
    field: 'priority',
  },
  SHARES_ABOVE_LINE: {
    vi: ({ line, shares, unit }) =>
      `Các phần cộng lại ${formatQuantity(shares, unit, 'vi')}, vượt dòng hàng ${formatQuantity(line, unit, 'vi')}. Hãy giảm một phần.`,
    en: ({ line, shares, unit }) =>
      `The parts add up to ${formatQuantity(shares, unit, 'en')}, above the line of ${formatQuantity(line, unit, 'en')}. Lower a part.`,
    field: 'targetQty',
  },
  POOL_LINE_NOT_IN_FORCE: {
    vi: () => 'Chỉ lập nhóm cung ứng cho dòng hàng của biên bản đã ký hoặc hợp đồng chưa kết thúc.',
    en: () => 'A pool is made for a line of a signed memorandum or of a contract that has not ended.',
  },
  POOL_LEAD_UNKNOWN: {
    vi: () => 'Đơn vị đầu mối phải là một bên bán của dòng hàng này. Hãy chọn bên bán.',
    en: () => 'The lead must be a seller of this line. Choose the seller.',
    field: 'leadOrgId',
  },
  POOL_BUYER_UNKNOWN: {
    vi: () => 'Dòng hàng phải có đúng một bên mua để lập nhóm cung ứng. Hãy lập nhóm ở hợp đồng với từng bên mua.',
    en: () => 'The line needs exactly one buyer. Make the pool at the contract with each buyer.',
  },
  POOL_THERE_ALREADY: {
    vi: () => 'Dòng hàng này đã có nhóm cung ứng. Hãy mời thêm ở trang của nhóm.',
    en: () => 'This line has a pool already. Invite more members on its page.',
  },
  POOL_CLOSED: {
    vi: () => 'Nhóm cung ứng này đã kết thúc.',
    en: () => 'This pool has ended.',
  },
  POOL_SHARES_MISSING: {
    vi: () => 'Hãy đề nghị ít nhất một phần góp.',
    en: () => 'Offer at least one share.',
    field: 'shares',
  },
  POOL_MEMBER_UNKNOWN: {
    vi: () => 'Hãy chọn một HTX, tổ hợp tác, liên hiệp HTX hoặc hộ kinh doanh đang hoạt động trên sàn.',
    en: () => 'Choose a cooperative, group, union or household business that is active here.',
    field: 'memberOrgId',
  },
  POOL_MEMBER_TWICE: {
    vi: () => 'Mỗi đơn vị chỉ có một phần trong nhóm.',
    en: () => 'Each member has one share.',
    field: 'memberOrgId',
  },
  POOL_MEMBER_COMMITTED: {
    vi: () => 'Đơn vị này đang có lời mời hoặc phần đã nhận trong nhóm. Hãy cho thôi phần cũ trước.',
    en: () => 'This member has an offer or a committed share. Release that one first.',
    field: 'memberOrgId',
  },
  SHARE_NOT_OPEN: {
    vi: () => 'Phần góp này không còn chờ trả lời. Hãy tải lại trang.',
    en: () => 'This share does not wait for an answer any more. Reload the page.',
  },
  SHARE_LATE: {
    vi: () => 'Hạn trả lời đã qua. Hãy nhờ đơn vị đầu mối mời lại.',
    en: () => 'The time to answer has passed. Ask the lead to offer it again.',
  },
  SHARE_PRODUCT_MISSING: {
    vi: () => 'Hãy chọn sản phẩm của đơn vị sẽ giao cho phần này.',
    en: () => 'Choose the product of yours that you will deliver.',
    field: 'productId',
  },
  SHARE_PRODUCT_NOT_FITTING: {
    vi: ({ caseSize, unit }) =>
      `Sản phẩm phải đang bán, tính theo ${unit}, và có quy cách đóng vừa kiện ${formatQuantity(caseSize, unit, 'vi')}.`,
    en: ({ caseSize, unit }) =>
      `The product must be on sale, counted in ${unit}, with a pack that fills a case of ${formatQuantity(caseSize, unit, 'en')}.`,
    field: 'productId',
  },
  SHARE_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để các bên hiểu.',
    en: () => 'Say why, so that the others understand.',
    field: 'reason',
  },
  POOL_TEXT_TOO_LONG: {
    vi: ({ max }) => `Viết tối đa ${max} ký tự.`,
    en: ({ max }) => `At most ${max} characters.`,
    field: 'reason',
  },
  POOL_NOBODY_TO_AGREE: {
    vi: () => 'Chưa có phần góp mới nào chờ bên mua chấp thuận.',
    en: () => 'No new share waits for the buyer to agree.',
  },
};
