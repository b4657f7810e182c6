import type { Locale } from '@lienket/domain';
import { type CellValue, type SheetTable, xlsxStream } from '../../../platform/spreadsheets/index.js';
import { templateOf } from '../../imports/index.js';
import type { SheetLayout } from '../register-sheet.js';
import { LAYOUTS } from '../sheets/index.js';
import { type SampleRegister, sampleRegister } from './sample-register.js';

const GUIDE = {
  vi: {
    name: 'Hướng dẫn',
    head: ['Trang', 'Cột', 'Bắt buộc', 'Cách điền', 'Chọn trong'],
    intro: [
      'Mỗi trang một loại. Dòng nghiêng màu xám là ví dụ, không được nhập; có thể xoá hoặc để lại.',
      'Không biết thì để trống: ô trống là "chưa rõ", không bao giờ là 0. Đừng ghi "không có" hay số 0 thay cho ô trống.',
      'Nhập lại cùng số biên bản của cùng hội nghị là cập nhật, không tạo bản thứ hai.',
      'Mã bên ở trang Các bên được dùng ở mọi trang khác.',
    ],
  },
  en: {
    name: 'Guide',
    head: ['Sheet', 'Column', 'Required', 'How to fill it', 'Choose from'],
    intro: [
      'One kind of thing a sheet. The grey row in italics is an example and is not read; delete it or leave it.',
      'Leave empty what is not known: an empty cell means unknown, never 0. Do not write "none" or 0 instead.',
      'The same register number of the same conference updates; it never makes a second one.',
      'The party codes of the sheet of parties are used in all others.',
    ],
  },
} as const;

/** The seven sheets to fill in, each with an example and drop-down lists, and a page that explains every column. */
export function registerTemplate(locale: Locale): SheetTable[] {
  const words = GUIDE[locale];
  const templates = LAYOUTS.map((layout) => templateOf(layout, locale));
  const explained = LAYOUTS.flatMap((layout, i) =>
    [...(templates[i]![1]!.rows as Iterable<readonly CellValue[]>)]
      .slice(0, layout.columns.length)
      .map((row) => [layout.label[locale], ...row]),
  );
  return [
    ...templates.map(([sheet]) => sheet!),
    {
      name: words.name,
      isText: true,
      columns: words.head.map((header, i) => ({ header, kind: 'TEXT' as const, width: [22, 24, 12, 60, 50][i]! })),
      rows: [...words.intro.map((line) => ['', '', '', line, '']), ...explained],
    },
  ];
}

/** The sample as a workbook. */
export const sampleWorkbook = (options: { readonly mistakes?: boolean } = {}): SheetTable[] =>
  workbookOf(sampleRegister(options));

/** Rows by column key under the template's Vietnamese headers. */
export const workbookOf = (register: SampleRegister): SheetTable[] =>
  LAYOUTS.map((layout) => sheetOf(layout, register[layout.name]));

/** The sheets of the day itself, with their mistakes: who came and what was shown. */
export function registerOfTheDay(): SheetTable[] {
  const register = sampleRegister({ mistakes: true });
  return workbookOf({ ...register, AGREEMENTS: [], LINES: [], CREDITS: [], PETITIONS: [] });
}

export const xlsxOf = async (tables: readonly SheetTable[]): Promise<Buffer> => Buffer.concat(await xlsxStream(tables).toArray());

const sheetOf = (layout: SheetLayout, rows: readonly Record<string, CellValue>[]): SheetTable => ({
  name: layout.label.vi,
  columns: layout.columns.map(({ label, kind }) => ({ header: label.vi, kind, width: Math.max(12, label.vi.length + 4) })),
  rows: rows.map((row) => layout.columns.map(({ key, kind }) => (kind === 'DATE' ? isoOf(row[key]) : row[key]))),
});

/** Dates are written as such; what is no date stays the text it is. */
function isoOf(value: CellValue): CellValue {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(value ?? '')) ?? [];
  const iso = `${year}-${month}-${day}`;
  return day && new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso) ? iso : value;
}
