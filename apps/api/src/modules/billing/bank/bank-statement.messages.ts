import type { CamtRefusal } from './camt-reader.js';
import { type AllocationRefusal, formatVnd, type StatementRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { type SpreadsheetRefusal, spreadsheetMessages } from '../../../platform/spreadsheets/index.js';

export type BankRefusal =
  | CamtRefusal
  | StatementRefusal
  | (AllocationRefusal & { readonly number: string })
  | { readonly code: 'STATEMENT_MISSING' }
  | { readonly code: 'LINE_DECIDED' }
  | { readonly code: 'IGNORE_REASON_MISSING' }
  | { readonly code: 'IGNORE_REASON_TOO_LONG'; readonly max: number };

const own: Messages<BankRefusal> = {
  STATEMENT_MISSING: {
    vi: () => 'Hãy chọn tệp sao kê của ngân hàng.',
    en: () => "Choose the bank's statement file.",
    field: 'file',
  },
  CAMT_DAMAGED: {
    vi: () => 'Tệp XML này không phải sao kê CAMT.053 đọc được. Hãy tải lại từ ngân hàng, hoặc dùng bản Excel, CSV.',
    en: () => 'This XML is no readable CAMT.053 statement. Download it again, or take the Excel or CSV version.',
    field: 'file',
  },
  STATEMENT_HEADER_MISSING: {
    vi: () =>
      'Không tìm thấy bảng giao dịch: cần các cột Ngày, Nội dung và Ghi có (hoặc Số tiền). Hãy tải bản Excel hoặc CSV từ ngân hàng, đừng xoá dòng tiêu đề.',
    en: () =>
      'No table of transactions: it needs the columns date, description and credit (or amount). Download Excel or CSV from the bank and keep its headings.',
    field: 'file',
  },
  STATEMENT_EMPTY: {
    vi: () => 'Sao kê này không có khoản tiền vào nào.',
    en: () => 'This statement shows no money coming in.',
    field: 'file',
  },
  ALLOCATION_MISSING: {
    vi: () => 'Hãy chọn ít nhất một đề nghị và ghi số tiền lớn hơn 0.',
    en: () => 'Choose at least one request and an amount above zero.',
    field: 'allocations',
  },
  ALLOCATION_ABOVE_CREDIT: {
    vi: ({ left }) => `Khoản tiền này chỉ còn ${formatVnd(left)} để phân bổ.`,
    en: ({ left }) => `Only ${formatVnd(left, 'en')} of this money is left to allocate.`,
    field: 'allocations',
  },
  ALLOCATION_ABOVE_OPEN: {
    vi: ({ number, open }) => `Đề nghị ${number} chỉ còn phải trả ${formatVnd(open)}.`,
    en: ({ number, open }) => `Request ${number} has only ${formatVnd(open, 'en')} open.`,
    field: 'allocations',
  },
  LINE_DECIDED: {
    vi: () => 'Khoản tiền này đã được xử lý. Hãy tải lại trang.',
    en: () => 'This money has been dealt with already. Reload the page.',
  },
  IGNORE_REASON_MISSING: {
    vi: () => 'Hãy ghi vì sao khoản này không thuộc đề nghị nào.',
    en: () => 'Say why this money belongs to no request.',
    field: 'reason',
  },
  IGNORE_REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A reason has at most ${max} characters.`,
    field: 'reason',
  },
};

export const bankMessages: Messages<BankRefusal | SpreadsheetRefusal> = { ...spreadsheetMessages, ...own };
