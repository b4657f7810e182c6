import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IBorderOptions,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  ANNEX_WIDTH_MM,
  annexLine,
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  numberLine,
  OFFICIAL_MARGINS_MM,
  type OfficialBlock,
  type OfficialDocument,
  placeAndDate,
  recipientLines,
  TEXT_WIDTH_MM,
} from './official-document.js';
import { align, FONT, LINE, runs, text, twip } from './official-docx-parts.js';
import { barInks, type Inks, tableOf } from './official-docx-table.js';
import { DEMO_MARK } from './paper.js';

const WIDTH = twip(TEXT_WIDTH_MM);
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

const centred = (child: TextRun, more: { before?: number; after?: number; rule?: number } = {}): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: more.before ?? 0, after: more.rule ? 20 : (more.after ?? 0) },
    children: [child],
  }),
  ...(more.rule ? [rule(more.rule)] : []),
];

/** A short line under a heading: an empty paragraph with a border, its sides drawn in. */
const rule = (share: number, width = WIDTH): Paragraph => {
  const indent = Math.round((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, before: 60, after: 40 },
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
    ...(doc.about ? centred(text(doc.about, 14, { bold: true }), { rule: doc.issuer ? 0.28 : 0 }) : []),
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

const FIRST_LINE = twip(10);

function bodyOf(block: OfficialBlock, widthMm: number, ink: Inks): (Paragraph | Table)[] {
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
      return tableOf(block, widthMm, ink);
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
    ...recipientLines(recipients).map((said) => new Paragraph({ children: [text(said, 11)] })),
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

const pageNumbers = (): ISectionOptions['headers'] => ({
  first: new Header({ children: [new Paragraph({ children: [] })] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
      }),
    ],
  }),
});

/** A4 with the decree's margins, upright or across; pages are counted anew, and the first one shows no number. */
function sectionOf(doc: OfficialDocument, isAcross: boolean, children: (Paragraph | Table)[]): ISectionOptions {
  const { top, right, bottom, left } = OFFICIAL_MARGINS_MM;
  const foot = [doc.foot, doc.isDemo ? DEMO_MARK : null].filter(Boolean).join(' · ');
  const footer = new Footer({ children: [new Paragraph({ children: [text(foot, 8)] })] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // The library turns the page itself: it is given as if upright.
        size: { width: twip(210), height: twip(297), ...(isAcross && { orientation: PageOrientation.LANDSCAPE }) },
        margin: { top: twip(top), right: twip(right), bottom: twip(bottom), left: twip(left) },
        pageNumbers: { start: 1 },
      },
    },
    headers: pageNumbers(),
    footers: { first: footer, default: footer },
    children,
  };
}

const annexSections = (doc: OfficialDocument, ink: Inks): ISectionOptions[] =>
  (doc.annexes ?? []).map(({ title, blocks }, index, all) =>
    sectionOf(doc, true, [
      ...centred(text(annexLine(index, all.length), 14, { bold: true })),
      ...centred(text(title, 13, { bold: true })),
      ...(doc.annexOf ? centred(text(`(Kèm theo ${doc.annexOf})`, 13, { italics: true })) : []),
      rule(0.2, twip(ANNEX_WIDTH_MM)),
      new Paragraph({ children: [], spacing: { after: 60 } }),
      ...blocks.flatMap((block) => bodyOf(block, ANNEX_WIDTH_MM, ink)),
    ]),
  );

/** The same paper as a file for an office to edit: A4, Times New Roman, page numbers at the top from the second page on. */
export async function officialDocx(doc: OfficialDocument): Promise<Buffer> {
  const ink = await barInks();
  const file = new Document({
    title: [doc.title, doc.number].filter(Boolean).join(' '),
    creator: 'Liên Kết',
    styles: { default: { document: { run: { font: FONT, size: 26 }, paragraph: { spacing: { line: 264 } } } } },
    sections: [
      sectionOf(doc, false, [
        ...heading(doc),
        ...doc.blocks.flatMap((block) => bodyOf(block, TEXT_WIDTH_MM, ink)),
        ...closing(doc),
      ]),
      ...annexSections(doc, ink),
    ],
  });
  return Packer.toBuffer(file);
}
