import type { Column, Content, ContentSection, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  ANNEX_WIDTH_MM,
  annexLine,
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  numberLine,
  OFFICIAL_MARGINS_MM,
  type OfficialBlock,
  type OfficialDocument,
  partsOf,
  placeAndDate,
  recipientLines,
  TEXT_WIDTH_MM,
  type Words,
} from './official-document.js';
import { tableOf } from './official-pdf-table.js';
import { DEMO_MARK } from './paper.js';

const mm = (length: number): number => (length * 72) / 25.4;
const INK = '#111111';
const RULE = '#555555';
const FIRST_LINE = mm(10);
/** Heads and feet of pages are among the nodes that the question about lone headings sees: this level tells them apart. */
const FRAME = 9;
const HEADING = 1;

const run = (words: Words) => partsOf(words).map(({ text, bold, italic }) => ({ text, bold, italics: italic }));

const line = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.7, lineColor: INK }],
  alignment: 'center',
  margin: [0, 2, 0, 0],
});
const ruled = (text: Content, length: number): Content => ({ stack: [text, line(length)] });

function heading(doc: OfficialDocument): Content[] {
  const nation: Content[] = [
    { text: NATIONAL_TITLE, bold: true, fontSize: doc.issuer ? 12 : 13, noWrap: true },
    ruled({ text: NATIONAL_MOTTO, bold: true, fontSize: doc.issuer ? 13 : 14 }, doc.issuer ? 158 : 170),
  ];
  const date: Content = { text: placeAndDate(doc), italics: true, fontSize: 13, margin: [0, 8, 0, 0] };
  const title: Content[] = [
    { text: doc.title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 16, 0, 0] },
    ...(doc.about ? [{ text: doc.about, bold: true, fontSize: 14, alignment: 'center' } as Content] : []),
    ...(doc.issuer && doc.about ? [line(130)] : []),
  ];
  if (!doc.issuer) {
    return [
      { stack: nation, alignment: 'center' },
      { ...(date as object), alignment: 'right' } as Content,
      ...title,
      { text: numberLine(doc.number), alignment: 'center', margin: [0, 2, 0, 12] },
    ];
  }
  const issuer: Content[] = [
    ...(doc.issuer.above ? [{ text: doc.issuer.above.toLocaleUpperCase('vi'), fontSize: 12 } as Content] : []),
    ruled({ text: doc.issuer.name.toLocaleUpperCase('vi'), bold: true, fontSize: 12 }, 60),
    { text: numberLine(doc.number), fontSize: 13, margin: [0, 6, 0, 0] },
  ];
  return [
    {
      columns: [
        { width: 185, alignment: 'center', stack: issuer },
        { width: '*', alignment: 'center', stack: [...nation, date] },
      ],
      columnGap: 8,
    },
    ...title,
    { text: '', margin: [0, 0, 0, 10] },
  ];
}

function bodyOf(block: OfficialBlock, widthMm: number): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        {
          text: run(block.words),
          alignment: block.align ?? 'justify',
          leadingIndent: block.indent === false || block.align ? 0 : FIRST_LINE,
          margin: [0, 0, 0, 6],
        },
      ];
    case 'heading':
      return [
        {
          text: block.text,
          ...(block.level === 2 ? { italics: true } : { bold: true }),
          margin: [0, 6, 0, 4],
          leadingIndent: FIRST_LINE,
          headlineLevel: HEADING,
        },
      ];
    case 'bullets':
      return block.items.map((words): Content => ({
        text: ['- ', ...run(words)],
        alignment: 'justify',
        leadingIndent: FIRST_LINE,
        margin: [0, 0, 0, 4],
      }));
    case 'facts':
      return [
        { text: block.title, bold: true, margin: [0, 6, 0, 3] },
        ...block.facts.map(([label, value]): Content => ({
          columns: [
            { width: 110, text: label },
            { width: '*', text: `: ${value}` },
          ],
          margin: [mm(5), 0, 0, 2],
        })),
      ];
    case 'table':
      return tableOf(block, widthMm);
    case 'picture':
      return [{ svg: block.svg, width: mm(block.widthMm), alignment: 'center', margin: [0, 4, 0, 8] }];
  }
}

