import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import {
  column,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
} from '../../../platform/spreadsheets/index.js';
import { PRODUCT_CHOICES } from '../product-columns.js';
import { PriceQueries } from './price.queries.js';
import type { ListPriceTierView, ListPriceView } from './price.view.js';

const STATE: Labels = {
  UPCOMING: { vi: 'Sắp áp dụng', en: 'Upcoming' },
  STANDING: { vi: 'Đang áp dụng', en: 'In force' },
  ENDED: { vi: 'Đã hết hạn', en: 'Ended' },
};
const EVERYBODY = { vi: 'Mọi người mua', en: 'Every buyer' };

interface Row {
  readonly price: ListPriceView;
  readonly tier: ListPriceTierView;
}

const PRICES: readonly ExportColumn<Row>[] = [
  column('Sản phẩm', 'Product', 'TEXT', ({ price }) => price.product.nameVi, 36),
  column('Hạng', 'Grade', 'TEXT', ({ price }) => price.gradeName),
  column('Cho người mua', 'For buyer', 'TEXT', ({ price }, locale) => price.buyer?.name ?? EVERYBODY[locale], 36),
  column('Nơi tính giá', 'Price basis', 'TEXT', ({ price }, locale) => labelOf(PRODUCT_CHOICES.basis, price.basis, locale)),
  column('Từ số lượng', 'From quantity', 'DECIMAL', ({ tier }) => tier.minQty),
  column('Đơn vị', 'Unit', 'TEXT', ({ price }) => price.product.baseUnit),
  column('Đơn giá (đ)', 'Unit price (VND)', 'INTEGER', ({ tier }) => tier.unitPrice),
  column('Thực nhận (đ)', 'Net take (VND)', 'INTEGER', ({ tier }) => tier.netTake?.net),
  column('Từ ngày', 'From', 'DATE', ({ price }) => price.validFrom),
  column('Đến ngày', 'To', 'DATE', ({ price }) => price.validTo),
  column('Tình trạng', 'State', 'TEXT', ({ price }, locale) => labelOf(STATE, price.state, locale)),
];

/** The price list as its seller sees it, a row for each tier; "prices" is the one that can be edited and brought in again. */
@Injectable()
export class PriceExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly prices: PriceQueries,
  ) {}

  onModuleInit(): void {
    const { prices } = this;
    this.registry.add<Row>({
      ...{ name: 'price-list', title: { vi: 'Giá bán', en: 'Price list' }, columns: PRICES },
      isFor: (actor: Actor | null) => actor !== null && allows(actor, 'product.edit', { ownerOrgId: actor.orgId }),
      rows: async function* (actor, filter) {
        const question = { productId: filter['product'] || null, ended: filter['ended'] === '1' };
        for await (const price of everyRow((first, after) => prices.mine(actor!, question, first, after)))
          for (const tier of price.tiers) yield { price, tier };
      },
    });
  }
}
