import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import { column, everyRow, type ExportColumn, ExportRegistry, labelOf, type Labels } from '../../platform/spreadsheets/index.js';
import { RegisterQueries } from './register.queries.js';
import type { BatchView, SheetView } from './register.view.js';

const STATUS: Labels = {
  UPLOADED: { vi: 'Đang đọc', en: 'Being read' },
  VALIDATED: { vi: 'Đã kiểm tra, chưa trình', en: 'Checked, not submitted' },
  SUBMITTED: { vi: 'Chờ người thứ hai duyệt', en: 'Waits for a second person' },
  APPROVED: { vi: 'Đang nhập', en: 'Going in' },
  COMMITTED: { vi: 'Đã nhập', en: 'In' },
  REVERTED: { vi: 'Đã hoàn tác', en: 'Taken back' },
  REJECTED: { vi: 'Không nhận tệp', en: 'File refused' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};
const sum =
  (field: 'total' | 'creates' | 'updates' | 'errors') =>
  ({ sheets }: BatchView) =>
    sheets.reduce((total: number, sheet: SheetView) => total + sheet[field], 0);

const REGISTERS: readonly ExportColumn<BatchView>[] = [
  column('Tệp', 'File', 'TEXT', ({ fileName }) => fileName, 36),
  column('Hội nghị', 'Conference', 'TEXT', ({ event }) => event.title, 44),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Số dòng', 'Rows', 'INTEGER', sum('total')),
  column('Thêm mới', 'New', 'INTEGER', sum('creates')),
  column('Cập nhật', 'Updated', 'INTEGER', sum('updates')),
  column('Có lỗi', 'With errors', 'INTEGER', sum('errors')),
  column('Chưa ghép đơn vị', 'Open matches', 'INTEGER', ({ matchesOpen }) => matchesOpen),
  column('Lý do', 'Reason', 'TEXT', ({ refusal, returnReason }) => refusal ?? returnReason, 36),
  column('Người tải lên', 'Uploaded by', 'TEXT', ({ createdByName }) => createdByName, 24),
  column('Tải lên lúc', 'Uploaded', 'INSTANT', ({ createdAt }) => createdAt),
  column('Người trình', 'Submitted by', 'TEXT', ({ submittedByName }) => submittedByName, 24),
  column('Người duyệt', 'Approved by', 'TEXT', ({ approvedByName }) => approvedByName, 24),
  column('Nhập xong lúc', 'In since', 'INSTANT', ({ committedAt }) => committedAt),
  column('Hoàn tác lúc', 'Taken back', 'INSTANT', ({ revertedAt }) => revertedAt),
];

/** The registers that officers brought in, as a file. */
@Injectable()
export class RegisterExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly registers: RegisterQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'registers', title: { vi: 'Sổ hội nghị đã nhập', en: 'Conference registers' }, columns: REGISTERS },
      isFor: (actor) => actor !== null && allows(actor, 'register.prepare', {}),
      rows: (actor) => everyRow((first, after) => this.registers.page(actor!, first, after)),
    });
  }
}
