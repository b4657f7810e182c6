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
} from '../../platform/spreadsheets/index.js';
import { ContractQueries, type ContractView } from './contract.queries.js';

const STATUS: Labels = {
  DRAFT: { vi: 'Dự thảo', en: 'Draft' },
  NEGOTIATING: { vi: 'Chờ ký', en: 'Awaiting signatures' },
  SIGNED: { vi: 'Đã ký', en: 'Signed' },
  ACTIVE: { vi: 'Đang hiệu lực', en: 'In force' },
  SUSPENDED: { vi: 'Tạm dừng', en: 'Suspended' },
  TERMINATED: { vi: 'Chấm dứt', en: 'Terminated' },
  COMPLETED: { vi: 'Đã hoàn thành', en: 'Completed' },
};

interface Row {
  readonly contract: ContractView;
  readonly line: ContractView['lines'][number] | null;
  readonly isDemo: boolean;
}

const COLUMNS: readonly ExportColumn<Row>[] = [
  column('Số hợp đồng', 'Contract', 'TEXT', ({ contract }) => contract.number),
  column('Thoả thuận', 'Memorandum', 'TEXT', ({ contract }) => contract.mou?.registerNo),
  column('Bên bán', 'Seller', 'TEXT', ({ contract }) => contract.seller.name, 36),
  column('Bên mua', 'Buyer', 'TEXT', ({ contract }) => contract.buyer.name, 36),
  column('Tình trạng', 'Status', 'TEXT', ({ contract }, locale) => labelOf(STATUS, contract.status, locale)),
  column('Từ ngày', 'From', 'DATE', ({ contract }) => contract.validFrom),
  column('Đến ngày', 'To', 'DATE', ({ contract }) => contract.validTo),
  column('Hàng hoá', 'Goods', 'TEXT', ({ line }) => line?.description, 36),
  column('Đơn vị', 'Unit', 'TEXT', ({ line }) => line?.baseUnit),
  column('Tối thiểu', 'Minimum', 'DECIMAL', ({ line }) => line?.minQty),
  column('Mục tiêu', 'Target', 'DECIMAL', ({ line }) => line?.targetQty),
  column('Tối đa', 'Maximum', 'DECIMAL', ({ line }) => line?.maxQty),
  column('Đơn giá (đ)', 'Unit price (VND)', 'INTEGER', ({ line }) => line?.unitPrice),
  demoColumn(),
];

/** Contracts as a file, a row for each line. */
@Injectable()
export class ContractExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly contracts: ContractQueries,
  ) {}

  onModuleInit(): void {
    const contracts = this.contracts;
    this.registry.add<Row>({
      ...{ name: 'contracts', title: { vi: 'Hợp đồng', en: 'Contracts' }, columns: COLUMNS, isFor: isSignedIn },
      rows: async function* (actor, filter) {
        const question = { mouId: filter['mou'] ?? null };
        for await (const contract of everyRow((first, after) => contracts.page(actor!, question, first, after))) {
          const { lines, isDemo } = contract;
          for (const line of lines.length ? lines : [null]) yield { contract, line, isDemo };
        }
      },
    });
  }
}
