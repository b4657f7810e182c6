import { Injectable, type OnModuleInit } from '@nestjs/common';
import { idOf } from '../../platform/auth/access.js';
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
import { OrderQueries } from './order.queries.js';
import { ORDER_STATUSES, type OrderSummaryView, SIDES } from './order.view.js';

const STATUS: Labels = {
  PLACED: { vi: 'Chờ xác nhận', en: 'Awaiting confirmation' },
  COUNTERED: { vi: 'Bên bán đề nghị khác', en: 'Seller proposes a change' },
  CONFIRMED: { vi: 'Đã xác nhận', en: 'Confirmed' },
  REFUSED: { vi: 'Bị từ chối', en: 'Refused' },
  CANCELLED: { vi: 'Đã huỷ', en: 'Cancelled' },
  IN_DELIVERY: { vi: 'Đang giao', en: 'In delivery' },
  RECEIVED_PART: { vi: 'Nhận một phần', en: 'Partly received' },
  RECEIVED: { vi: 'Đã nhận', en: 'Received' },
  CLOSED: { vi: 'Đã đóng', en: 'Closed' },
};

type Row = OrderSummaryView;
const COLUMNS: readonly ExportColumn<Row>[] = [
  column('Số đơn', 'Order', 'TEXT', ({ number }) => number),
  column('Bên bán', 'Seller', 'TEXT', ({ seller }) => seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ buyer }) => buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Hợp đồng', 'Contract', 'TEXT', ({ contractNumber }) => contractNumber),
  column('Số PO bên mua', 'Buyer’s PO', 'TEXT', ({ buyerPoNo }) => buyerPoNo),
  column('Ngày đặt', 'Placed', 'INSTANT', ({ placedAt }) => placedAt),
  column('Ngày cần giao', 'Wanted on', 'DATE', ({ requestedOn }) => requestedOn),
  column('Nơi giao', 'Delivery place', 'TEXT', ({ deliveryPlace }) => deliveryPlace, 36),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Tiền đặt (đ)', 'Ordered (VND)', 'INTEGER', ({ orderedTotal }) => orderedTotal),
  column('Tiền đã nhận hàng (đ)', 'Accepted (VND)', 'INTEGER', ({ acceptedTotal }) => acceptedTotal),
  demoColumn(),
];

/** Orders as a file; amounts are left out where the screen leaves them out. */
@Injectable()
export class OrderExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly orders: OrderQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'orders', title: { vi: 'Đơn hàng', en: 'Orders' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = {
          side: oneOf(SIDES, filter['side']),
          status: namesOf(ORDER_STATUSES, filter['status']),
          search: filter['search'] || null,
          contractId: filter['contract'] ? idOf(filter['contract']) : null,
        };
        return everyRow((first, after) => this.orders.page(actor!, question, first, after));
      },
    });
  }
}
