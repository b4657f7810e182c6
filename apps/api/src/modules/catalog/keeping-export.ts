import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import {
  column,
  demoColumn,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import { CatalogQueries } from './catalog.queries.js';
import type { PlaceView } from './catalog.view.js';
import { ChannelQueries } from './channels/channel.queries.js';
import type { ChannelListingView } from './channels/channel.view.js';
import { PRODUCT_HEADERS } from './product-columns.js';
import { ReadinessQueries } from './readiness/readiness.queries.js';
import type { ReadinessTableView } from './readiness/readiness.view.js';
import { ShortlistQueries, type ShortlistView } from './shortlist/shortlist.queries.js';
import { LOT_HEADERS as H, LOT_ORIGINS } from './supply/lot-headers.js';
import { LotQueries } from './supply/lot.queries.js';
import type { StockLotView } from './supply/supply.view.js';

const LOT_STATE: Labels = {
  NOT_GOOD_YET: { vi: 'Chưa đến ngày bán', en: 'Not ready for sale yet' },
  GOOD: { vi: 'Bán được', en: 'Fit for sale' },
  LITTLE_LIFE: { vi: 'Hạn ngắn, khó giao siêu thị', en: 'Short life, hard for supermarkets' },
  EXPIRED: { vi: 'Hết hạn', en: 'Expired' },
  EMPTY: { vi: 'Đã hết', en: 'Empty' },
};
const CHANNEL_STATE: Labels = {
  PREPARING: { vi: 'Đang chuẩn bị', en: 'In preparation' },
  WAITING: { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  SELLING: { vi: 'Đang bán', en: 'On sale' },
  PAUSED: { vi: 'Tạm dừng', en: 'Paused' },
  REMOVED: { vi: 'Đã gỡ', en: 'Taken down' },
};
const READINESS_STATE: Labels = {
  MET: { vi: 'Đạt', en: 'Met' },
  EXPIRING_SOON: { vi: 'Đạt, sắp hết hạn', en: 'Met, expiring soon' },
  WAIVED: { vi: 'Được miễn', en: 'Waived' },
  MISSING: { vi: 'Còn thiếu', en: 'Missing' },
};

/** The columns of the import's template first, so that what goes out can come in again. */
const LOTS: readonly ExportColumn<StockLotView>[] = [
  column(H.lotCode.vi, H.lotCode.en, 'TEXT', ({ code }) => code),
  column(PRODUCT_HEADERS.slug.vi, PRODUCT_HEADERS.slug.en, 'TEXT', ({ product }) => product.slug),
  column('Sản phẩm', 'Product', 'TEXT', ({ product }) => product.nameVi, 36),
  column(H.qty.vi, H.qty.en, 'DECIMAL', (lot) => lot.booked),
  column('Đơn vị', 'Unit', 'TEXT', ({ product }) => product.baseUnit),
  column(H.harvestedOn.vi, H.harvestedOn.en, 'DATE', ({ harvestedOn }) => harvestedOn),
  column(H.origin.vi, H.origin.en, 'TEXT', ({ origin }, locale) => labelOf(LOT_ORIGINS, origin, locale)),
  column(H.goodFrom.vi, H.goodFrom.en, 'DATE', ({ goodFrom }) => goodFrom),
  column(H.expiresOn.vi, H.expiresOn.en, 'DATE', ({ expiresOn }) => expiresOn),
  column(H.grade.vi, H.grade.en, 'TEXT', ({ gradeName }) => gradeName),
  column(H.place.vi, H.place.en, 'TEXT', ({ locationName }) => locationName),
  column(H.note.vi, H.note.en, 'TEXT', ({ note }) => note, 36),
  column('Trong kho', 'On hand', 'DECIMAL', ({ onHand }) => onHand),
  column('Giữ cho đơn', 'Held for orders', 'DECIMAL', ({ reserved }) => reserved),
  column('Còn bán được', 'Free', 'DECIMAL', ({ free }) => free),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(LOT_STATE, state, locale)),
  demoColumn(),
];

const CHANNELS: readonly ExportColumn<ChannelListingView>[] = [
  column('Sản phẩm', 'Product', 'TEXT', ({ productName }) => productName, 36),
  column('Đơn vị', 'Cooperative', 'TEXT', ({ cooperative }) => cooperative.name, 36),
  column('Sàn', 'Platform', 'TEXT', ({ platform }) => platform.name),
  column('Đường dẫn', 'Link', 'TEXT', ({ url }) => url, 44),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(CHANNEL_STATE, state, locale)),
  column('Bước đã xong', 'Steps done', 'INTEGER', ({ steps }) => steps.filter(({ doneAt }) => doneAt).length),
  column('Tổng số bước', 'Steps', 'INTEGER', ({ steps }) => steps.length),
  column('Kiểm tra lần cuối', 'Last check', 'DATE', ({ lastCheckedOn }) => lastCheckedOn),
  column('Kết quả kiểm tra', 'Check note', 'TEXT', ({ lastCheckNote }) => lastCheckNote, 36),
  column('Đứng yên (ngày)', 'Stalled (days)', 'INTEGER', ({ stalledDays }) => stalledDays),
  column('Bán tháng gần nhất', 'Sold last month', 'DECIMAL', ({ sales }) => sales[0]?.qty),
  demoColumn(),
];

