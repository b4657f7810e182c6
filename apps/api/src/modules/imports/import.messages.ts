import type { ImportAction, ImportState, TransitionRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import { type SpreadsheetRefusal, spreadsheetMessages } from '../../platform/spreadsheets/index.js';

export type ImportRefusal =
  | SpreadsheetRefusal
  | TransitionRefusal<ImportState, ImportAction>
  | { readonly code: 'IMPORT_FILE_MISSING' }
  | { readonly code: 'TOO_MANY_OPEN_IMPORTS'; readonly most: number }
  | { readonly code: 'MAPPING_NOT_COMPLETE' }
  | { readonly code: 'COLUMN_UNKNOWN' }
  | { readonly code: 'COLUMN_TWICE' }
  | { readonly code: 'COLUMN_MISSING'; readonly label: string }
  | { readonly code: 'NOTHING_TO_COMMIT' }
  | { readonly code: 'ROWS_HAVE_ERRORS'; readonly count: number }
  | { readonly code: 'UNDO_TOO_LATE' }
  | { readonly code: 'UNDO_NOTHING_LEFT' }
  | { readonly code: 'IMPORT_FAILED' };

const STATES: Record<ImportState, { vi: string; en: string }> = {
  UPLOADED: { vi: 'đang chờ đọc', en: 'waiting to be read' },
  READING: { vi: 'đang đọc và kiểm tra', en: 'being read and checked' },
  MATCHING: { vi: 'đang chờ ghép cột', en: 'waiting for its columns to be matched' },
  CHECKED: { vi: 'đã kiểm tra xong', en: 'checked' },
  COMMITTING: { vi: 'đang nhập', en: 'going in' },
  COMMITTED: { vi: 'đã nhập', en: 'in' },
  REVERTED: { vi: 'đã hoàn tác', en: 'taken back' },
  REJECTED: { vi: 'không được nhận', en: 'refused' },
  CANCELLED: { vi: 'đã huỷ', en: 'cancelled' },
  FAILED: { vi: 'bị lỗi', en: 'stopped by an error' },
};

export const importMessages: Messages<ImportRefusal> = {
  ...spreadsheetMessages,
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) => `Không làm được việc này khi tệp ${STATES[from].vi}. Hãy tải lại trang.`,
    en: ({ from }) => `This cannot be done while the file is ${STATES[from].en}. Reload the page.`,
  },
  IMPORT_FILE_MISSING: {
    vi: () => 'Hãy chọn một tệp Excel (.xlsx) hoặc CSV để tải lên.',
    en: () => 'Choose an Excel (.xlsx) or CSV file to upload.',
    field: 'file',
  },
  TOO_MANY_OPEN_IMPORTS: {
    vi: ({ most }) => `Đang có ${most} tệp chưa xong. Hãy nhập hoặc huỷ bớt trước khi tải tệp mới.`,
    en: ({ most }) => `${most} files are still open. Finish or cancel some before you upload another.`,
    field: 'file',
  },
  MAPPING_NOT_COMPLETE: {
    vi: () => 'Hãy cho biết mỗi cột của tệp là gì, hoặc bỏ qua cột đó.',
    en: () => 'Say what each column of the file is, or leave it out.',
    field: 'mapping',
  },
  COLUMN_UNKNOWN: {
    vi: () => 'Có cột ghép vào mục không có trong danh sách. Hãy chọn lại.',
    en: () => 'A column was matched to something that is not in the list. Choose again.',
    field: 'mapping',
  },
  COLUMN_TWICE: {
    vi: () => 'Hai cột của tệp cùng ghép vào một mục. Hãy bỏ qua một trong hai.',
    en: () => 'Two columns of the file are matched to the same thing. Leave one of them out.',
    field: 'mapping',
  },
  COLUMN_MISSING: {
    vi: ({ label }) => `Chưa có cột nào là "${label}". Hãy ghép một cột, hoặc thêm cột đó vào tệp rồi tải lên lại.`,
    en: ({ label }) => `No column is "${label}". Match one, or add it to the file and upload that again.`,
    field: 'mapping',
  },
  NOTHING_TO_COMMIT: {
    vi: () => 'Không có dòng nào để nhập: mọi dòng đều lỗi hoặc không đổi gì.',
    en: () => 'There is nothing to bring in: every row has an error or changes nothing.',
  },
  ROWS_HAVE_ERRORS: {
    vi: ({ count }) => `Còn ${count} dòng lỗi. Hãy sửa hết, hoặc chọn nhập riêng các dòng đúng.`,
    en: ({ count }) => `${count} rows still have errors. Mend them all, or choose to bring in the right ones only.`,
    field: 'mode',
  },
  UNDO_TOO_LATE: {
    vi: () => 'Đã quá 24 giờ kể từ lúc nhập nên không hoàn tác được nữa. Hãy sửa từng dòng hoặc nhập tệp mới.',
    en: () => 'More than 24 hours have passed, so this can no longer be taken back. Mend the rows or bring in a new file.',
  },
  UNDO_NOTHING_LEFT: {
    vi: () => 'Không hoàn tác được dòng nào: mọi dòng đã được sửa tiếp hoặc đã có dữ liệu khác dựa vào.',
    en: () => 'No row can be taken back: each has been changed since, or something else stands on it.',
  },
  IMPORT_FAILED: {
    vi: () => 'Có lỗi ngoài dự kiến nên việc nhập đã dừng; chưa có gì được lưu. Hãy thử tải tệp lên lại.',
    en: () => 'An unexpected error stopped the import; nothing was saved. Try uploading the file again.',
  },
};
