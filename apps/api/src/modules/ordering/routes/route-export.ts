import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../../platform/auth/access.js';
import { column, each, type ExportColumn, ExportRegistry } from '../../../platform/spreadsheets/index.js';
import { RouteQueries } from './route.queries.js';
import type { RouteView } from './route.view.js';

const DAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const yes = (is: boolean): string | null => (is ? 'x' : null);

const ROUTES: readonly ExportColumn<RouteView>[] = [
  column('Tuyến', 'Route', 'TEXT', ({ name }) => name, 30),
  column('Chung cho mọi nơi', 'For every place', 'TEXT', ({ isGeneral }) => yes(isGeneral)),
  column(
    'Ngày giao',
    'Delivery days',
    'TEXT',
    ({ weekdays }, locale) => weekdays.map((day) => DAYS[locale][day - 1]).join(', '),
    36,
  ),
  column('Chốt trước (ngày)', 'Cut-off (days before)', 'INTEGER', ({ cutoffDays }) => cutoffDays),
  column('Giờ chốt', 'Cut-off time', 'TEXT', ({ cutoffTime }) => cutoffTime),
  column('Đơn tối thiểu (đ)', 'Least order (VND)', 'INTEGER', ({ minOrderValue }) => minOrderValue),
  column('Chạy ngày lễ', 'Runs on holidays', 'TEXT', ({ runsOnHolidays }) => yes(runsOnHolidays)),
  column('Nơi giao', 'Stops', 'TEXT', ({ stops }) => stops.map(({ name, buyerName }) => `${name} (${buyerName})`).join('; '), 60),
];

/** A seller's delivery routes as a file. */
@Injectable()
export class RouteExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly routes: RouteQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'delivery-routes', title: { vi: 'Tuyến giao hàng', en: 'Delivery routes' }, columns: ROUTES },
      isFor: (actor) => actor !== null && allows(actor, 'route.edit', { ownerOrgId: actor.orgId }),
      rows: (actor) => each(this.routes.own(actor!)),
    });
  }
}
