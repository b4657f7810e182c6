import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import {
  column,
  demoColumn,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import { ReportQueries, type ReportView } from './report.queries.js';

const STATUS: Labels = {
  DRAFT: { vi: 'Dự thảo', en: 'Draft' },
  ISSUED: { vi: 'Đã ban hành', en: 'Issued' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};
const ALL = { vi: 'Mọi hội nghị', en: 'All conferences' };

const REPORTS: readonly ExportColumn<ReportView>[] = [
  column('Số', 'Number', 'TEXT', ({ number }) => number),
  column('Hội nghị', 'Conference', 'TEXT', ({ event }, locale) => event?.title ?? ALL[locale], 44),
  column('Kỳ từ', 'Period from', 'DATE', ({ periodFrom }) => periodFrom),
  column('Số liệu đến', 'As of', 'DATE', ({ asOf }) => asOf),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Người lập', 'Prepared by', 'TEXT', ({ preparedByName }) => preparedByName, 24),
  column('Lập lúc', 'Prepared', 'INSTANT', ({ preparedAt }) => preparedAt),
  column('Người ban hành', 'Issued by', 'TEXT', ({ issuedByName }) => issuedByName, 24),
  column('Ban hành ngày', 'Issued on', 'DATE', ({ issuedOn }) => issuedOn),
  column('Lý do rút', 'Why withdrawn', 'TEXT', ({ withdrawReason }) => withdrawReason, 36),
  demoColumn(),
];

/** The list of periodic reports as a file; each report has its own workbook. */
@Injectable()
export class ReportExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly reports: ReportQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'reports', title: { vi: 'Báo cáo tiến độ', en: 'Progress reports' }, columns: REPORTS },
      isFor: (actor) => actor !== null && allows(actor, 'report.prepare', {}),
      rows: (actor) => everyRow((first, after) => this.reports.page(actor!, first, after)),
    });
  }
}
