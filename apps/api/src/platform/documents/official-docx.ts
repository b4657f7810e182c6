import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IBorderOptions,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  numberLine,
  OFFICIAL_MARGINS_MM,
  type OfficialBlock,
  type OfficialDocument,
  partsOf,
  placeAndDate,
  TEXT_WIDTH_MM,
  type Words,
} from './official-document.js';
import { DEMO_MARK } from './paper.js';

/** Twentieths of a point. */
const twip = (mm: number): number => Math.round((mm * 1440) / 25.4);
const FONT = 'Times New Roman';
const WIDTH = twip(TEXT_WIDTH_MM);
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '111111' };
const align = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER, justify: AlignmentType.BOTH };

/** Word counts letters in half points. */
const text = (words: string, pt: number, more: { bold?: boolean; italics?: boolean } = {}): TextRun =>
  new TextRun({ text: words, size: pt * 2, font: FONT, ...more });
const runs = (words: Words, pt = 13): TextRun[] =>
  partsOf(words).map(({ text: said, bold, italic }) => text(said, pt, { bold: bold === true, italics: italic === true }));

const centred = (child: TextRun, more: { before?: number; after?: number; rule?: number } = {}): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: more.before ?? 0, after: more.rule ? 20 : (more.after ?? 0) },
    children: [child],
  }),
  ...(more.rule ? [rule(more.rule)] : []),
];

/** A short line under a heading: an empty paragraph with a border, its sides drawn in. */
const rule = (share: number): Paragraph => {
  const indent = Math.round((WIDTH * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, before: 0, after: 40 },
    border: { top: { ...LINE, space: 1 } },
    children: [],
  });
};

const plainCell = (children: (Paragraph | Table)[], percent: number): TableCell =>
  new TableCell({ children, borders: NO_BORDERS, width: { size: Math.round((WIDTH * percent) / 100), type: WidthType.DXA } });

const plainTable = (cells: readonly { children: (Paragraph | Table)[]; percent: number }[]): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: cells.map(({ percent }) => Math.round((WIDTH * percent) / 100)),
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children: cells.map(({ children, percent }) => plainCell(children, percent)) })],
  });

function heading(doc: OfficialDocument): (Paragraph | Table)[] {
  const wide = doc.issuer === null;
  const nation = [
    ...centred(text(NATIONAL_TITLE, wide ? 13 : 12, { bold: true })),
    ...centred(text(NATIONAL_MOTTO, wide ? 14 : 13, { bold: true }), { rule: wide ? 0.37 : 0 }),
  ];
  const title = [
    ...centred(text(doc.title, 14, { bold: true }), { before: 240 }),
    ...(doc.about ? centred(text(doc.about, 14, { bold: true })) : []),
  ];
  const date = text(placeAndDate(doc), 13, { italics: true });
  if (!doc.issuer) {
    return [
      ...nation,
      new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 120 }, children: [date] }),
      ...title,
      ...centred(text(numberLine(doc.number), 13), { after: 240 }),
    ];
  }
  const cellRule = new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 160 }, children: [text('________', 8)] });
  const left = [
    ...(doc.issuer.above ? centred(text(doc.issuer.above.toLocaleUpperCase('vi'), 12)) : []),
    ...centred(text(doc.issuer.name.toLocaleUpperCase('vi'), 12, { bold: true })),
    cellRule,
    ...centred(text(numberLine(doc.number), 13), { before: 60 }),
  ];
  const underline = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 160 },
    children: [text('_'.repeat(38), 8)],
  });
  return [
    plainTable([
      { children: left, percent: 40 },
      { children: [...nation, underline, ...centred(date, { before: 60 })], percent: 60 },
    ]),
    ...title,
    new Paragraph({ children: [], spacing: { after: 120 } }),
  ];
}

function tableOf(block: Extract<OfficialBlock, { kind: 'table' }>): (Paragraph | Table)[] {
  const widths = block.columns.map(({ percent }) => Math.round((WIDTH * percent) / 100));
  const cell = (words: string, index: number, more: { bold?: boolean; head?: boolean } = {}) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: more.head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: more.head ? AlignmentType.CENTER : align[block.columns[index]!.align ?? 'left'],
          children: [text(words, 12, { bold: more.bold === true || more.head === true })],
        }),
      ],
    });
  return [
    ...(block.unit
      ? [new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, children: [text(block.unit, 11, { italics: true })] })]
      : []),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: block.columns.map(({ title }, i) => cell(title, i, { head: true })),
        }),
        ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((words, i) => cell(words, i)) })),
        ...(block.total
          ? [new TableRow({ cantSplit: true, children: block.total.map((words, i) => cell(words, i, { bold: true })) })]
          : []),
      ],
    }),
    new Paragraph({ children: [], spacing: { after: 60 } }),
  ];
}

