import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
} from '../../../platform/spreadsheets/index.js';
import { OrderTemplateQueries } from './order-template.queries.js';
import type { OrderTemplateSummaryView } from './order-template.view.js';

const COLUMNS: readonly ExportColumn<OrderTemplateSummaryView>[] = [
  column('Tên mẫu', 'Template', 'TEXT', ({ name }) => name, 36),
  column('Bên bán', 'Sellers', 'TEXT', ({ sellers }) => sellers, 36),
  column('Hợp đồng', 'Contract', 'TEXT', ({ contract }) => contract?.number ?? null),
  column('Số dòng', 'Lines', 'INTEGER', ({ lineCount }) => lineCount),
  column('Người lưu', 'Saved by', 'TEXT', ({ savedByName }) => savedByName, 28),
  column('Lưu lúc', 'Saved', 'INSTANT', ({ savedAt }) => savedAt),
  demoColumn(),
];

/** The buyer's templates as a file. */
@Injectable()
export class OrderTemplateExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly templates: OrderTemplateQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'order-templates', title: { vi: 'Mẫu đặt hàng', en: 'Order templates' }, columns: COLUMNS, isFor: isSignedIn },
      rows: (actor, filter) =>
        everyRow((first, after) => this.templates.page(actor!, { search: filter['search'] || null }, first, after)),
    });
  }
}
