import { officialDateLine } from '@lienket/domain';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Millimetres in points. */
const mm = (length: number): number => (length * 72) / 25.4;

/** Nghị định 30/2020/NĐ-CP, annex I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
const MARGINS = { left: mm(30), top: mm(20), right: mm(17), bottom: mm(20) };
const INK = '#111111';
const RULE = '#555555';
const SHADE = '#eef0ee';

export const DEMO_MARK = 'DỮ LIỆU MẪU';

export interface PaperParty {
  readonly title: string;
  readonly name: string;
  readonly taxCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
}

export interface PaperColumn {
  readonly title: string;
  readonly width: number | 'auto' | '*';
  readonly align?: 'left' | 'right' | 'center';
}

export interface Paper {
  readonly number: string;
  readonly title: string;
  readonly author: string;
  readonly isDemo: boolean;
  readonly content: readonly Content[];
}

/** An A4 page of an official paper: margins, type, page numbers from page 2 and, on demo documents, the mark on every page. */
export function officialPaper({ number, title, author, isDemo, content }: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom],
    info: { title: `${title} ${number}`, author, creator: 'Liên Kết', producer: 'Liên Kết' },
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.15, color: INK },
    ...(isDemo && { watermark: { text: DEMO_MARK, color: '#7a2e1d', opacity: 0.09, bold: true, fontSize: 64 } }),
    header: (page) => (page > 1 ? { text: String(page), alignment: 'center', fontSize: 13, margin: [0, mm(9), 0, 0] } : ''),
    footer: (page, pages) => ({
      margin: [MARGINS.left, mm(6), MARGINS.right, 0],
      fontSize: 9,
      color: RULE,
      columns: [
        { text: `${title} số ${number}${isDemo ? ` · ${DEMO_MARK}` : ''}` },
        { text: `Trang ${page}/${pages}`, alignment: 'right', width: 60 },
      ],
    }),
    content: [...content],
  };
}

/** A line of text over a rule; `share` of the text's own width, as the decree draws them. */
const ruled = (text: Content, length: number): Content => ({
  stack: [
    text,
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.7, lineColor: INK }],
      alignment: 'center',
      margin: [0, 2, 0, 0],
    },
  ],
});

const dateLine = (place: string | null, date: string): string => {
  const line = officialDateLine(date);
  return place ? `${place}, ${line}` : `N${line.slice(1)}`;
};

/** Where a paper is made out: the province at the end of an address, "…, tỉnh Lạng Sơn" → "Lạng Sơn". */
export function placeOf(address: string | null): string | null {
  const last = address?.split(',').at(-1)?.trim();
  // A house number ends no address: its province is not told.
  return last && !/\d/.test(last) ? last.replace(/^(tỉnh|thành phố|TP\.?)\s+/iu, '') : null;
}

/** Where the one who sends a paper sits: by its address, else by the province in its own name; null leaves dots for the clerk. */
export const placeOfSender = ({ address, name }: { readonly address: string | null; readonly name: string }): string | null =>
  placeOf(address) ?? /\s(?:tỉnh|thành phố)\s+(\p{Lu}.*)$/u.exec(name)?.[1] ?? null;

/** Left the issuing body and the number, right the national title, place and date; below it the name of the paper. */
export function officialHeading(paper: {
  issuer: string;
  number: string;
  place: string | null;
  date: string;
  title: string;
  subtitle: string;
}): Content[] {
  return [
    {
      columns: [
        {
          width: 190,
          alignment: 'center',
          stack: [
            ruled({ text: paper.issuer.toLocaleUpperCase('vi'), bold: true, fontSize: 12 }, 60),
            { text: `Số: ${paper.number}`, fontSize: 12, margin: [0, 6, 0, 0] },
          ],
        },
        {
          width: '*',
          alignment: 'center',
          stack: [
            { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, fontSize: 12, noWrap: true },
            ruled({ text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: 13 }, 158),
            { text: dateLine(paper.place, paper.date), italics: true, fontSize: 12, margin: [0, 6, 0, 0] },
          ],
        },
      ],
      columnGap: 8,
    },
    { text: paper.title, bold: true, fontSize: 17, alignment: 'center', margin: [0, 18, 0, 0] },
    { text: paper.subtitle, italics: true, alignment: 'center', margin: [0, 0, 0, 12] },
  ];
}

