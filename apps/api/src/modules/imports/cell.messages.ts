import type { Refusal } from '@lienket/domain';
import { explain, type Messages } from '../../platform/graphql/refusal.js';
import { type CellRefusal } from './cell-values.js';
import type { Problem, Words } from './import-kind.js';

const list = (choices: readonly Words[], locale: 'vi' | 'en') => choices.map((words) => `"${words[locale]}"`).join(', ');

/** Each sentence names the repair. */
export const cellMessages: Messages<CellRefusal> = {
  CELL_ERROR: {
    vi: () => 'Ô này là công thức bị lỗi hoặc chưa tính. Hãy gõ thẳng giá trị vào ô.',
    en: () => 'This cell is a formula with an error or without a value. Type the value itself.',
  },
  CELL_MISSING: {
    vi: () => 'Ô này để trống. Hãy điền vào.',
    en: () => 'This cell is empty. Fill it in.',
  },
  NUMBER_NOT_VALID: {
    vi: () => 'Ô này phải là một số không âm. Hãy gõ số, ví dụ 12,5.',
    en: () => 'This must be a number of zero or more. Type a number, such as 12.5.',
  },
  NUMBER_AMBIGUOUS: {
    vi: ({ readings }) => `Số này đọc được hai cách (${readings.join(' hoặc ')}). Hãy định dạng ô là số rồi gõ lại.`,
    en: ({ readings }) => `This number reads two ways (${readings.join(' or ')}). Format the cell as a number and type it again.`,
  },
  NUMBER_TOO_PRECISE: {
    vi: () => 'Tối đa 3 chữ số lẻ. Hãy làm tròn.',
    en: () => 'At most 3 decimals. Round it.',
  },
  NUMBER_NOT_WHOLE: {
    vi: () => 'Ô này phải là số nguyên. Hãy bỏ phần lẻ.',
    en: () => 'This must be a whole number. Remove the decimals.',
  },
  NUMBER_TOO_LARGE: {
    vi: () => 'Số quá lớn. Hãy kiểm tra lại số chữ số.',
    en: () => 'The number is too large. Check its digits.',
  },
  MONEY_NOT_VALID: {
    vi: () => 'Ô này phải là số tiền bằng đồng. Hãy gõ ví dụ 40000 hoặc 40.000.',
    en: () => 'This must be an amount in đồng. Type for instance 40000.',
  },
  MONEY_AMBIGUOUS: {
    vi: () => 'Số tiền này đọc được nhiều cách. Hãy gõ đủ số đồng, ví dụ 40000.',
    en: () => 'This amount can be read several ways. Type all its đồng, such as 40000.',
  },
  MONEY_NOT_WHOLE: {
    vi: () => 'Số tiền không có số lẻ. Hãy làm tròn tới đồng.',
    en: () => 'An amount has no decimals. Round it to whole đồng.',
  },
  DATE_NOT_VALID: {
    vi: () => 'Ngày chưa đúng. Hãy gõ ngày/tháng/năm, ví dụ 25/04/2024.',
    en: () => 'This is no date. Type day/month/year, such as 25/04/2024.',
  },
  MONTHS_BECAME_SOMETHING_ELSE: {
    vi: () => 'Excel đã đổi ô này thành ngày hoặc số lẻ. Hãy định dạng ô là Văn bản rồi gõ lại, ví dụ T7, T8, T9.',
    en: () => 'Excel turned this cell into a date or a decimal. Format it as Text and type it again, such as T7, T8, T9.',
  },
  MONTHS_UNREADABLE: {
    vi: () => 'Chưa đọc được các tháng. Hãy gõ ví dụ "7, 8, 9" hoặc "7-9"; quanh năm thì gõ "quanh năm".',
    en: () => 'The months cannot be read. Type for instance "7, 8, 9" or "7-9"; "all year" for the whole year.',
  },
  CHOICE_UNKNOWN: {
    vi: ({ choices }) => `Giá trị không có trong danh sách. Hãy chọn một trong: ${list(choices, 'vi')}.`,
    en: ({ choices }) => `Not in the list. Choose one of: ${list(choices, 'en')}.`,
  },
};

/** A refusal as a cell's problem, in both languages: the file may go from one person to another. */
export function problemOf<R extends Refusal>(messages: Messages<R>, column: string, found: string, refusal: Refusal): Problem {
  const { message: vi } = explain(messages, refusal, 'vi');
  const { message: en } = explain(messages, refusal, 'en');
  return { column, code: refusal.code, found: found.slice(0, 100), vi, en };
}
