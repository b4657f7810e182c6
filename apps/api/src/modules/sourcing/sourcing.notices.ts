import { declareNotice, type Notice, sendNotice } from '../../platform/notices/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

export type RfqFacts = { readonly rfqId: string; readonly number: string; readonly title: string };

type Words = (rfq: string, from: string) => string;

const SIDE = {
  seller: ['SELLER_STAFF', 'SELLER_DIRECTOR'],
  buyer: ['BUYER', 'BUYER_MANAGER'],
} as const;

/** A member of a pool was perhaps not invited to the request itself. */
const OF_MEMBERS = new Set(['rfq.share-asked', 'rfq.share-awarded']);

/** A member of a pool knows the goods, not the request's number. */
const nameOf = (number: string, title: string): string => (number ? `${number} “${title}”` : `“${title}”`);

const rfqNotice = (kind: string, side: keyof typeof SIDE, vi: Words, en: Words): Notice<RfqFacts> =>
  declareNotice<RfqFacts>({
    kind,
    group: 'SOURCING',
    to: SIDE[side],
    vi: ({ number, title }, from) => vi(nameOf(number, title), from),
    en: ({ number, title }, from) => en(nameOf(number, title), from),
    link: ({ rfqId }) => (OF_MEMBERS.has(kind) ? '/rfqs/shares' : `/rfqs/${rfqId}`),
  });

