import {
  type CallOffBar,
  type DeliveryDayRefusal,
  formatDateVi,
  formatInstantVi,
  formatQuantity,
  formatVnd,
  type LineChangeRefusal,
  type Quantity,
  type SlotRefusal,
} from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import { callOffMessages } from '../agreements/index.js';
import { holdMessages, type HoldRefusal } from '../catalog/index.js';

export type OrderRefusal =
  | HoldRefusal
  | { readonly code: 'SELLER_NOT_ACTIVE' }
  | { readonly code: 'BUYER_NOT_ACTIVE' }
  | { readonly code: 'SELLER_IS_BUYER' }
  | { readonly code: 'LOCATION_NOT_YOURS' }
  | { readonly code: 'DELIVERY_DATE_PAST'; readonly today: string }
  | { readonly code: 'DELIVERY_OUTSIDE_CONTRACT'; readonly from: string; readonly to: string }
  | DeliveryDayRefusal
  | { readonly code: 'ORDER_BELOW_MINIMUM'; readonly minimum: bigint; readonly missing: bigint; readonly route: string }
  | { readonly code: 'CANCEL_NEEDS_CONSENT'; readonly at: Date }
  | { readonly code: 'CHANGE_OPEN' }
  | { readonly code: 'CHANGE_DECIDED' }
  | Exclude<LineChangeRefusal, { code: 'CHANGE_NOT_MORE' } | { code: 'CHANGE_BELOW_DISPATCHED' }>
  | { readonly code: 'CHANGE_NOT_MORE'; readonly confirmed: Quantity; readonly unit: string }
  | { readonly code: 'CHANGE_BELOW_DISPATCHED'; readonly dispatched: Quantity; readonly unit: string }
  | { readonly code: 'LINE_IS_POOLED' }
  | CallOffBar
  | { readonly code: 'CONTRACT_OF_ANOTHER_SELLER' }
  | { readonly code: 'LINES_MISSING' }
  | { readonly code: 'LINES_TOO_MANY'; readonly max: number }
  | { readonly code: 'SELLERS_TOO_MANY'; readonly max: number }
  | { readonly code: 'NOTE_TOO_LONG'; readonly max: number }
  | { readonly code: 'PO_NUMBER_TOO_LONG'; readonly max: number }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'TOTAL_TOO_LARGE' }
  | { readonly code: 'PRODUCT_NOT_ORDERABLE' }
  | { readonly code: 'VARIANT_UNKNOWN' }
  | { readonly code: 'WINDOW_NOT_AN_HOUR' }
  | SlotRefusal
  | { readonly code: 'COST_CENTER_TOO_LONG'; readonly max: number }
  | { readonly code: 'CONTRACT_LINE_UNKNOWN' }
  | { readonly code: 'QUANTITY_NOT_POSITIVE' }
  | {
      readonly code: 'PACK_MULTIPLE';
      readonly packSize: Quantity;
      readonly down: Quantity | null;
      readonly up: Quantity;
      readonly unit: string;
    }
  | { readonly code: 'BELOW_MOQ'; readonly moq: Quantity; readonly suggested: Quantity; readonly unit: string }
  | { readonly code: 'NO_PRICE' }
  | { readonly code: 'VAT_RULE_MISSING' }
  | { readonly code: 'OVER_CALL'; readonly requested: Quantity; readonly remaining: Quantity; readonly unit: string }
  | { readonly code: 'ORDER_NOT_OPEN'; readonly action: string }
  | { readonly code: 'LINE_UNKNOWN' }
  | { readonly code: 'LINE_ANSWERED_TWICE' }
  | { readonly code: 'LINES_NOT_ANSWERED'; readonly lineNos: readonly number[] }
  | { readonly code: 'ANSWER_QUANTITY_MISSING' }
  | { readonly code: 'ANSWER_DATE_MISSING' }
  | { readonly code: 'ANSWER_DATE_PAST'; readonly today: string }
  | { readonly code: 'ANSWER_REASON_MISSING' }
  | { readonly code: 'ANSWER_NOT_POSITIVE' }
  | { readonly code: 'ANSWER_EXCEEDS_ORDERED'; readonly ordered: Quantity; readonly unit: string }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'LINK_TOO_LATE' }
  | { readonly code: 'LINK_OTHER_CONTRACT' }
  | { readonly code: 'LINK_NOTHING_FITS' }
  | { readonly code: 'GOODS_ON_THE_ROAD'; readonly shipments: number };

