import { dispatchableQty, formatDateVi, formatQuantity, packsFor, Quantity, quantity } from '@lienket/domain';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  factsBlock,
  linesTable,
  officialHeading,
  officialPaper,
  type PaperColumn,
  signatureColumns,
  type TwoLines,
} from '../../platform/documents/index.js';

export interface PickLine {
  readonly orderLineId: string;
  readonly productId: string;
  readonly description: string;
  readonly packName: string;
  readonly packSize: string;
  readonly baseUnit: string;
  readonly placeCode: string | null;
  readonly placeName: string;
  readonly catchWeight: boolean;
  readonly confirmed: string;
  readonly dispatched: string;
  readonly contractLineId: string | null;
  readonly agreedLifeBp: number | null;
}

export interface PickList {
  readonly orderNumber: string;
  readonly buyerName: string;
  readonly buyerPoNo: string | null;
  readonly sellerName: string;
  readonly requestedOn: string;
  readonly printedOn: string;
  readonly isDemo: boolean;
  readonly lines: readonly PickLine[];
}

/** Which lots to take for a line, what expires first at the top; nothing for goods that are not kept by lots. */
export type PickedLots = ReadonlyMap<
  string,
  readonly { readonly code: string; readonly qty: Quantity; readonly expiresOn: string | null }[]
>;

const COLUMNS: readonly PaperColumn[] = [
  { title: 'STT', width: 24, align: 'center' },
  { title: 'Hàng, nơi nhận', width: '*' },
  { title: 'Lấy từ lô (hết hạn trước lấy trước)', width: 150 },
  { title: 'Số kiện', width: 44, align: 'right' },
  { title: 'Cần lấy', width: 66, align: 'right' },
  { title: 'Cân thực', width: 58 },
];

export const stillToPick = (line: PickLine): Quantity =>
  dispatchableQty({ confirmed: quantity(line.confirmed), dispatched: quantity(line.dispatched) });

/** For the packing shed, before the truck comes: what to take from where, with room for what the scale shows. */
export function pickListPaper(list: PickList, lots: PickedLots): TDocumentDefinitions {
  const rows = list.lines.map((line, index): (string | TwoLines)[] => {
    const qty = stillToPick(line);
    const picks = (lots.get(line.orderLineId) ?? []).map(
      (pick) => `${pick.code}: ${formatQuantity(pick.qty)}${pick.expiresOn ? ` (hạn ${formatDateVi(pick.expiresOn)})` : ''}`,
    );
    return [
      String(index + 1),
      { text: line.description, below: [line.packName, [line.placeCode, line.placeName].filter(Boolean).join(' ')].join(' · ') },
      picks.join('\n'),
      packsFor(qty, quantity(line.packSize)).toString(),
      formatQuantity(qty, line.baseUnit),
      line.catchWeight ? '………' : '',
    ];
  });
  return officialPaper({
    number: list.orderNumber,
    title: 'Phiếu soạn hàng',
    author: list.sellerName,
    isDemo: list.isDemo,
    content: [
      ...officialHeading({
        issuer: list.sellerName,
        number: list.orderNumber,
        place: null,
        date: list.printedOn,
        title: 'PHIẾU SOẠN HÀNG',
        subtitle: `(Cho đơn hàng ${list.orderNumber})`,
      }),
      factsBlock([
        ['Bên mua', list.buyerName],
        ['Số đơn của bên mua', list.buyerPoNo],
        ['Ngày cần', formatDateVi(list.requestedOn)],
      ]),
      linesTable(COLUMNS, rows),
      signatureColumns([
        { title: 'Người soạn hàng', hint: '(Ký, ghi rõ họ tên)' },
        { title: 'Người kiểm', hint: '(Ký, ghi rõ họ tên)' },
      ]),
    ],
  });
}