const fact = (label: string, value: string | null): Content[] =>
  value ? [{ text: [{ text: `${label}: `, color: RULE }, value], fontSize: 11.5, margin: [0, 1.5, 0, 0] }] : [];

const partyBlock = (party: PaperParty): Content => ({
  stack: [
    { text: party.title, bold: true, fontSize: 10.5, color: RULE },
    { text: party.name, bold: true, fontSize: 12.5, margin: [0, 1, 0, 1] },
    ...fact('Mã số thuế', party.taxCode),
    ...fact('Địa chỉ', party.address),
    ...fact('Điện thoại', party.phone),
    ...fact('Đại diện', party.representative),
  ],
});

/** The two sides beside each other. */
export const partiesBlock = (left: PaperParty, right: PaperParty): Content => ({
  columns: [partyBlock(left), partyBlock(right)],
  columnGap: 18,
  margin: [0, 0, 0, 10],
});

/** Label and value pairs in two columns. */
export const factsBlock = (facts: readonly (readonly [string, string | null])[]): Content => {
  const known = facts.filter(([, value]) => value);
  const half = Math.ceil(known.length / 2);
  const stack = (part: typeof known) => ({ stack: part.flatMap(([label, value]) => fact(label, value)) });
  return { columns: [stack(known.slice(0, half)), stack(known.slice(half))], columnGap: 18, margin: [0, 0, 0, 10] };
};

const GRID: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => RULE,
  vLineColor: () => RULE,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 2,
};

/** A cell with a smaller second line. */
export interface TwoLines {
  readonly text: string;
  readonly below: string;
}

const cellOf = (cell: string | TwoLines): { text: string } | { stack: Content[] } =>
  typeof cell === 'string' ? { text: cell } : { stack: [{ text: cell.text }, { text: cell.below, fontSize: 9.5, color: RULE }] };

/** A ruled table whose header repeats on every page; a row never breaks over two pages. */
export function linesTable(
  columns: readonly PaperColumn[],
  rows: readonly (readonly (string | TwoLines)[])[],
  totals: readonly TableCell[][] = [],
): Content {
  const header = columns.map(({ title }): TableCell => ({ text: title, bold: true, alignment: 'center', fillColor: SHADE }));
  const body = rows.map((row) =>
    row.map((cell, index): TableCell => ({ ...cellOf(cell), alignment: columns[index]!.align ?? 'left' })),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: columns.map(({ width }) => width),
      body: [header, ...body, ...totals],
    },
    layout: GRID,
    fontSize: 11,
    margin: [0, 0, 0, 8],
  };
}

/** A closing row of a table: a label over all columns but the last. */
export const totalRow = (columns: number, label: string, value: string, bold = false): TableCell[] => [
  { text: label, colSpan: columns - 1, alignment: 'right', bold },
  ...Array.from({ length: columns - 2 }, (): TableCell => ''),
  { text: value, alignment: 'right', bold },
];

/** Who signs, in columns of equal width, with room for a hand's signature; never split over two pages. */
export const signatureColumns = (signers: readonly { title: string; hint: string; name?: string | null }[]): Content => ({
  unbreakable: true,
  margin: [0, 14, 0, 0],
  columns: signers.map(({ title, hint, name }) => ({
    width: '*',
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: hint, italics: true, fontSize: 11 },
      { text: name ?? ' ', bold: true, margin: [0, 50, 0, 0] },
    ],
  })),
});

/** A QR code beside what it is for; never split over two pages. */
export const qrBlock = (svg: string, size: number, text: readonly Content[]): Content => ({
  unbreakable: true,
  margin: [0, 8, 0, 0],
  columns: [
    { svg, width: size, height: size },
    { width: '*', stack: [...text], margin: [0, 6, 0, 0] },
  ],
  columnGap: 12,
});
