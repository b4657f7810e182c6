import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import {
  column,
  each,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../../platform/spreadsheets/index.js';
import { QuoteQueries } from '../quote/quote.queries.js';
import type { PoolShareView } from '../quote/quote.view.js';
import { AwardQueries } from './award.queries.js';
import type { AwardLineView } from './award.view.js';

const BASIS: Labels = {
  EXW: { vi: 'Giá tại vườn, tại xưởng', en: 'At the farm gate' },
  DC: { vi: 'Giao đến kho trung tâm', en: 'Delivered to the DC' },
  STORE: { vi: 'Giao đến cửa hàng', en: 'Delivered to the store' },
};
const USED: Labels = {
  ORDER: { vi: 'Đã đặt hàng', en: 'Ordered' },
  CONTRACT: { vi: 'Đã lập hợp đồng', en: 'In a contract' },
};
const SHARE: Labels = {
  OFFERED: { vi: 'Chờ trả lời', en: 'Waiting' },
  COMMITTED: { vi: 'Đã nhận góp', en: 'Promised' },
  DECLINED: { vi: 'Không góp được', en: 'Declined' },
};

const LINES: readonly ExportColumn<AwardLineView>[] = [
  column('Yêu cầu báo giá', 'Request', 'TEXT', ({ rfqNumber }) => rfqNumber),
  column('Hàng hoá', 'Goods', 'TEXT', ({ description }) => description, 36),
  column('Sản phẩm', 'Product', 'TEXT', ({ product }) => product?.nameVi, 36),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Đầu mối góp hàng', 'Leads the pool', 'TEXT', ({ lead }) => lead?.name, 36),
  column('Quy cách', 'Pack', 'TEXT', ({ packName }) => packName, 24),
  column('Số lượng', 'Quantity', 'DECIMAL', ({ qty }) => qty),
  column('Đơn vị', 'Unit', 'TEXT', ({ baseUnit }) => baseUnit),
  column('Đơn giá (đ)', 'Unit price (VND)', 'INTEGER', ({ unitPrice }) => unitPrice),
  column('Vận chuyển (đ/đơn vị)', 'Freight per unit (VND)', 'INTEGER', ({ freightPerUnit }) => freightPerUnit),
  column('Thành tiền (đ)', 'Amount (VND)', 'INTEGER', ({ amount }) => amount),
  column('Nơi tính giá', 'Price basis', 'TEXT', ({ basis }, locale) => labelOf(BASIS, basis, locale)),
  column('Giao trong (ngày)', 'Lead time (days)', 'INTEGER', ({ leadDays }) => leadDays),
  column('Chọn lúc', 'Awarded', 'INSTANT', ({ awardedAt }) => awardedAt),
  column('Đã dùng', 'Used', 'TEXT', ({ usedByType }, locale) => labelOf(USED, usedByType, locale)),
];

const SHARES: readonly ExportColumn<PoolShareView>[] = [
  column('Hàng hoá', 'Goods', 'TEXT', ({ description }) => description, 36),
  column('Đầu mối', 'Lead', 'TEXT', ({ lead }) => lead.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyerName }) => buyerName, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(SHARE, status, locale)),
  column('Đề nghị góp', 'Asked', 'DECIMAL', ({ askedQty }) => askedQty),
  column('Nhận góp', 'Promised', 'DECIMAL', ({ qty }) => qty),
  column('Đơn vị', 'Unit', 'TEXT', ({ baseUnit }) => baseUnit),
  column('Giá tối thiểu (đ)', 'Floor price (VND)', 'INTEGER', ({ floorPrice }) => floorPrice),
  column('Trả lời trước', 'Answer by', 'INSTANT', ({ answerBy }) => answerBy),
  column('Hỏi lúc', 'Asked at', 'INSTANT', ({ askedAt }) => askedAt),
  column('Ghi chú', 'Note', 'TEXT', ({ note }) => note, 36),
];

/** What was agreed after a request, and what cooperatives are asked to supply together. */
@Injectable()
export class AgreedExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly awards: AwardQueries,
    private readonly quotes: QuoteQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'award-lines', title: { vi: 'Báo giá đã chọn', en: 'Awarded lines' }, columns: LINES, isFor: isSignedIn },
      rows: (actor, filter) => this.lines(actor!, filter),
    });
    this.registry.add({
      ...{ name: 'pool-shares', title: { vi: 'Góp hàng', en: 'Pooled shares' }, columns: SHARES },
      isFor: (actor) => actor !== null && allows(actor, 'quote.prepare', { sellerOrgId: actor.orgId }),
      rows: (actor) => each(this.quotes.sharesOf(actor!)),
    });
  }

  /** Of one request, or all of the reader's own; `pooled` keeps what another cooperative led. */
  private async *lines(actor: Actor, filter: Readonly<Record<string, string>>): AsyncGenerator<AwardLineView> {
    const rows = filter['rfq']
      ? await this.awards.lines(actor, filter['rfq'])
      : await this.awards.mine(actor, filter['unused'] === 'true');
    for (const row of rows) if (row.lead || filter['pooled'] !== 'true') yield row;
  }
}
