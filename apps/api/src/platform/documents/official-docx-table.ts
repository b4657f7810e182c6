import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import sharp from 'sharp';
import {
  BAR_GREYS,
  type BarCell,
  columnGroups,
  filledLine,
  type OfficialBlock,
  type OfficialColumn,
} from './official-document.js';
import { align, text, twip } from './official-docx-parts.js';

type Ink = keyof typeof BAR_GREYS;
/** One point of each grey, which Word stretches to a bar. */
export type Inks = Readonly<Record<Ink, Buffer>>;

let inks: Promise<Inks> | null = null;
export const barInks = (): Promise<Inks> =>
  (inks ??= Promise.all(
    Object.entries(BAR_GREYS).map(
      async ([tone, background]) =>
        [
          tone,
          await sharp({ create: { width: 1, height: 1, channels: 3, background } })
            .png()
            .toBuffer(),
        ] as const,
    ),
  ).then((all) => Object.fromEntries(all) as unknown as Inks));

/** Left and right of the words in a cell, in twentieths of a point. */
const CELL_MARGIN = 80;
/** Word's pixels: 96 to the inch. */
const pixels = (twentieths: number): number => (twentieths * 96) / 1440;
const BAR_HEIGHT = 7;

const barLines = ({ bars }: BarCell, width: number, ink: Inks): Paragraph[] =>
  bars.map(
    (line) =>
      new Paragraph({
        spacing: { before: 20, after: 20, line: 200 },
        children: filledLine(line).map(
          ({ share, tone }) =>
            new ImageRun({
              type: 'png',
              data: ink[tone],
              transformation: { width: Math.max(1, Math.floor(pixels(width - 2 * CELL_MARGIN) * share)), height: BAR_HEIGHT },
            }),
        ),
      }),
  );

/** A ruled table as wide as the text; its header stands on every page, and no row is torn. */
export function tableOf(block: Extract<OfficialBlock, { kind: 'table' }>, widthMm: number, ink: Inks): (Paragraph | Table)[] {
  const { columns } = block;
  const width = twip(widthMm);
  const widths = columns.map(({ percent }) => Math.round((width * percent) / 100));
  const pt = block.isDense ? 11 : 12;
  const cell = (content: string | BarCell, index: number, bold = false): TableCell => {
    const words = typeof content === 'string' ? content : content.text;
    const said = new Paragraph({ alignment: align[columns[index]!.align ?? 'left'], children: [text(words, pt, { bold })] });
    return new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      margins: { top: block.isDense ? 20 : 40, bottom: block.isDense ? 20 : 40, left: CELL_MARGIN, right: CELL_MARGIN },
      children: typeof content === 'string' ? [said] : [...(words ? [said] : []), ...barLines(content, widths[index]!, ink)],
    });
  };
  return [
    ...(block.unit
      ? [new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, children: [text(block.unit, 11, { italics: true })] })]
      : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        ...headerRows(columns, widths, pt),
        ...block.rows.map((row) => new TableRow({ cantSplit: true, children: row.map((content, i) => cell(content, i)) })),
        ...(block.total
          ? [new TableRow({ cantSplit: true, children: block.total.map((words, i) => cell(words, i, true)) })]
          : []),
      ],
    }),
    new Paragraph({ children: [], spacing: { after: 60 } }),
  ];
}

/** One row of titles, or two where columns stand under a common word; neither stays alone at the foot of a page. */
function headerRows(columns: readonly OfficialColumn[], widths: readonly number[], pt: number): TableRow[] {
  const title = (words: string, at: number, span: number, more: object = {}): TableCell =>
    new TableCell({
      width: { size: widths.slice(at, at + span).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: CELL_MARGIN, right: CELL_MARGIN },
      ...(span > 1 && { columnSpan: span }),
      ...more,
      children: [new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [text(words, pt, { bold: true })] })],
    });
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  if (columns.every(({ group }) => !group)) return [row(columns.map((column, at) => title(column.title, at, 1)))];
  let next = 0;
  const above = columnGroups(columns).map(({ word, span }) => {
    const at = next;
    next += span;
    return word ? title(word, at, span) : title(columns[at]!.title, at, 1, { verticalMerge: VerticalMergeType.RESTART });
  });
  const below = columns.map((column, at) =>
    column.group ? title(column.title, at, 1) : title('', at, 1, { verticalMerge: VerticalMergeType.CONTINUE }),
  );
  return [row(above), row(below)];
}