interface KeptRow {
  readonly list: ShortlistView;
  readonly item: ShortlistView['items'][number];
}
const KEPT: readonly ExportColumn<KeptRow>[] = [
  column('Danh sách', 'List', 'TEXT', ({ list }) => list.name, 24),
  column('Sản phẩm', 'Product', 'TEXT', ({ item }) => item.productName, 36),
  column('Bên bán', 'Seller', 'TEXT', ({ item }) => item.product?.cooperative.name, 36),
  column('Giá từ (đ)', 'Price from (VND)', 'INTEGER', ({ item }) => item.product?.priceFrom),
  column('Giá đến (đ)', 'Price to (VND)', 'INTEGER', ({ item }) => item.product?.priceTo),
  column('Sao OCOP', 'OCOP stars', 'INTEGER', ({ item }) => item.product?.stars),
  column('Ghi chú', 'Note', 'TEXT', ({ item }) => item.note, 36),
  column('Lưu lúc', 'Kept', 'INSTANT', ({ item }) => item.addedAt),
];

type ReadinessRow = ReadinessTableView['rows'][number] & { readonly names: ReadonlyMap<string, string> };
const READINESS: readonly ExportColumn<ReadinessRow>[] = [
  column('Sản phẩm', 'Product', 'TEXT', ({ product }) => product.nameVi, 36),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Đạt', 'Met', 'INTEGER', ({ met }) => met),
  column('Cần', 'Required', 'INTEGER', ({ required }) => required),
  column(
    'Còn thiếu',
    'Missing',
    'TEXT',
    ({ cells, names }) =>
      cells
        .filter(({ state }) => state === 'MISSING')
        .map(({ code }) => names.get(code) ?? code)
        .join('; '),
    60,
  ),
  column(
    'Chi tiết',
    'Details',
    'TEXT',
    ({ cells, names }, locale) =>
      cells.map(({ code, state }) => `${names.get(code) ?? code}: ${labelOf(READINESS_STATE, state, locale)}`).join('; '),
    60,
  ),
];

const PLACES: readonly ExportColumn<PlaceView>[] = [
  column('Mã xã', 'Commune code', 'TEXT', ({ communeCode }) => communeCode),
  column('Xã, phường', 'Commune', 'TEXT', ({ communeName }) => communeName, 28),
  column('Huyện cũ', 'Former district', 'TEXT', ({ districtName }) => districtName, 28),
  column('Sản phẩm', 'Products', 'INTEGER', ({ count }) => count),
];

/** What people keep beside the catalogue, as files: lots, platforms, shortlists, readiness, places. */
@Injectable()
export class KeepingExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly lots: LotQueries,
    private readonly channels: ChannelQueries,
    private readonly shortlists: ShortlistQueries,
    private readonly readiness: ReadinessQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  onModuleInit(): void {
    const may = (action: 'supply.record' | 'product.edit' | 'board.view') => (actor: Actor | null) =>
      actor !== null && allows(actor, action, { ownerOrgId: actor.orgId });
    this.registry.add({
      ...{ name: 'lots', title: { vi: 'Lô hàng, tồn kho', en: 'Lots and stock' }, columns: LOTS, isFor: may('supply.record') },
      rows: (actor, filter) => {
        const question = { productId: filter['product'] || null, withEmpty: filter['empty'] === '1' };
        return everyRow((first, after) => this.lots.page(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'channels', title: { vi: 'Kênh bán', en: 'Channels' }, columns: CHANNELS, isFor: may('product.edit') },
      rows: (actor, filter) => each(this.channels.own(actor!, filter['product'] || null)),
    });
    this.registry.add({
      ...{ name: 'channel-follow-ups', title: { vi: 'Theo dõi kênh bán', en: 'Channel follow-up' }, columns: CHANNELS },
      isFor: may('board.view'),
      rows: (actor, filter) => {
        const question = { platform: filter['platform'] || null, stalled: filter['stalled'] === undefined ? null : true };
        return everyRow((first, after) => this.channels.followUps(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'shortlist', title: { vi: 'Danh sách đã lưu', en: 'Shortlists' }, columns: KEPT, isFor: isSignedIn },
      rows: (actor, filter) => this.kept(actor!, filter['list'] ?? null),
    });
    this.registry.add({
      ...{ name: 'readiness', title: { vi: 'Sẵn sàng vào siêu thị', en: 'Retail readiness' }, columns: READINESS },
      isFor: (actor) => actor !== null && allows(actor, 'rfq.manage', { buyerOrgId: actor.orgId }),
      rows: (actor, filter) => this.ready(actor!, filter['seller'] || null),
    });
    this.registry.add({
      ...{ name: 'places', title: { vi: 'Theo xã, phường', en: 'By commune' }, columns: PLACES, isFor: () => true },
      rows: () => each(this.catalog.places()),
    });
  }

  private async *kept(actor: Actor, listId: string | null): AsyncGenerator<KeptRow> {
    for (const list of await this.shortlists.all(actor)) {
      if (listId !== null && list.id !== listId) continue;
      for (const item of list.items) yield { list, item };
    }
  }

  private async *ready(actor: Actor, sellerOrgId: string | null): AsyncGenerator<ReadinessRow> {
    for (let after: string | null = null; ;) {
      const { rows, columns, pageInfo }: ReadinessTableView = await this.readiness.table(actor, sellerOrgId, 100, after);
      const names = new Map(columns.map(({ code, name }) => [code, name]));
      for (const row of rows) yield { ...row, names };
      if (!pageInfo.hasNextPage) return;
      after = pageInfo.endCursor;
    }
  }
}