const vi = (qty: Quantity, unit: string) => formatQuantity(qty, unit, 'vi');
const en = (qty: Quantity, unit: string) => formatQuantity(qty, unit, 'en');
const list = (numbers: readonly number[]) => numbers.slice(0, 10).join(', ') + (numbers.length > 10 ? ' …' : '');

const otherDayVi = (next: string | null) =>
  next ? `Ngày gần nhất nhận được là ${formatDateVi(next)}.` : 'Hãy chọn ngày giao khác.';
const otherDayEn = (next: string | null) => (next ? `The next that will do is ${formatDateVi(next)}.` : 'Choose another day.');

/** What an order allows in each state, for the refusal of anything else. */
const ACTION_VI: Record<string, string> = {
  acknowledge: 'trả lời',
  acceptCounter: 'chấp nhận thay đổi',
  cancel: 'huỷ',
  shortClose: 'đóng phần còn lại',
  dispatch: 'giao hàng',
  change: 'đề nghị thay đổi',
};
const ACTION_EN: Record<string, string> = {
  acknowledge: 'answered',
  acceptCounter: 'accepted as changed',
  cancel: 'cancelled',
  shortClose: 'closed short',
  dispatch: 'dispatched',
  change: 'changed',
};

export const orderMessages: Messages<OrderRefusal> = {
  ...holdMessages,
  SELLER_NOT_ACTIVE: {
    vi: () => 'Bên bán này hiện không nhận đơn. Hãy chọn bên bán khác hoặc gọi Liên minh Hợp tác xã.',
    en: () => 'This seller does not take orders now. Choose another one or call the Cooperative Alliance.',
    field: 'sellerOrgId',
  },
  BUYER_NOT_ACTIVE: {
    vi: () => 'Đơn vị của bạn chưa được hoạt động trên sàn. Hãy gọi Liên minh Hợp tác xã.',
    en: () => 'Your organization is not active here. Call the Cooperative Alliance.',
  },
  SELLER_IS_BUYER: {
    vi: () => 'Không thể tự đặt hàng của chính đơn vị mình.',
    en: () => 'An organization cannot order from itself.',
    field: 'sellerOrgId',
  },
  LOCATION_NOT_YOURS: {
    vi: () => 'Hãy chọn nơi nhận trong danh sách điểm nhận hàng của đơn vị bạn.',
    en: () => 'Choose a place from the locations of your organization.',
    field: 'deliveryLocationId',
  },
  DELIVERY_DATE_PAST: {
    vi: ({ today }) => `Ngày giao đã qua. Hãy chọn từ ${formatDateVi(today)} trở đi.`,
    en: ({ today }) => `The delivery date has passed. Choose ${today} or later.`,
    field: 'requestedOn',
  },
  DELIVERY_OUTSIDE_CONTRACT: {
    vi: ({ from, to }) => `Ngày giao phải nằm trong thời hạn hợp đồng, từ ${formatDateVi(from)} đến ${formatDateVi(to)}.`,
    en: ({ from, to }) => `The delivery date must lie within the contract, from ${from} to ${to}.`,
    field: 'requestedOn',
  },
  SELLER_CLOSED: {
    vi: ({ from, to, message, next }) =>
      `Bên bán nghỉ từ ${formatDateVi(from)} đến ${formatDateVi(to)} (${message}). ${otherDayVi(next)}`,
    en: ({ from, to, message, next }) =>
      `The seller is closed from ${formatDateVi(from)} to ${formatDateVi(to)} (${message}). ${otherDayEn(next)}`,
    field: 'requestedOn',
  },
  NOT_A_DELIVERY_DAY: {
    vi: ({ next }) => `Bên bán không giao vào thứ này trong tuần. ${otherDayVi(next)}`,
    en: ({ next }) => `The seller does not deliver on this day of the week. ${otherDayEn(next)}`,
    field: 'requestedOn',
  },
  HOLIDAY: {
    vi: ({ name, next }) => `Ngày này nghỉ lễ (${name}). ${otherDayVi(next)}`,
    en: ({ name, next }) => `A public holiday (${name}). ${otherDayEn(next)}`,
    field: 'requestedOn',
  },
  CUT_OFF_PASSED: {
    vi: ({ at, next }) => `Đã quá giờ chốt đơn cho ngày này (${formatInstantVi(at)}). ${otherDayVi(next)}`,
    en: ({ at, next }) => `Ordering for this day ended (${formatInstantVi(at)}). ${otherDayEn(next)}`,
    field: 'requestedOn',
  },
  ORDER_BELOW_MINIMUM: {
    vi: ({ minimum, missing, route }) =>
      `Tuyến ${route} nhận đơn từ ${formatVnd(minimum)}. Hãy đặt thêm ${formatVnd(missing)}, hoặc đặt theo hợp đồng.`,
    en: ({ minimum, missing, route }) =>
      `The route ${route} takes orders from ${formatVnd(minimum)}. Add ${formatVnd(missing)}, or order under a contract.`,
    field: 'lines',
  },
  CANCEL_NEEDS_CONSENT: {
    vi: ({ at }) => `Đã quá giờ chốt (${formatInstantVi(at)}). Hãy gửi đề nghị hủy; đơn hủy khi bên bán đồng ý.`,
    en: ({ at }) =>
      `The cut-off has passed (${formatInstantVi(at)}). Propose the cancellation; it holds once the seller consents.`,
  },
  CHANGE_OPEN: {
    vi: () => 'Đơn đang có một đề nghị chờ trả lời. Hãy trả lời hoặc rút đề nghị đó trước.',
    en: () => 'A proposal waits for an answer already. Answer or withdraw it first.',
  },
  CHANGE_DECIDED: {
    vi: () => 'Đề nghị này đã được trả lời hoặc đã rút. Hãy tải lại trang.',
    en: () => 'This proposal was answered or withdrawn. Reload the page.',
  },
  CHANGE_NOTHING: {
    vi: () => 'Dòng này không có gì thay đổi. Hãy ghi số lượng hoặc ngày khác.',
    en: () => 'Nothing changes on this line. Enter another quantity or day.',
    field: 'qty',
  },
  CHANGE_NOT_MORE: {
    vi: ({ confirmed, unit }) => `Chỉ giảm được so với ${vi(confirmed, unit)} đã xác nhận. Muốn thêm, hãy đặt đơn mới.`,
    en: ({ confirmed, unit }) => `No more than the confirmed ${en(confirmed, unit)}. Place a new order for more.`,
    field: 'qty',
  },
  CHANGE_BELOW_DISPATCHED: {
    vi: ({ dispatched, unit }) => `Đã giao đi ${vi(dispatched, unit)}; không giảm dưới số đó được.`,
    en: ({ dispatched, unit }) => `${en(dispatched, unit)} have left already; it cannot be less.`,
    field: 'qty',
  },
  CHANGE_DATE_PAST: {
    vi: ({ today }) => `Ngày mới đã qua. Hãy chọn từ ${formatDateVi(today)} trở đi.`,
    en: ({ today }) => `The new day has passed. Choose ${today} or later.`,
    field: 'on',
  },
  LINE_IS_POOLED: {
    vi: () => 'Dòng này do nhiều HTX cùng cung ứng. Hãy gọi hàng ở trang nhóm cung ứng để hệ thống chia cho từng HTX.',
    en: () => 'Several cooperatives supply this line. Call it off on the page of the pool, which divides it among them.',
  },
  ...callOffMessages,
  CONTRACT_OF_ANOTHER_SELLER: {
    vi: () => 'Hợp đồng này không phải giữa đơn vị bạn và bên bán đã chọn.',
    en: () => 'This contract is not between your organization and the chosen seller.',
    field: 'contractId',
  },
  LINES_MISSING: { vi: () => 'Đơn hàng cần ít nhất một dòng.', en: () => 'An order needs at least one line.', field: 'lines' },
  LINES_TOO_MANY: {
    vi: ({ max }) => `Một đơn có tối đa ${max} dòng. Hãy chia thành nhiều đơn.`,
    en: ({ max }) => `An order has at most ${max} lines. Split it.`,
    field: 'lines',
  },
  SELLERS_TOO_MANY: {
    vi: ({ max }) => `Một phiếu có tối đa ${max} bên bán. Hãy chia thành nhiều phiếu.`,
    en: ({ max }) => `A sheet has at most ${max} sellers. Split it.`,
    field: 'lines',
  },
  NOTE_TOO_LONG: {
    vi: ({ max }) => `Ghi chú dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A note has at most ${max} characters.`,
    field: 'note',
  },
  PO_NUMBER_TOO_LONG: {
    vi: ({ max }) => `Số đơn của bên mua dài tối đa ${max} ký tự.`,
    en: ({ max }) => `The buyer's number has at most ${max} characters.`,
    field: 'buyerPoNo',
  },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A reason has at most ${max} characters.`,
    field: 'reason',
  },
  TOTAL_TOO_LARGE: {
    vi: () => 'Tổng tiền vượt mức hệ thống ghi được. Hãy kiểm tra lại số lượng.',
    en: () => 'The total is larger than can be recorded. Check the quantities.',
    field: 'lines',
  },
  PRODUCT_NOT_ORDERABLE: {
    vi: () => 'Sản phẩm này không có trong danh mục đang bán của bên bán. Hãy bỏ dòng này.',
    en: () => 'This product is not on sale by the seller. Remove the line.',
    field: 'productId',
  },
  VARIANT_UNKNOWN: {
    vi: () => 'Sản phẩm không có loại hoặc quy cách này. Hãy chọn lại trong danh sách.',
    en: () => 'The product has no such grade or pack. Choose one from the list.',
    field: 'packId',
  },
  WINDOW_NOT_AN_HOUR: {
    vi: () => 'Giờ nhận ghi dạng 06:00, hoặc để trống.',
    en: () => 'Write the hour as 06:00, or leave it empty.',
    field: 'windowFrom',
  },
  WINDOW_INCOMPLETE: {
    vi: () => 'Hãy ghi cả giờ đầu và giờ cuối, hoặc để trống cả hai.',
    en: () => 'Give both hours or neither.',
    field: 'windowFrom',
  },
  WINDOW_NOT_RISING: {
    vi: () => 'Giờ đầu phải trước giờ cuối.',
    en: () => 'The first hour must be before the last.',
    field: 'windowFrom',
  },
  COST_CENTER_TOO_LONG: {
    vi: ({ max }) => `Mã chi phí dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A cost center has at most ${max} characters.`,
    field: 'costCenter',
  },
  CONTRACT_LINE_UNKNOWN: {
    vi: () => 'Dòng này không thuộc hợp đồng đã chọn. Hãy tải lại bảng đặt hàng.',
    en: () => 'This line does not belong to the chosen contract. Reload the order pad.',
    field: 'contractLineId',
  },
  QUANTITY_NOT_POSITIVE: { vi: () => 'Số lượng phải lớn hơn 0.', en: () => 'The quantity must be above zero.', field: 'qty' },
  PACK_MULTIPLE: {
    vi: ({ packSize, down, up, unit }) =>
      `Số lượng phải chẵn kiện ${vi(packSize, unit)}. Hãy đặt ${down ? `${vi(down, unit)} hoặc ` : ''}${vi(up, unit)}.`,
    en: ({ packSize, down, up, unit }) =>
      `Order whole packs of ${en(packSize, unit)}: ${down ? `${en(down, unit)} or ` : ''}${en(up, unit)}.`,
    field: 'qty',
  },
  BELOW_MOQ: {
    vi: ({ moq, suggested, unit }) => `Đặt tối thiểu ${vi(moq, unit)}. Hãy đặt ${vi(suggested, unit)}.`,
    en: ({ moq, suggested, unit }) => `The minimum is ${en(moq, unit)}. Order ${en(suggested, unit)}.`,
    field: 'qty',
  },
  NO_PRICE: {
    vi: () => 'Sản phẩm này chưa có giá. Hãy gọi bên bán, hoặc bỏ dòng này.',
    en: () => 'This product has no price yet. Call the seller or remove the line.',
    field: 'productId',
  },
  VAT_RULE_MISSING: {
    vi: () => 'Chưa có quy định thuế cho loại hàng này. Hãy báo Liên minh Hợp tác xã.',
    en: () => 'No VAT rule is recorded for these goods. Tell the Cooperative Alliance.',
    field: 'productId',
  },
  OVER_CALL: {
    vi: ({ remaining, unit }) =>
      remaining.isPositive
        ? `Hợp đồng chỉ còn ${vi(remaining, unit)}. Hãy giảm số lượng hoặc thoả thuận thêm.`
        : 'Hợp đồng đã được gọi hết. Hãy bỏ dòng này hoặc thoả thuận thêm.',
    en: ({ remaining, unit }) =>
      remaining.isPositive
        ? `The contract has ${en(remaining, unit)} left. Order less or agree on more.`
        : 'The contract is used up. Remove the line or agree on more.',
    field: 'qty',
  },
  ORDER_NOT_OPEN: {
    vi: ({ action }) => `Đơn hàng ở trạng thái này không thể ${ACTION_VI[action] ?? action} nữa. Hãy tải lại trang.`,
    en: ({ action }) => `In its present state the order cannot be ${ACTION_EN[action] ?? action}. Reload the page.`,
  },
  LINE_UNKNOWN: {
    vi: () => 'Dòng này không thuộc đơn hàng. Hãy tải lại trang.',
    en: () => 'This line is not of the order. Reload the page.',
    field: 'lineId',
  },
  LINE_ANSWERED_TWICE: {
    vi: () => 'Dòng này được trả lời hai lần. Hãy giữ lại một câu trả lời.',
    en: () => 'This line is answered twice. Keep one answer.',
    field: 'lineId',
  },
  LINES_NOT_ANSWERED: {
    vi: ({ lineNos }) => `Hãy trả lời mọi dòng; còn thiếu dòng ${list(lineNos)}.`,
    en: ({ lineNos }) => `Answer every line; still missing: ${list(lineNos)}.`,
    field: 'lines',
  },
  ANSWER_QUANTITY_MISSING: {
    vi: () => 'Hãy ghi số lượng giao được.',
    en: () => 'Enter the quantity you can deliver.',
    field: 'qty',
  },
  ANSWER_DATE_MISSING: { vi: () => 'Hãy chọn ngày giao được.', en: () => 'Choose the day you can deliver.', field: 'promisedOn' },
  ANSWER_DATE_PAST: {
    vi: ({ today }) => `Ngày giao đã qua. Hãy chọn từ ${formatDateVi(today)} trở đi.`,
    en: ({ today }) => `This day has passed. Choose ${today} or later.`,
    field: 'promisedOn',
  },
  ANSWER_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do, để bên mua biết và tính tiếp.',
    en: () => 'Give a reason, so that the buyer can plan on.',
    field: 'reason',
  },
  ANSWER_NOT_POSITIVE: {
    vi: () => 'Số lượng phải lớn hơn 0. Nếu không giao được, hãy chọn từ chối.',
    en: () => 'The quantity must be above zero. Choose refuse when you cannot deliver.',
    field: 'qty',
  },
  ANSWER_EXCEEDS_ORDERED: {
    vi: ({ ordered, unit }) => `Không xác nhận nhiều hơn số đặt (${vi(ordered, unit)}).`,
    en: ({ ordered, unit }) => `No more than ordered (${en(ordered, unit)}) can be confirmed.`,
    field: 'qty',
  },
  REASON_MISSING: { vi: () => 'Hãy ghi lý do để bên kia biết.', en: () => 'Give a reason for the other side.', field: 'reason' },
  LINK_TOO_LATE: {
    vi: () => 'Đơn đã giao hàng hoặc đã kết thúc, không gắn vào hợp đồng hay biên bản được nữa.',
    en: () => 'Goods have left or the order has ended; it can no longer be linked to an agreement.',
  },
  LINK_OTHER_CONTRACT: {
    vi: () => 'Đơn này đã thuộc một hợp đồng khác. Hãy chọn chính hợp đồng đó hoặc biên bản ghi nhớ.',
    en: () => 'The order belongs to another contract. Choose that one, or a memorandum.',
  },
  LINK_NOTHING_FITS: {
    vi: () =>
      'Không có dòng nào gắn được: mặt hàng, đơn vị tính, ngày giao hoặc số lượng còn lại của thoả thuận không khớp. Hãy tải lại để xem.',
    en: () => 'No line fits: product, unit, day or the quantity left of the agreement. Reload to see what does.',
  },
  GOODS_ON_THE_ROAD: {
    vi: ({ shipments }) => `Còn ${shipments} chuyến hàng đang giao. Hãy nhận hàng xong rồi đóng đơn.`,
    en: ({ shipments }) => `${shipments} shipments are on the road. Receive them before you close the order.`,
  },
};
