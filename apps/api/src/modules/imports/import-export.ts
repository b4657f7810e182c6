import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  column,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import { ImportKinds } from './import-kinds.js';
import { ImportQueries } from './import.queries.js';
import type { ImportBatchView } from './import.view.js';

const STATUS: Labels = {
  UPLOADED: { vi: 'Chờ đọc', en: 'Waiting to be read' },
  READING: { vi: 'Đang đọc và kiểm tra', en: 'Being read and checked' },
  MATCHING: { vi: 'Chờ ghép cột', en: 'Columns to match' },
  CHECKED: { vi: 'Đã kiểm tra, chưa nhập', en: 'Checked, not yet in' },
  COMMITTING: { vi: 'Đang nhập', en: 'Going in' },
  COMMITTED: { vi: 'Đã nhập', en: 'In' },
  REVERTED: { vi: 'Đã hoàn tác', en: 'Undone' },
  REJECTED: { vi: 'Không nhận tệp', en: 'File refused' },
  CANCELLED: { vi: 'Đã huỷ', en: 'Cancelled' },
  FAILED: { vi: 'Bị lỗi', en: 'Failed' },
};

/** The imports of the reader's own organization as a file. */
@Injectable()
export class ImportExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly imports: ImportQueries,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    const columns: readonly ExportColumn<ImportBatchView>[] = [
      column('Tệp', 'File', 'TEXT', ({ fileName }) => fileName, 36),
      column('Nhập vào', 'Fills', 'TEXT', ({ kind }, locale) => this.kinds.of(kind).label[locale]),
      column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
      column('Số dòng', 'Rows', 'INTEGER', ({ rowsTotal }) => rowsTotal),
      column('Thêm mới', 'New', 'INTEGER', ({ toCreate }) => toCreate),
      column('Cập nhật', 'Updated', 'INTEGER', ({ toUpdate }) => toUpdate),
      column('Giữ nguyên', 'Unchanged', 'INTEGER', ({ toSkip }) => toSkip),
      column('Có lỗi', 'With errors', 'INTEGER', ({ withErrors }) => withErrors),
      column('Vì sao không nhận', 'Why it was refused', 'TEXT', ({ refusal }) => refusal, 44),
      column('Người nhập', 'By', 'TEXT', ({ createdByName }) => createdByName, 24),
      column('Tải lên lúc', 'Uploaded', 'INSTANT', ({ createdAt }) => createdAt),
      column('Nhập xong lúc', 'In since', 'INSTANT', ({ committedAt }) => committedAt),
      column('Hoàn tác lúc', 'Undone at', 'INSTANT', ({ revertedAt }) => revertedAt),
    ];
    this.registry.add<ImportBatchView>({
      ...{ name: 'imports', title: { vi: 'Các lần nhập tệp', en: 'Imports' }, columns, isFor: isSignedIn },
      rows: (actor) => everyRow((first, after) => this.imports.page(actor!, first, after)),
    });
  }
}
