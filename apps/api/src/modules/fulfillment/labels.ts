import { formatDateVi, formatQuantity, Quantity, quantity } from '@lienket/domain';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** What stands on the labels of one line of a shipment: one for each pack. */
export interface LabelLine {
  readonly description: string;
  readonly packName: string;
  readonly packSize: string;
  readonly baseUnit: string;
  readonly qty: string;
  /** The store or distribution center this line is for. */
  readonly placeCode: string | null;
  readonly placeName: string;
  readonly lotCode: string | null;
  readonly harvestedOn: string | null;
  readonly expiresOn: string | null;
  readonly traceCode: string | null;
}

export interface LabelSheet {
  readonly number: string;
  readonly orderNumber: string;
  readonly buyerPoNo: string | null;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly isDemo: boolean;
  readonly lines: readonly LabelLine[];
}

/** A roll of labels has its end, and so has a printer's memory. */
export const LABELS_MAX = 500;

/** A6 upright, in points: 105 × 148 mm, what cheap thermal printers take. Black on white, no shades: they cannot print any. */
const A6 = { width: 297.64, height: 419.53 };
const MARGIN = 14;
const WIDTH = A6.width - 2 * MARGIN;

export interface PackLabel {
  readonly line: LabelLine;
  readonly weight: Quantity;
  /** Of how many of its line, from 1. */
  readonly n: number;
  readonly of: number;
}

/** One label for each pack; the last pack of a line may hold less. */
export function packLabels(lines: readonly LabelLine[]): PackLabel[] {
  return lines.flatMap((line) => {
    const [qty, size] = [quantity(line.qty), quantity(line.packSize)];
    const of = Math.max(1, Number((qty.thousandths + size.thousandths - 1n) / size.thousandths));
    const last = qty.sub(Quantity.fromThousandths(size.thousandths * BigInt(of - 1)));
    return Array.from({ length: of }, (_, index) => ({ line, weight: index === of - 1 ? last : size, n: index + 1, of }));
  });
}

/** `qrOf` gives the SVG of a line's code: its lot's public page, or the shipment's. */
export function labelPaper(
  sheet: LabelSheet,
  labels: readonly PackLabel[],
  qrOf: (line: LabelLine) => string,
): TDocumentDefinitions {
  return {
    pageSize: A6,
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { font: 'Tinos', fontSize: 10, lineHeight: 1.1 },
    info: { title: `Tem kiện ${sheet.number}` },
    content: labels.map((label, index): Content => ({
      stack: labelOf(sheet, label, qrOf(label.line)),
      ...(index > 0 && { pageBreak: 'before' as const }),
    })),
  };
}

const rule = (): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 4, x2: WIDTH, y2: 4, lineWidth: 1 }], margin: [0, 0, 0, 6] });

function labelOf(sheet: LabelSheet, { line, weight, n, of }: PackLabel, qr: string): Content[] {
  const dates = [
    line.harvestedOn && `Thu hoạch ${formatDateVi(line.harvestedOn)}`,
    line.expiresOn && `Hạn dùng ${formatDateVi(line.expiresOn)}`,
  ].filter((text) => text !== null);
  return [
    { text: sheet.sellerName, fontSize: 10 },
    { text: line.description, bold: true, fontSize: 18, margin: [0, 2, 0, 2] },
    rule(),
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: 'Khối lượng', fontSize: 9 },
            { text: formatQuantity(weight, line.baseUnit, 'vi'), bold: true, fontSize: 24 },
            { text: `Kiện ${n}/${of}`, fontSize: 14, margin: [0, 2, 0, 6] },
            { text: 'Lô', fontSize: 9 },
            { text: line.lotCode ?? 'không ghi', bold: true, fontSize: 16 },
            ...dates.map((text): Content => ({ text, fontSize: 10 })),
          ],
        },
        { width: 112, svg: qr, fit: [112, 112] },
      ],
    },
    rule(),
    { text: 'Giao đến', fontSize: 9 },
    { text: [line.placeCode, line.placeName].filter(Boolean).join(' · '), bold: true, fontSize: 14 },
    { text: sheet.buyerName, fontSize: 10, margin: [0, 0, 0, 4] },
    {
      text: [`Đơn ${sheet.orderNumber}`, sheet.buyerPoNo && `số bên mua ${sheet.buyerPoNo}`].filter(Boolean).join(' · '),
      fontSize: 11,
    },
    { text: `Phiếu giao ${sheet.number}`, fontSize: 11 },
    ...(sheet.isDemo ? [{ text: 'DỮ LIỆU MẪU', bold: true, fontSize: 11, margin: [0, 4, 0, 0] } as Content] : []),
  ];
}
