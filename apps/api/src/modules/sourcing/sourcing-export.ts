import { Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
  namesOf,
  oneOf,
} from '../../platform/spreadsheets/index.js';
import { ComparisonQueries } from './award/comparison.queries.js';
import type { ComparisonCellView, ComparisonColumnView, ComparisonLineView } from './award/comparison.view.js';
import { DemandQueries } from './demand/demand.queries.js';
import { DEMAND_STATES, type DemandPostView, PRODUCT_GROUPS } from './demand/demand.view.js';
import { RfqQueries } from './rfq/rfq.queries.js';
import { RFQ_SIDES, RFQ_STATES, type RfqSummaryView } from './rfq/rfq.view.js';

const RFQ_STATUS: Labels = {
  DRAFT: { vi: 'Bản nháp', en: 'Draft' },
  OPEN: { vi: 'Đang nhận báo giá', en: 'Open for quotes' },
  CLOSED: { vi: 'Đã hết hạn nhận', en: 'Closed' },
  AWARDED: { vi: 'Đã chọn báo giá', en: 'Awarded' },
  CANCELLED: { vi: 'Đã huỷ', en: 'Cancelled' },
};
const QUOTE_STATUS: Labels = {
  DRAFT: { vi: 'Đang soạn', en: 'In writing' },
  SENT: { vi: 'Đã báo giá', en: 'Quoted' },
  COUNTERED: { vi: 'Đang thương lượng', en: 'In negotiation' },
  ACCEPTED: { vi: 'Được chọn', en: 'Chosen' },
  REJECTED: { vi: 'Không được chọn', en: 'Not chosen' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
  EXPIRED: { vi: 'Hết hiệu lực', en: 'Expired' },
};
const DEMAND_STATUS: Labels = {
  DRAFT: { vi: 'Bản nháp', en: 'Draft' },
  OPEN: { vi: 'Đang mở', en: 'Open' },
  CLOSED: { vi: 'Đã đóng', en: 'Closed' },
  EXPIRED: { vi: 'Hết hạn trả lời', en: 'Past its last day' },
};
const NOT_COMPARABLE: Labels = {
  FREIGHT_UNKNOWN: {
    vi: 'Không so được: chưa có tiền vận chuyển đến nơi nhận.',
    en: 'Not comparable: freight to the place of delivery is missing.',
  },
  UNIT_DIFFERS: { vi: 'Khác đơn vị tính', en: 'Counted in another unit' },
};

const RFQS: readonly ExportColumn<RfqSummaryView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Tên yêu cầu', 'Title', 'TEXT', ({ title }) => title, 44),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(RFQ_STATUS, status, locale)),
  column('Hàng cần mua', 'Goods', 'TEXT', ({ firstLine }) => firstLine, 36),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Hạn báo giá', 'Deadline', 'INSTANT', ({ deadlineAt }) => deadlineAt),
  column('Gửi lúc', 'Sent', 'INSTANT', ({ sentAt }) => sentAt),
  column('Đã mời', 'Asked', 'INTEGER', ({ invitedCount }) => invitedCount),
  column('Đã báo giá', 'Quoted', 'INTEGER', ({ quotedCount }) => quotedCount),
  column('Báo giá của tôi', 'Own quote', 'TEXT', ({ ownQuoteStatus }, locale) => labelOf(QUOTE_STATUS, ownQuoteStatus, locale)),
  demoColumn(),
];