/** Every change of a request or a quote that the other side must know. */
export const RFQ_NOTICES = {
  received: rfqNotice(
    'rfq.received',
    'seller',
    (rfq, from) => `${from} hỏi giá quý đơn vị: ${rfq}. Hãy báo giá trước hạn, hoặc trả lời không báo giá được.`,
    (rfq, from) => `${from} asks you for a price: ${rfq}. Quote before the deadline, or say that you cannot.`,
  ),
  extended: rfqNotice(
    'rfq.extended',
    'seller',
    (rfq, from) => `${from} gia hạn nhận báo giá ${rfq}.`,
    (rfq, from) => `${from} extended the deadline of ${rfq}.`,
  ),
  cancelled: rfqNotice(
    'rfq.cancelled',
    'seller',
    (rfq, from) => `${from} đã huỷ yêu cầu báo giá ${rfq}.`,
    (rfq, from) => `${from} cancelled the request ${rfq}.`,
  ),
  deadlineForSeller: rfqNotice(
    'rfq.deadline-seller',
    'seller',
    (rfq) => `Còn 24 giờ để báo giá ${rfq}.`,
    (rfq) => `24 hours are left to quote ${rfq}.`,
  ),
  deadlineForBuyer: rfqNotice(
    'rfq.deadline-buyer',
    'buyer',
    (rfq) => `Còn 24 giờ là hết hạn nhận báo giá ${rfq}.`,
    (rfq) => `${rfq} closes for quotes in 24 hours.`,
  ),
  declined: rfqNotice(
    'rfq.declined',
    'buyer',
    (rfq, from) => `${from} không báo giá được ${rfq}. Lý do ghi trong yêu cầu.`,
    (rfq, from) => `${from} cannot quote ${rfq}. The reason stands in the request.`,
  ),
  messageToBuyer: rfqNotice(
    'rfq.message-buyer',
    'buyer',
    (rfq, from) => `${from} nhắn tin về ${rfq}.`,
    (rfq, from) => `${from} wrote about ${rfq}.`,
  ),
  messageToSeller: rfqNotice(
    'rfq.message-seller',
    'seller',
    (rfq, from) => `${from} nhắn tin về ${rfq}.`,
    (rfq, from) => `${from} wrote about ${rfq}.`,
  ),
  quoted: rfqNotice(
    'quote.sent',
    'buyer',
    (rfq, from) => `${from} đã báo giá ${rfq}.`,
    (rfq, from) => `${from} quoted ${rfq}.`,
  ),
  revised: rfqNotice(
    'quote.revised',
    'buyer',
    (rfq, from) => `${from} vừa sửa báo giá ${rfq}.`,
    (rfq, from) => `${from} revised the quote for ${rfq}.`,
  ),
  held: rfqNotice(
    'quote.held',
    'buyer',
    (rfq, from) => `${from} giữ nguyên báo giá ${rfq}.`,
    (rfq, from) => `${from} holds the quote for ${rfq}.`,
  ),
  withdrawn: rfqNotice(
    'quote.withdrawn',
    'buyer',
    (rfq, from) => `${from} đã rút báo giá ${rfq}.`,
    (rfq, from) => `${from} withdrew the quote for ${rfq}.`,
  ),
  countered: rfqNotice(
    'quote.countered',
    'seller',
    (rfq, from) => `${from} đề nghị giá hoặc số lượng khác cho ${rfq}. Đến lượt quý đơn vị sửa hoặc giữ báo giá.`,
    (rfq, from) => `${from} proposes another price or quantity for ${rfq}. Revise or hold your quote.`,
  ),
  rejected: rfqNotice(
    'quote.rejected',
    'seller',
    (rfq, from) => `${from} chưa chọn báo giá của quý đơn vị cho ${rfq}. Cảm ơn quý đơn vị đã báo giá.`,
    (rfq, from) => `${from} did not choose your quote for ${rfq}. Thank you for quoting.`,
  ),
  awarded: rfqNotice(
    'quote.awarded',
    'seller',
    (rfq, from) => `${from} đã chọn báo giá của quý đơn vị cho ${rfq}.`,
    (rfq, from) => `${from} chose your quote for ${rfq}.`,
  ),
  notAwarded: rfqNotice(
    'quote.not-awarded',
    'seller',
    (rfq, from) => `${from} đã chọn báo giá khác cho ${rfq}. Cảm ơn quý đơn vị, hẹn lần sau.`,
    (rfq, from) => `${from} chose another quote for ${rfq}. Thank you, until the next time.`,
  ),
  awardToApprove: rfqNotice(
    'award.proposed',
    'buyer',
    (rfq) => `Có đề nghị chọn báo giá ${rfq} vượt hạn mức, chờ quản lý duyệt.`,
    (rfq) => `A choice for ${rfq} is above the limit and waits for a manager.`,
  ),
  directorAwaited: rfqNotice(
    'quote.awaits-director',
    'seller',
    (rfq) => `Báo giá ${rfq} đã soạn xong, chờ giám đốc gửi.`,
    (rfq) => `The quote for ${rfq} is prepared and waits for the director.`,
  ),
  shareAsked: rfqNotice(
    'rfq.share-asked',
    'seller',
    (rfq, from) => `${from} mời quý đơn vị góp hàng cho ${rfq}. Hãy trả lời số lượng và giá thấp nhất.`,
    (rfq, from) => `${from} asks you for a share of ${rfq}. Answer with a quantity and your lowest price.`,
  ),
  shareAwarded: rfqNotice(
    'rfq.share-awarded',
    'seller',
    (rfq, from) => `${from} đã chọn báo giá chung ${rfq}. Xem phần hàng của quý đơn vị.`,
    (rfq, from) => `${from} chose the joint quote for ${rfq}. See your share.`,
  ),
  shareAnswered: rfqNotice(
    'rfq.share-answered',
    'seller',
    (rfq, from) => `${from} đã trả lời lời mời góp hàng cho ${rfq}.`,
    (rfq, from) => `${from} answered your call for a share of ${rfq}.`,
  ),
};

interface Told {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Tells one organization; the same key reaches a person once. */
export const tellRfq = (tx: Tx, notice: Notice<RfqFacts>, orgId: string, rfq: Told, key: string): Promise<void> =>
  sendNotice(tx, notice, { orgId, facts: { rfqId: rfq.id, number: rfq.number, title: rfq.title }, key });
