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
import { StandingOrderQueries } from './standing-order.queries.js';
import type { StandingOrderSummaryView } from './standing-order.view.js';

const STAGE: Labels = {
  COMING: { vi: 'Chưa đến ngày', en: 'To come' },
  RUNNING: { vi: 'Đang chạy', en: 'Running' },
  PAUSED: { vi: 'Tạm dừng', en: 'Paused' },
  OVER: { vi: 'Hết mùa', en: 'Season over' },
  ENDED: { vi: 'Đã kết thúc', en: 'Ended' },
};

/** The list shows one of two tabs, and the file what the list shows. */
const TABS: Readonly<Record<string, boolean>> = { open: true, over: false };

const COLUMNS: readonly ExportColumn<StandingOrderSummaryView>[] = [
  column('Đơn định kỳ', 'Standing order', 'TEXT', ({ name }) => name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ stage }, locale) => labelOf(STAGE, stage, locale)),
  column('Bên bán', 'Sellers', 'TEXT', ({ sellers }) => sellers, 36),
  column('Hợp đồng', 'Contract', 'TEXT', ({ contract }) => contract?.number ?? null),
  column('Thứ giao (1 = thứ Hai)', 'Weekdays (1 = Monday)', 'TEXT', ({ weekdays }) => weekdays.join(', ')),
  column('Từ ngày', 'From', 'DATE', ({ validFrom }) => validFrom),
  column('Đến ngày', 'To', 'DATE', ({ validTo }) => validTo),
  column('Đặt trước (ngày)', 'Placed ahead (days)', 'INTEGER', ({ leadDays }) => leadDays),
  column('Ngày giao tới', 'Next delivery', 'DATE', ({ nextDay }) => nextDay),
  column('Số lần đã đặt', 'Placed', 'INTEGER', ({ placed }) => placed),
  column('Chưa đặt được', 'Not placed', 'INTEGER', ({ failed }) => failed),
  column('Người phụ trách', 'In charge', 'TEXT', ({ responsibleName }) => responsibleName, 28),
  demoColumn(),
];

/** The buyer's standing orders as a file. */
@Injectable()
export class StandingOrderExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly standing: StandingOrderQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'standing-orders', title: { vi: 'Đơn định kỳ', en: 'Standing orders' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor, filter) =>
        everyRow((first, after) =>
          this.standing.page(actor!, { search: filter['search'] || null, open: TABS[filter['tab'] ?? ''] ?? null }, first, after),
        ),
    });
  }
}