const FIRST_LINE = twip(10);

function bodyOf(block: OfficialBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          alignment: align[block.align ?? 'justify'],
          spacing: { after: 120 },
          ...(block.indent === false || block.align ? {} : { indent: { firstLine: FIRST_LINE } }),
          children: runs(block.words),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120, after: 80 },
          indent: { firstLine: FIRST_LINE },
          children: [text(block.text, 13, block.level === 2 ? { italics: true } : { bold: true })],
        }),
      ];
    case 'bullets':
      return block.items.map(
        (words) =>
          new Paragraph({
            alignment: AlignmentType.BOTH,
            spacing: { after: 80 },
            indent: { firstLine: FIRST_LINE },
            children: [text('- ', 13), ...runs(words)],
          }),
      );
    case 'facts':
      return [
        new Paragraph({ keepNext: true, spacing: { before: 120, after: 60 }, children: [text(block.title, 13, { bold: true })] }),
        ...block.facts.map(([label, value]) =>
          plainTable([
            { children: [new Paragraph({ indent: { left: 280 }, children: [text(label, 13)] })], percent: 30 },
            { children: [new Paragraph({ children: [text(`: ${value}`, 13)] })], percent: 70 },
          ]),
        ),
      ];
    case 'table':
      return tableOf(block);
    case 'picture':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 80, after: 120 },
          children: [
            new ImageRun({
              type: 'png',
              data: block.png,
              // Word's pixels: 96 to the inch.
              transformation: {
                width: Math.round((block.widthMm * 96) / 25.4),
                height: Math.round((block.heightMm * 96) / 25.4),
              },
              altText: { name: block.alt, title: block.alt, description: block.alt },
            }),
          ],
        }),
      ];
  }
}

function closing({ signers, recipients }: OfficialDocument): (Paragraph | Table)[] {
  const list = [
    new Paragraph({ children: [text('Nơi nhận:', 12, { bold: true, italics: true })] }),
    ...recipients.map((said) => new Paragraph({ children: [text(`- ${said};`, 11)] })),
  ];
  const signature = ({ title, hint, name }: OfficialDocument['signers'][number]) => [
    ...centred(text(title, 13, { bold: true })),
    ...centred(text(hint, 12, { italics: true }), { after: 1200 }),
    ...centred(text(name ?? '', 13, { bold: true })),
  ];
  const parts: (Paragraph | Table)[] = [new Paragraph({ children: [], spacing: { before: 160 } })];
  for (let i = 0; i < Math.max(1, signers.length); i += 2) {
    const row = signers.slice(i, i + 2);
    const withList = i === 0 && recipients.length > 0;
    const percent = Math.floor((withList ? 60 : 100) / Math.max(1, row.length));
    const cells = [
      ...(withList ? [{ children: list, percent: 40 }] : []),
      ...row.map((signer) => ({ children: signature(signer), percent })),
    ];
    if (cells.length) parts.push(plainTable(cells), new Paragraph({ children: [], spacing: { after: 120 } }));
  }
  return parts;
}

/** The same paper as a file for an office to edit: A4, Times New Roman, page numbers at the top from the second page on. */
export function officialDocx(doc: OfficialDocument): Promise<Buffer> {
  const { top, right, bottom, left } = OFFICIAL_MARGINS_MM;
  const foot = [doc.foot, doc.isDemo ? DEMO_MARK : null].filter(Boolean).join(' · ');
  const footer = new Footer({ children: [new Paragraph({ children: [text(foot, 8.5)] })] });
  const file = new Document({
    title: [doc.title, doc.number].filter(Boolean).join(' '),
    creator: 'Liên Kết',
    styles: { default: { document: { run: { font: FONT, size: 26 }, paragraph: { spacing: { line: 264 } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twip(210), height: twip(297) },
            margin: { top: twip(top), right: twip(right), bottom: twip(bottom), left: twip(left) },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ children: [] })] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
              }),
            ],
          }),
        },
        footers: { first: footer, default: footer },
        children: [...heading(doc), ...doc.blocks.flatMap(bodyOf), ...closing(doc)],
      },
    ],
  });
  return Packer.toBuffer(file);
}
