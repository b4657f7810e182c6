import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  column,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import { ClaimQueries } from './claim/claim.queries.js';
import type { ClaimSummaryView } from './claim/claim.view.js';
import { ShipmentQueries } from './shipment.queries.js';
import type { ShipmentView } from './shipment.view.js';

const CLAIM: Labels = {
  OPEN: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  ANSWERED: { vi: 'Đã trả lời', en: 'Answered' },
  MEDIATION: { vi: 'Liên minh hoà giải', en: 'In mediation' },
  RESOLVED: { vi: 'Đã thống nhất', en: 'Agreed' },
  UNRESOLVED: { vi: 'Không thống nhất', en: 'Not agreed' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};
const MOVER: Labels = {
  SELLER: { vi: 'Bên bán', en: 'Seller' },
  BUYER: { vi: 'Bên mua', en: 'Buyer' },
  ALLIANCE: { vi: 'Liên minh', en: 'Alliance' },
};
const SHIPMENT: Labels = {
  DISPATCHED: { vi: 'Đang trên đường', en: 'On the road' },
  ARRIVED: { vi: 'Đã bàn giao, chờ kiểm', en: 'Handed over, waiting to be counted' },
  RECEIVED: { vi: 'Đã nhận', en: 'Received' },
  RETURNED: { vi: 'Hàng quay về', en: 'Came back' },
};

const CLAIMS: readonly ExportColumn<ClaimSummaryView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Đơn hàng', 'Order', 'TEXT', ({ orderNumber }) => orderNumber),
  column('Phiếu nhận', 'Receipt', 'TEXT', ({ receiptNumber }) => receiptNumber),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(CLAIM, status, locale)),
  column('Quá hạn trả lời', 'Answer overdue', 'TEXT', ({ answerOverdue }) => (answerOverdue ? 'x' : null)),
  column('Đến lượt', 'Next move', 'TEXT', ({ mover }, locale) => labelOf(MOVER, mover, locale)),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Mở lúc', 'Opened', 'INSTANT', ({ openedAt }) => openedAt),
  column('Hạn trả lời', 'Answer by', 'INSTANT', ({ answerDueAt }) => answerDueAt),
  column('Tự chuyển Liên minh', 'Goes to the Alliance', 'INSTANT', ({ escalateAt }) => escalateAt),
  column('Khép lại lúc', 'Closed', 'INSTANT', ({ closedAt }) => closedAt),
];

interface DeliveryRow {
  readonly shipment: ShipmentView;
  readonly line: ShipmentView['lines'][number];
}
const DELIVERIES: readonly ExportColumn<DeliveryRow>[] = [
  column('Số chuyến', 'Shipment', 'TEXT', ({ shipment }) => shipment.number),
  column('Đơn hàng', 'Order', 'TEXT', ({ shipment }) => shipment.orderNumber),
  column('Bên bán', 'Seller', 'TEXT', ({ shipment }) => shipment.seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ shipment }) => shipment.buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ shipment }, locale) => labelOf(SHIPMENT, shipment.status, locale)),
  column('Dự kiến đến', 'Expected on', 'DATE', ({ shipment }) => shipment.expectedOn),
  column('Xe', 'Vehicle', 'TEXT', ({ shipment }) => shipment.vehicle),
  column('Hàng hoá', 'Goods', 'TEXT', ({ line }) => line.description, 36),
  column('Số lượng', 'Quantity', 'DECIMAL', ({ line }) => line.qty),
  column('Đơn vị', 'Unit', 'TEXT', ({ line }) => line.baseUnit),
  column('Mã lô', 'Lot', 'TEXT', ({ line }) => line.lotCode),
];

/** Claims, and what is on the road, a row for each line. */
@Injectable()
export class FulfillmentExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly claims: ClaimQueries,
    private readonly shipments: ShipmentQueries,
  ) {}

  onModuleInit(): void {
    const { claims, shipments } = this;
    this.registry.add({
      ...{ name: 'claims', title: { vi: 'Khiếu nại', en: 'Claims' }, columns: CLAIMS, isFor: isSignedIn },
      rows: (actor, filter) => everyRow((first, after) => claims.page(actor!, filter['tab'] !== 'all', first, after)),
    });
    this.registry.add<DeliveryRow>({
      ...{ name: 'deliveries', title: { vi: 'Hàng đang giao', en: 'Deliveries' }, columns: DELIVERIES, isFor: isSignedIn },
      rows: async function* (actor) {
        for await (const shipment of each(shipments.underway(actor!)))
          for (const line of shipment.lines) yield { shipment, line };
      },
    });
  }
}
