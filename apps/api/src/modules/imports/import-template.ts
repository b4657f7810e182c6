import type { Locale } from '@lienket/domain';
import type { SheetTable } from '../../platform/spreadsheets/index.js';
import type { ImportColumn, ImportKind } from './import-kind.js';

const WORDS = {
  vi: {
    guide: 'Hướng dẫn',
    head: ['Cột', 'Bắt buộc', 'Cách điền', 'Chọn trong'],
    must: 'Có',
    new: 'Khi thêm mới',
    intro: [
      [
        '',
        '',
        'Điền vào trang đầu tiên, mỗi dòng một mục. Dòng nghiêng màu xám là ví dụ, không được nhập; có thể xoá hoặc để lại.',
      ],
      ['', '', 'Thứ tự cột không quan trọng; cột không dùng có thể xoá.'],
      ['', '', 'Khi cập nhật: ô để trống giữ nguyên giá trị cũ; gõ (xoá) để xoá giá trị.'],
    ],
  },
  en: {
    guide: 'Guide',
    head: ['Column', 'Required', 'How to fill it', 'Choose from'],
    must: 'Yes',
    new: 'For new ones',
    intro: [
      [
        '',
        '',
        'Fill in the first sheet, one thing a row. The grey row in italics is an example and is not read; delete it or leave it.',
      ],
      ['', '', 'The order of the columns does not matter; delete those you do not use.'],
      ['', '', 'When updating, an empty cell keeps the old value; type (clear) to remove it.'],
    ],
  },
} as const;

type SheetKind = Pick<ImportKind, 'label' | 'columns' | 'keyColumns' | 'neededForNew'>;

const choicesOf = ({ choices }: ImportColumn, locale: Locale): string[] =>
  Object.values(choices ?? {}).map((words) => words[locale]);

/** The sheet to fill in, with an example and drop-down lists, and a page that explains each column. */
export function templateOf(kind: SheetKind, locale: Locale): SheetTable[] {
  const words = WORDS[locale];
  const newOnes = new Set(kind.neededForNew ?? []);
  return [
    {
      name: kind.label[locale],
      columns: kind.columns.map((column) => {
        const choices = choicesOf(column, locale);
        // Text cells: a spreadsheet must not turn "007" into 7 or "7-9" into a day.
        return { header: column.label[locale], kind: 'TEXT' as const, width: 18, ...(choices.length ? { choices } : {}) };
      }),
      rows: [kind.columns.map(({ example, choices }) => (choices && locale === 'en' ? inEnglish(example, choices) : example))],
      exampleRows: 1,
    },
    {
      name: words.guide,
      isText: true,
      columns: words.head.map((header, i) => ({ header, kind: 'TEXT' as const, width: [26, 14, 70, 50][i]! })),
      rows: [
        ...kind.columns.map((column) => [
          column.label[locale],
          column.required || column.key === kind.keyColumns[0] ? words.must : newOnes.has(column.key) ? words.new : '',
          column.help[locale],
          choicesOf(column, locale).join('; '),
        ]),
        ...words.intro,
      ],
    },
  ];
}

const inEnglish = (example: string, choices: NonNullable<ImportColumn['choices']>): string =>
  Object.values(choices).find(({ vi }) => vi === example)?.en ?? example;