function closing({ signers, recipients }: OfficialDocument): Content {
  const signatures = signers.map(({ title, hint, name }): Column => ({
    width: '*',
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: hint, italics: true, fontSize: 12 },
      { text: name ?? ' ', bold: true, margin: [0, 62, 0, 0] },
    ],
  }));
  const list: Column[] = recipients.length
    ? [
        {
          width: 190,
          stack: [
            { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
            ...recipientLines(recipients).map((text): Content => ({ text, fontSize: 11 })),
          ],
        },
      ]
    : [];
  const rows: Column[][] = [];
  for (let i = 0; i < signatures.length; i += 2) rows.push(signatures.slice(i, i + 2));
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: rows.map((row, index) => ({ columns: [...(index === 0 ? list : []), ...row], margin: [0, 0, 0, 18] })),
  };
}

const pageNumber = (page: number): Content =>
  page > 1 ? { text: String(page), alignment: 'center', fontSize: 13, margin: [0, mm(9), 0, 0], headlineLevel: FRAME } : '';

/** Annexes on pages across, each with its own page numbers; `starts` holds where each began in this layout. */
function annexPages(doc: OfficialDocument, starts: Map<number, number>): ContentSection[] {
  const annexes = doc.annexes ?? [];
  return annexes.map(({ title, blocks }, index) => ({
    pageOrientation: 'landscape',
    header: (page: number) => {
      if (!starts.has(index)) starts.set(index, page);
      return pageNumber(page - starts.get(index)! + 1);
    },
    section: {
      stack: [
        { text: annexLine(index, annexes.length), bold: true, fontSize: 14, alignment: 'center' },
        { text: title, bold: true, fontSize: 13, alignment: 'center' },
        ...(doc.annexOf ? [{ text: `(Kèm theo ${doc.annexOf})`, italics: true, alignment: 'center' } as Content] : []),
        line(130),
        { text: '', margin: [0, 0, 0, 8] },
        ...blocks.flatMap((block) => bodyOf(block, ANNEX_WIDTH_MM)),
      ],
    },
  }));
}

/** The printed page of an official paper. */
export function officialPdf(doc: OfficialDocument, madeAt: Date): TDocumentDefinitions {
  const { top, right, bottom, left } = OFFICIAL_MARGINS_MM;
  const starts = new Map<number, number>();
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: {
      title: [doc.title, doc.number].filter(Boolean).join(' '),
      creator: 'Liên Kết',
      producer: 'Liên Kết',
      creationDate: madeAt,
      modDate: madeAt,
    },
    defaultStyle: { font: 'Tinos', fontSize: 13, lineHeight: 1.15, color: INK },
    ...(doc.isDemo && { watermark: { text: DEMO_MARK, color: '#7a2e1d', opacity: 0.09, bold: true, fontSize: 64 } }),
    header: (page) => {
      // The pages are laid out again after each break that is put in: what was learned of the annexes before is void.
      if (page === 1) starts.clear();
      return pageNumber(page);
    },
    footer: () =>
      doc.foot || doc.isDemo
        ? {
            text: [doc.foot, doc.isDemo ? DEMO_MARK : null].filter(Boolean).join(' · '),
            fontSize: 8.5,
            headlineLevel: FRAME,
            color: RULE,
            margin: [mm(left), mm(6), mm(right), 0],
          }
        : '',
    // A heading never stays alone at the foot of a page; a table counts as there only with words of its own, not by its frame.
    pageBreakBefore: (node, query) =>
      node.headlineLevel === HEADING &&
      query
        .getFollowingNodesOnPage()
        .every(({ text, svg, headlineLevel }) => headlineLevel !== undefined || (text === undefined && !svg)),
    content: [
      ...heading(doc),
      ...doc.blocks.flatMap((block) => bodyOf(block, TEXT_WIDTH_MM)),
      closing(doc),
      ...annexPages(doc, starts),
    ],
  };
}