interface QuoteRow {
  readonly line: ComparisonLineView;
  readonly cell: ComparisonCellView;
  readonly quote: ComparisonColumnView;
}
const QUOTES: readonly ExportColumn<QuoteRow>[] = [
  column('Dòng', 'Line', 'INTEGER', ({ line }) => line.lineNo),
  column('Hàng cần mua', 'Goods', 'TEXT', ({ line }) => line.description, 36),
  column('Đơn vị', 'Unit', 'TEXT', ({ line }) => line.baseUnit),
  column('Số lượng hỏi', 'Asked', 'DECIMAL', ({ line }) => line.askedQty),
  column('Bên bán', 'Seller', 'TEXT', ({ quote }) => quote.seller.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ quote }, locale) => labelOf(QUOTE_STATUS, quote.status, locale)),
  column('Lần', 'Revision', 'INTEGER', ({ quote }) => quote.revision),
  column('Hiệu lực đến', 'Valid until', 'DATE', ({ quote }) => quote.validUntil),
  column('Số lượng báo', 'Offered', 'DECIMAL', ({ cell }) => cell.line.offeredQty),
  column('Đơn giá báo (đ)', 'Quoted price (VND)', 'INTEGER', ({ cell }) => cell.line.unitPrice),
  column('Giá so sánh (đ/đơn vị)', 'Comparable price (VND)', 'INTEGER', ({ cell }) => cell.normalizedPrice),
  column('Thấp nhất', 'Lowest', 'TEXT', ({ cell }) => (cell.lowest ? 'x' : null)),
  column(
    'Không so được',
    'Not comparable',
    'TEXT',
    ({ cell }, locale) => labelOf(NOT_COMPARABLE, cell.notComparable, locale),
    44,
  ),
  column('Ghi chú', 'Note', 'TEXT', ({ quote }) => quote.note, 36),
];

const DEMANDS: readonly ExportColumn<DemandPostView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Tên tin', 'Title', 'TEXT', ({ title }) => title, 44),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(DEMAND_STATUS, status, locale)),
  column('Hàng cần mua', 'Goods', 'TEXT', ({ product, productName }) => product?.nameVi ?? productName, 36),
  column('Mỗi tuần', 'Each week', 'DECIMAL', ({ weeklyQty }) => weeklyQty),
  column('Đơn vị', 'Unit', 'TEXT', ({ baseUnit }) => baseUnit),
  column('Từ ngày', 'From', 'DATE', ({ periodFrom }) => periodFrom),
  column('Đến ngày', 'To', 'DATE', ({ periodTo }) => periodTo),
  column('Nơi giao', 'Delivery place', 'TEXT', ({ deliveryPlace }) => deliveryPlace, 36),
  column('Nhận trả lời đến', 'Open until', 'DATE', ({ openUntil }) => openUntil),
  column('Trả lời', 'Answers', 'INTEGER', ({ answerCount }) => answerCount),
  column('Tôi trả lời mỗi tuần', 'Own answer each week', 'DECIMAL', ({ ownAnswer }) => ownAnswer?.weeklyQty),
  demoColumn(),
];

/** Requests, the quotes side by side, and demand posts as files; who sees which row is decided where the screens are. */
@Injectable()
export class SourcingExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly rfqs: RfqQueries,
    private readonly comparison: ComparisonQueries,
    private readonly demands: DemandQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'rfqs', title: { vi: 'Yêu cầu báo giá', en: 'Requests for quotation' }, columns: RFQS, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = {
          side: oneOf(RFQ_SIDES, filter['side']),
          status: namesOf(RFQ_STATES, filter['status']),
          search: filter['search'] || null,
        };
        return everyRow((first, after) => this.rfqs.page(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'quotes', title: { vi: 'So sánh báo giá', en: 'Comparison of quotes' }, columns: QUOTES, isFor: isSignedIn },
      rows: (actor, filter) => this.quotes(actor!, idOf(filter['rfq'] ?? '')),
    });
    this.registry.add({
      ...{ name: 'demand', title: { vi: 'Tin cần mua', en: 'Demand posts' }, columns: DEMANDS, isFor: () => true },
      rows: (actor, filter) => {
        const month = Number(filter['month']);
        const question = {
          mine: actor && filter['mine'] ? filter['mine'] === 'true' : null,
          status: namesOf(DEMAND_STATES, filter['status']),
          group: oneOf(PRODUCT_GROUPS, filter['group']),
          month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : null,
          search: filter['search'] || null,
          unanswered: filter['unanswered'] ? true : null,
        };
        return everyRow((first, after) => this.demands.page(actor, question, first, after));
      },
    });
  }

  private async *quotes(actor: Actor, rfqId: string): AsyncGenerator<QuoteRow> {
    const { lines, columns } = await this.comparison.of(actor, rfqId);
    const quotes = new Map(columns.map((quote) => [quote.quoteId, quote]));
    for (const line of lines) for (const cell of line.cells) yield { line, cell, quote: quotes.get(cell.quoteId)! };
  }
}
