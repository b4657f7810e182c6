import { formatDateVi, formatQuantity, localDateOf, packsFor, Quantity, quantity } from '@lienket/domain';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  factsBlock,
  linesTable,
  officialHeading,
  officialPaper,
  type PaperColumn,
  partiesBlock,
  placeOf,
  qrBlock,
  signatureColumns,
  totalRow,
  type TwoLines,
} from '../../platform/documents/index.js';
import { type OrganizationOnPaper, paperParty } from './paper-party.js';

export interface DeliveryNote {
  readonly number: string;
  readonly orderNumber: string;
  readonly buyerPoNo: string | null;
  readonly contractNumber: string | null;
  readonly dispatchedAt: Date;
  readonly dispatchedByName: string;
  readonly expectedOn: string;
  readonly deliveryPlace: string;
  readonly vehicle: string | null;
  readonly driverName: string | null;
  readonly driverPhone: string | null;
  readonly note: string | null;
  readonly isDemo: boolean;
  readonly seller: OrganizationOnPaper;
  readonly buyer: OrganizationOnPaper;
  readonly lines: readonly DeliveryNoteLine[];
}

export interface DeliveryNoteLine {
  readonly description: string;
  readonly packName: string;
  readonly packSize: string;
  readonly baseUnit: string;
  readonly qty: string;
  readonly lotCode: string | null;
  /** Who, on the buyer's side, takes the lot with less life than asked for. */
  readonly waivedByName: string | null;
}

const TITLE = 'PHIẾU GIAO HÀNG';
const COLUMNS: readonly PaperColumn[] = [
  { title: 'STT', width: 24, align: 'center' },
  { title: 'Tên hàng, quy cách, số lô', width: '*' },
  { title: 'ĐVT', width: 36, align: 'center' },
  { title: 'Số kiện', width: 50, align: 'right' },
  { title: 'Số lượng', width: 76, align: 'right' },
];

/** The paper that travels with the goods: quantities only, never a price. `link` opens the shipment for the receiver. */
export function deliveryNotePaper(note: DeliveryNote, link: string, linkQrSvg: string): TDocumentDefinitions {
  const date = localDateOf(note.dispatchedAt);
  const content: Content[] = [
    ...officialHeading({
      issuer: note.seller.name,
      number: note.number,
      place: placeOf(note.seller.address),
      date,
      title: TITLE,
      subtitle: `(Theo đơn hàng ${note.orderNumber}${note.contractNumber ? `, hợp đồng ${note.contractNumber}` : ''})`,
    }),
    partiesBlock(paperParty('BÊN GIAO HÀNG', note.seller), paperParty('BÊN NHẬN HÀNG', note.buyer)),
    factsBlock([
      ['Nơi nhận', note.deliveryPlace],
      ['Số đơn của bên mua', note.buyerPoNo],
      ['Dự kiến đến', formatDateVi(note.expectedOn)],
      ['Biển số xe', note.vehicle],
      ['Người vận chuyển', note.driverName],
      ['Điện thoại', note.driverPhone],
    ]),
    linesTable(COLUMNS, note.lines.map(toRow), totalsOf(note.lines)),
    ...(note.note
      ? [{ text: [{ text: 'Ghi chú: ', bold: true }, note.note], margin: [0, 0, 0, 6] as [number, number, number, number] }]
      : []),
    qrBlock(linkQrSvg, 74, [
      { text: 'Quét mã để nhận hàng trên Liên Kết', bold: true, fontSize: 11 },
      { text: 'Ghi số nhận, số từ chối và số thiếu của từng dòng ngay khi dỡ hàng.', fontSize: 10.5 },
      { text: link, fontSize: 8.5, color: '#555555', margin: [0, 3, 0, 0] },
    ]),
    signatureColumns([
      { title: 'Người lập phiếu', hint: '(Ký, ghi rõ họ tên)', name: note.dispatchedByName },
      { title: 'Người vận chuyển', hint: '(Ký, ghi rõ họ tên)', name: note.driverName },
      { title: 'Người nhận hàng', hint: '(Ký, ghi rõ họ tên)' },
    ]),
  ];
  return officialPaper({ number: note.number, title: 'Phiếu giao hàng', author: note.seller.name, isDemo: note.isDemo, content });
}

const toRow = (line: DeliveryNoteLine, index: number): (string | TwoLines)[] => [
  String(index + 1),
  {
    text: line.description,
    below: [line.packName, line.lotCode && `lô ${line.lotCode}`, line.waivedByName && `miễn hạn dùng: ${line.waivedByName}`]
      .filter(Boolean)
      .join(' · '),
  },
  line.baseUnit,
  packsFor(quantity(line.qty), quantity(line.packSize)).toString(),
  formatQuantity(quantity(line.qty)),
];

/** Only goods of one unit can be added up. */
function totalsOf(lines: readonly DeliveryNoteLine[]) {
  const units = new Set(lines.map((line) => line.baseUnit));
  if (lines.length < 2 || units.size > 1) return [];
  const total = Quantity.sum(lines.map((line) => quantity(line.qty)));
  return [totalRow(COLUMNS.length, `Cộng (${[...units][0]})`, formatQuantity(total), true)];
}
