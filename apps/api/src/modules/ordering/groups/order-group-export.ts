import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
} from '../../../platform/spreadsheets/index.js';
import { OrderGroupQueries } from './order-group.queries.js';
import type { OrderGroupSummaryView } from './order-group.view.js';

const COLUMNS: readonly ExportColumn<OrderGroupSummaryView>[] = [
  column('Số nhóm đơn', 'Group', 'TEXT', ({ number }) => number),
  column('Số PO', 'PO number', 'TEXT', ({ buyerPoNo }) => buyerPoNo),
  column('Ngày đặt', 'Placed', 'INSTANT', ({ placedAt }) => placedAt),
  column('Người đặt', 'Placed by', 'TEXT', ({ placedByName }) => placedByName, 28),
  column('Ngày cần giao sớm nhất', 'Wanted from', 'DATE', ({ requestedOn }) => requestedOn),
  column('Số đơn', 'Orders', 'INTEGER', ({ orderCount }) => orderCount),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Chờ trả lời', 'Unanswered', 'INTEGER', ({ waiting }) => waiting),
  column('Đã kết thúc', 'Ended', 'INTEGER', ({ ended }) => ended),
  column('Tiền đặt (đ)', 'Ordered (VND)', 'INTEGER', ({ orderedTotal }) => orderedTotal),
  column('Tiền đã xác nhận (đ)', 'Confirmed (VND)', 'INTEGER', ({ confirmedTotal }) => confirmedTotal),
  column('Tiền đã nhận hàng (đ)', 'Accepted (VND)', 'INTEGER', ({ acceptedTotal }) => acceptedTotal),
  demoColumn(),
];

/** The buyer's groups of orders as a file. */
@Injectable()
export class OrderGroupExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly groups: OrderGroupQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'order-groups', title: { vi: 'Nhóm đơn hàng', en: 'Order groups' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor, filter) =>
        everyRow((first, after) => this.groups.page(actor!, { search: filter['search'] || null }, first, after)),
    });
  }
}
