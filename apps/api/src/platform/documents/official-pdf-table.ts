import type { Content, TableCell } from 'pdfmake/interfaces.js';
import {
  BAR_GREYS,
  type BarCell,
  columnGroups,
  filledLine,
  type OfficialBlock,
  type OfficialColumn,
} from './official-document.js';

const mm = (length: number): number => (length * 72) / 25.4;
const RULE = '#555555';
const PADDING = 4;
const BAR_HEIGHT = 5;

/** Bars as they are drawn in a cell `width` points wide. */
function barsOf({ bars }: BarCell, width: number): Content[] {
  return bars.map((line, at): Content => {
    let x = 0;
    return {
      canvas: filledLine(line).map(({ share, tone }) => {
        const rect = { type: 'rect' as const, x, y: 0, w: share * width, h: BAR_HEIGHT, color: BAR_GREYS[tone] };
        x += rect.w;
        return rect;
      }),
      margin: [0, at === 0 ? 1 : 1.5, 0, 1],
    };
  });
}

/** One row of titles, or two where columns stand under a common word. */
function headerRows(columns: readonly OfficialColumn[]): TableCell[][] {
  const title = (text: string, more: object = {}): TableCell => ({ text, bold: true, alignment: 'center', ...more });
  if (columns.every(({ group }) => !group)) return [columns.map((column) => title(column.title))];
  const groups = columnGroups(columns);
  const above = groups.flatMap(({ word, span }, index): TableCell[] => {
    const first = groups.slice(0, index).reduce((sum, group) => sum + group.span, 0);
    return word
      ? [title(word, { colSpan: span }), ...Array.from({ length: span - 1 }, (): TableCell => '')]
      : [title(columns[first]!.title, { rowSpan: 2 })];
  });
  return [above, columns.map(({ title: text, group }): TableCell => (group ? title(text) : ''))];
}

/** A ruled table as wide as the text; its header stands on every page, and no row is torn. */
export function tableOf(block: Extract<OfficialBlock, { kind: 'table' }>, widthMm: number): Content[] {
  const { columns } = block;
  const widths = columns.map(({ percent }) => (mm(widthMm) * percent) / 100 - 2 * PADDING - 1);
  const cell = (content: string | BarCell, index: number, bold = false): TableCell => {
    const alignment = columns[index]!.align ?? 'left';
    if (typeof content === 'string') return { text: content, bold, alignment };
    return { stack: [...(content.text ? [{ text: content.text, bold, alignment }] : []), ...barsOf(content, widths[index]!)] };
  };
  const header = headerRows(columns);
  return [
    ...(block.unit ? [{ text: block.unit, italics: true, alignment: 'right', fontSize: 11 } as Content] : []),
    {
      table: {
        headerRows: header.length,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths,
        body: [
          ...header,
          ...block.rows.map((row) => row.map((content, index) => cell(content, index))),
          ...(block.total ? [block.total.map((text, index) => cell(text, index, true))] : []),
        ],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0.5,
        hLineColor: () => RULE,
        vLineColor: () => RULE,
        paddingLeft: () => PADDING,
        paddingRight: () => PADDING,
        paddingTop: () => (block.isDense ? 2 : 3),
        paddingBottom: () => (block.isDense ? 1 : 2),
      },
      fontSize: block.isDense ? 11 : 12,
      margin: [0, 2, 0, 8],
    },
  ];
}
