import type { RegisterAction, RegisterState, SecondPersonRefusal, TransitionRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import { type SpreadsheetRefusal, spreadsheetMessages } from '../../platform/spreadsheets/index.js';

export type RegisterRefusal =
  | SpreadsheetRefusal
  | SecondPersonRefusal
  | TransitionRefusal<RegisterState, RegisterAction>
  | { readonly code: 'REGISTER_FILE_MISSING' }
  | { readonly code: 'REGISTER_EVENT_MISSING' }
  | { readonly code: 'REGISTER_NO_SHEET' }
  | { readonly code: 'REGISTER_SHEET_TWICE'; readonly sheet: string }
  | { readonly code: 'REGISTER_COLUMN_MISSING'; readonly sheet: string; readonly column: string }
  | { readonly code: 'REGISTER_CHANGED_MEANWHILE' }
  | { readonly code: 'REGISTER_EMPTY' }
  | { readonly code: 'REGISTER_HAS_MISTAKES'; readonly count: number }
  | { readonly code: 'MATCHES_OPEN'; readonly count: number }
  | { readonly code: 'MATCH_NOT_ASKED' }
  | { readonly code: 'MATCH_NOT_OFFERED' }
  | { readonly code: 'MATCH_TAKEN'; readonly row: number }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REVERT_TOO_LATE' }
  | { readonly code: 'REVERT_CHANGED_SINCE'; readonly names: string; readonly count: number }
  | { readonly code: 'REVERT_STOOD_ON'; readonly names: string; readonly count: number };

const STATES: Record<RegisterState, { vi: string; en: string }> = {
  UPLOADED: { vi: 'đang được đọc', en: 'being read' },
  VALIDATED: { vi: 'đã kiểm tra, chưa trình', en: 'checked and not submitted' },
  SUBMITTED: { vi: 'đang chờ duyệt', en: 'waiting for approval' },
  APPROVED: { vi: 'đã duyệt, đang nhập', en: 'approved and going in' },
  COMMITTED: { vi: 'đã nhập', en: 'in' },
  REVERTED: { vi: 'đã hoàn tác', en: 'taken back' },
  REJECTED: { vi: 'không được nhận', en: 'refused' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
};

export const registerMessages: Messages<RegisterRefusal> = {
  ...spreadsheetMessages,
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người chuẩn bị sổ không duyệt sổ đó. Hãy nhờ một cán bộ khác duyệt.',
    en: () => 'Who prepared a register does not approve it. Ask another officer.',
  },
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) => `Không làm được việc này khi sổ ${STATES[from].vi}. Hãy tải lại trang.`,
    en: ({ from }) => `This cannot be done while the register is ${STATES[from].en}. Reload the page.`,
  },
  REGISTER_FILE_MISSING: {
    vi: () => 'Hãy chọn tệp Excel (.xlsx) của sổ đăng ký.',
    en: () => 'Choose the Excel file (.xlsx) of the register.',
    field: 'file',
  },
  REGISTER_EVENT_MISSING: {
    vi: () => 'Hãy chọn hội nghị của sổ này.',
    en: () => 'Choose the conference of this register.',
    field: 'event',
  },
  REGISTER_NO_SHEET: {
    vi: () => 'Tệp không có trang nào của sổ đăng ký. Hãy dùng tệp mẫu và giữ nguyên tên các trang.',
    en: () => 'The file has none of the register’s sheets. Use the template and keep the names of its sheets.',
    field: 'file',
  },
  REGISTER_SHEET_TWICE: {
    vi: ({ sheet }) => `Trang "${sheet}" có hai lần. Hãy gộp lại thành một.`,
    en: ({ sheet }) => `The sheet "${sheet}" is there twice. Join the two.`,
    field: 'file',
  },
  REGISTER_COLUMN_MISSING: {
    vi: ({ sheet, column }) => `Trang "${sheet}" thiếu cột "${column}". Hãy thêm cột đó rồi tải lên lại.`,
    en: ({ sheet, column }) => `The sheet "${sheet}" lacks the column "${column}". Add it and upload the file again.`,
    field: 'file',
  },
  REGISTER_CHANGED_MEANWHILE: {
    vi: () => 'Dữ liệu trong hệ thống đã đổi sau khi duyệt nên sổ chưa được nhập. Hãy xem lại các dòng rồi trình lần nữa.',
    en: () => 'Data changed after the approval, so the register did not go in. Look at its rows again and submit it once more.',
  },
  REGISTER_EMPTY: {
    vi: () => 'Không có dòng nào để nhập: mọi dòng đều lỗi hoặc không đổi gì.',
    en: () => 'There is nothing to bring in: every row has a mistake or changes nothing.',
  },
  REGISTER_HAS_MISTAKES: {
    vi: ({ count }) => `Còn ${count} dòng lỗi. Hãy sửa tệp rồi tải lên lại, hoặc chọn chỉ nhập các dòng đúng.`,
    en: ({ count }) => `${count} rows still have mistakes. Mend the file and upload it again, or bring in the right rows only.`,
    field: 'mode',
  },
  MATCHES_OPEN: {
    vi: ({ count }) => `Còn ${count} bên chưa rõ là đơn vị nào. Hãy chọn cho từng bên trước khi trình.`,
    en: ({ count }) => `${count} parties may be known organizations. Say for each before you submit.`,
  },
  MATCH_NOT_ASKED: {
    vi: () => 'Bên này đã rõ là đơn vị nào nên không cần chọn.',
    en: () => 'It is clear which organization this party is.',
  },
  MATCH_NOT_OFFERED: {
    vi: () => 'Hãy chọn một trong các đơn vị được nêu, hoặc chọn "đơn vị mới".',
    en: () => 'Choose one of the organizations named, or "a new one".',
  },
  MATCH_TAKEN: {
    vi: ({ row }) => `Đơn vị này đã là bên ở dòng ${row}. Hãy chọn đơn vị khác, hoặc "đơn vị mới".`,
    en: ({ row }) => `This organization is already the party in row ${row}. Choose another, or "a new one".`,
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do trả lại, để người chuẩn bị biết cần sửa gì (tối đa 500 ký tự).',
    en: () => 'Write why it goes back, so that its preparer knows what to mend (at most 500 characters).',
    field: 'reason',
  },
  REVERT_TOO_LATE: {
    vi: () => 'Đã quá 24 giờ kể từ lúc nhập nên không hoàn tác được nữa. Hãy sửa từng mục, hoặc nhập lại sổ đã sửa.',
    en: () =>
      'More than 24 hours have passed, so this can no longer be taken back. Mend single things, or bring in the corrected register.',
  },
  REVERT_CHANGED_SINCE: {
    vi: ({ names, count }) => `Có ${count} mục đã được sửa sau khi nhập (${names}), nên không hoàn tác được cả sổ.`,
    en: ({ names, count }) => `${count} things were changed since (${names}), so the register cannot be taken back whole.`,
  },
  REVERT_STOOD_ON: {
    vi: ({ names, count }) => `Đã có dữ liệu khác dựa vào ${count} mục (${names}), nên không hoàn tác được cả sổ.`,
    en: ({ names, count }) =>
      `Something else stands on ${count} of its things (${names}), so the register cannot be taken back whole.`,
  },
};
