import type { Messages } from '../graphql/refusal.js';

/** Why a file is not read; nothing of it is kept. */
export type SpreadsheetRefusal =
  | { readonly code: 'SHEET_KIND_NOT_ALLOWED' }
  | { readonly code: 'SHEET_OLD_OR_LOCKED' }
  | { readonly code: 'SHEET_TOO_LARGE' }
  | { readonly code: 'SHEET_UNPACKS_TOO_LARGE' }
  | { readonly code: 'SHEET_TOO_MANY_PARTS' }
  | { readonly code: 'SHEET_DAMAGED' }
  | { readonly code: 'SHEET_NOT_PLAIN'; readonly what: 'MACROS' | 'LINKS' | 'EMBEDDED' | 'ENCRYPTED' | 'DOCTYPE' | 'HIDDEN' }
  | { readonly code: 'SHEET_TOO_MANY_ROWS'; readonly most: number }
  | { readonly code: 'SHEET_TOO_MANY_COLUMNS'; readonly most: number }
  | { readonly code: 'SHEET_CELL_TOO_LONG'; readonly cell: string }
  | { readonly code: 'SHEET_QUOTES_OPEN'; readonly line: number }
  | { readonly code: 'SHEET_TOO_HEAVY' }
  | { readonly code: 'SHEET_EMPTY' };

const NOT_PLAIN = {
  MACROS: { vi: 'có chứa macro', en: 'contains macros' },
  LINKS: { vi: 'có liên kết tới sổ tính khác', en: 'links to other workbooks' },
  EMBEDDED: { vi: 'có nhúng tệp khác bên trong', en: 'has other files inside' },
  ENCRYPTED: { vi: 'đang đặt mật khẩu', en: 'is protected by a password' },
  DOCTYPE: { vi: 'có phần khai báo không được phép', en: 'declares entities, which is not allowed' },
  HIDDEN: { vi: 'có phần giấu bên trong', en: 'hides something inside' },
} as const;

export const spreadsheetMessages: Messages<SpreadsheetRefusal> = {
  SHEET_KIND_NOT_ALLOWED: {
    vi: () => 'Chỉ nhận tệp Excel (.xlsx) hoặc CSV. Tệp này không phải một trong hai loại đó.',
    en: () => 'Only Excel (.xlsx) and CSV files are accepted. This file is neither.',
    field: 'file',
  },
  SHEET_OLD_OR_LOCKED: {
    vi: () =>
      'Tệp này là Excel kiểu cũ (.xls) hoặc đang đặt mật khẩu. Hãy mở trong Excel, bỏ mật khẩu rồi chọn Lưu thành "Excel Workbook (.xlsx)".',
    en: () =>
      'This file is of the old Excel format (.xls) or protected by a password. Open it in Excel, remove the password and save it as "Excel Workbook (.xlsx)".',
    field: 'file',
  },
  SHEET_TOO_LARGE: {
    vi: () => 'Tệp lớn quá 10 MB. Hãy xoá ảnh và trang không dùng, hoặc chia thành nhiều tệp.',
    en: () => 'The file is larger than 10 MB. Remove pictures and unused sheets, or split it.',
    field: 'file',
  },
  SHEET_UNPACKS_TOO_LARGE: {
    vi: () => 'Nội dung của tệp khi mở ra quá lớn (trên 50 MB). Hãy chép dữ liệu sang tệp mẫu mới rồi tải lên lại.',
    en: () => 'The file unpacks to more than 50 MB. Copy the data into a new template and upload that.',
    field: 'file',
  },
  SHEET_TOO_MANY_PARTS: {
    vi: () => 'Tệp có quá nhiều phần bên trong (trên 200). Hãy chép dữ liệu sang tệp mẫu mới.',
    en: () => 'The file holds more than 200 parts. Copy the data into a new template.',
    field: 'file',
  },
  SHEET_DAMAGED: {
    vi: () => 'Không đọc được tệp: tệp hỏng hoặc tải chưa hết. Hãy mở lại trong Excel, lưu thành bản mới rồi tải lên.',
    en: () => 'The file cannot be read: it is damaged or incomplete. Open it in Excel, save a new copy and upload that.',
    field: 'file',
  },
  SHEET_NOT_PLAIN: {
    vi: ({ what }) =>
      `Tệp ${NOT_PLAIN[what].vi} nên không được nhận. Hãy chép riêng dữ liệu sang tệp mẫu mới (.xlsx) rồi tải lên.`,
    en: ({ what }) =>
      `The file ${NOT_PLAIN[what].en}, so it is refused. Copy the data alone into a new template (.xlsx) and upload that.`,
    field: 'file',
  },
  SHEET_TOO_MANY_ROWS: {
    vi: ({ most }) => `Mỗi lần nhập tối đa ${most.toLocaleString('vi-VN')} dòng. Hãy chia thành nhiều tệp.`,
    en: ({ most }) => `At most ${most.toLocaleString('en-US')} rows at a time. Split the file.`,
    field: 'file',
  },
  SHEET_TOO_MANY_COLUMNS: {
    vi: ({ most }) => `Trang tính có dữ liệu quá ${most} cột. Hãy xoá các cột không dùng.`,
    en: ({ most }) => `The sheet has data in more than ${most} columns. Delete the columns you do not use.`,
    field: 'file',
  },
  SHEET_CELL_TOO_LONG: {
    vi: ({ cell }) => `Ô ${cell} dài quá 32.767 ký tự. Hãy rút gọn.`,
    en: ({ cell }) => `Cell ${cell} is longer than 32,767 characters. Shorten it.`,
    field: 'file',
  },
  SHEET_QUOTES_OPEN: {
    vi: ({ line }) => `Dòng ${line} của tệp CSV có dấu ngoặc kép mở mà không đóng. Hãy sửa dòng đó hoặc lưu thành .xlsx.`,
    en: ({ line }) => `Line ${line} of the CSV file opens quotation marks and never closes them. Mend it or save as .xlsx.`,
    field: 'file',
  },
  SHEET_TOO_HEAVY: {
    vi: () => 'Tệp này tốn quá nhiều thời gian hoặc bộ nhớ để đọc. Hãy chép dữ liệu sang tệp mẫu mới hoặc chia nhỏ.',
    en: () => 'The file takes too long or too much memory to read. Copy the data into a new template or split it.',
    field: 'file',
  },
  SHEET_EMPTY: {
    vi: () => 'Tệp không có dòng dữ liệu nào. Hãy điền vào trang đầu tiên của tệp mẫu.',
    en: () => 'The file has no rows. Fill in the first sheet of the template.',
    field: 'file',
  },
};

/** Carries a refusal out of a reader. */
export class SpreadsheetRefused extends Error {
  constructor(readonly refusal: SpreadsheetRefusal) {
    super(refusal.code);
  }
}

export const refused = (refusal: SpreadsheetRefusal): SpreadsheetRefused => new SpreadsheetRefused(refusal);
