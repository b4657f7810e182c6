import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../../platform/spreadsheets/index.js';
import type { OrderRequestSummary } from './approval.view.js';
import { ApprovalQueries } from './approval.queries.js';

const STATE: Labels = {
  WAITING: { vi: 'Chờ duyệt', en: 'Waiting' },
  PLACED: { vi: 'Đã duyệt', en: 'Approved' },
  REFUSED: { vi: 'Không duyệt', en: 'Not approved' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

const COLUMNS: readonly ExportColumn<OrderRequestSummary>[] = [
  column('Bên bán', 'Sellers', 'TEXT', ({ sellers }) => sellers, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ state }, locale) => labelOf(STATE, state, locale)),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Tiền hàng (đ)', 'Total (VND)', 'INTEGER', ({ total }) => total),
  column('Người đặt', 'Asked by', 'TEXT', ({ requestedByName }) => requestedByName, 28),
  column('Gửi lúc', 'Asked', 'INSTANT', ({ requestedAt }) => requestedAt),
  column('Người quyết định', 'Decided by', 'TEXT', ({ decidedByName }) => decidedByName, 28),
  column('Quyết định lúc', 'Decided', 'INSTANT', ({ decidedAt }) => decidedAt),
  column('Lý do', 'Reason', 'TEXT', ({ reason }) => reason, 36),
  demoColumn(),
];

/** Orders above a limit as a file. */
@Injectable()
export class ApprovalExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly queries: ApprovalQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'order-requests', title: { vi: 'Đơn chờ duyệt', en: 'Order requests' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor) => everyRow((first, after) => this.queries.requests(actor!, {}, first, after)),
    });
  }
}
