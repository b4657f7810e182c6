import { formatDateVi, formatQuantity, localDateOf, Quantity, quantity } from '@lienket/domain';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  factsBlock,
  linesTable,
  officialHeading,
  officialPaper,
  type PaperColumn,
  qrBlock,
  signatureColumns,
  totalRow,
  type TwoLines,
} from '../../../platform/documents/index.js';
import type { TripView } from './trip.view.js';

const COLUMNS: readonly PaperColumn[] = [
  { title: 'Điểm', width: 34, align: 'center' },
  { title: 'Nơi dừng', width: '*' },
  { title: 'Dự kiến', width: 74, align: 'center' },
  { title: 'Đơn vị gửi', width: 110 },
  { title: 'Trọng lượng', width: 76, align: 'right' },
];
const OWN: readonly PaperColumn[] = [
  { title: 'Đơn hàng', width: 110 },
  { title: 'Nơi nhận', width: '*' },
  { title: 'Bên nhận', width: 120 },
  { title: 'Trọng lượng', width: 76, align: 'right' },
];
const moment = (at: Date | null): string =>
  at ? `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)} ${formatDateVi(localDateOf(at))}` : '';
const kg = (weight: string) => formatQuantity(quantity(weight), 'kg');

/** The sheet of a shared truck as its reader may see it: for whoever leads it all stops and weights, for a party its own part. */
export function tripSheetPaper(trip: TripView, today: string, link: string, linkQrSvg: string): TDocumentDefinitions {
  const whole = trip.role === 'OPENER' || trip.role === 'WATCHER';
  const rows = trip.stops.flatMap(({ position, kind, placeName, address, expectedAt, parts }): (string | TwoLines)[][] => {
    const place = { text: `${kind === 'LOAD' ? 'Bốc' : 'Dỡ'}: ${placeName}`, below: address ?? '' };
    const head = [`${position}/${trip.stopCount}`, place, moment(expectedAt)];
    return [
      [...head, parts.map(({ seller }) => seller.shortName).join('\n'), parts.map(({ weightKg }) => kg(weightKg)).join('\n')],
    ];
  });
  const loaded = Quantity.sum(
    trip.stops.flatMap(({ kind, parts }) => (kind === 'UNLOAD' ? parts.map(({ weightKg }) => quantity(weightKg)) : [])),
  );
  return officialPaper({
    number: trip.number,
    title: 'Bảng kê chuyến xe',
    author: trip.opener.name,
    isDemo: trip.isDemo,
    content: [
      ...officialHeading({
        issuer: trip.opener.name,
        number: trip.number,
        place: null,
        date: today,
        title: 'BẢNG KÊ CHUYẾN XE CHUNG',
        subtitle: whole ? '(Các điểm bốc, dỡ và trọng lượng)' : '(Phần của đơn vị đang xem)',
      }),
      factsBlock([
        ['Biển số xe', trip.vehicle],
        ['Xe chạy lúc', moment(trip.departsAt)],
        ['Tải trọng', trip.capacityKg && kg(trip.capacityKg)],
        ['Người vận chuyển', trip.driverName],
        ['Điện thoại', trip.driverPhone],
        ['Ghi chú', trip.note],
      ]),
      linesTable(COLUMNS, rows, [totalRow(COLUMNS.length, 'Cộng trọng lượng dỡ', formatQuantity(loaded, 'kg'), true)]),
      ...(trip.loads.length > 0
        ? [
            { text: 'Hàng của đơn vị trên xe', bold: true, margin: [0, 10, 0, 4] as [number, number, number, number] },
            linesTable(
              OWN,
              trip.loads.map(({ orderNumber, shipmentNumber, placeName, seller, buyer, weightKg }) => [
                { text: orderNumber, below: shipmentNumber ?? 'chưa lên xe' },
                placeName,
                trip.role === 'BUYER' ? `từ ${seller.shortName}` : buyer.shortName,
                kg(weightKg),
              ]),
            ),
          ]
        : []),
      qrBlock(linkQrSvg, 74, [
        { text: 'Quét mã để mở chuyến xe trên Liên Kết', bold: true, fontSize: 11 },
        { text: 'Mỗi bên chỉ thấy phần hàng của mình; hàng nào đi kèm phiếu giao hàng của hàng đó.', fontSize: 10.5 },
        { text: link, fontSize: 8.5, color: '#555555', margin: [0, 3, 0, 0] },
      ]),
      signatureColumns([
        { title: 'Bên mở chuyến', hint: '(Ký, ghi rõ họ tên)' },
        { title: 'Người vận chuyển', hint: '(Ký, ghi rõ họ tên)', name: trip.driverName },
      ]),
    ],
  });
}
