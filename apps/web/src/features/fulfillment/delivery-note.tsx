import { localDateOf, officialDateLine, packsFor, quantity, Quantity } from '@lienket/domain';
import { DocumentSheet, SheetFacts, SheetHeading, SheetTable, type SheetTableColumn } from '@lienket/ui';
import type { NoteOrderQuery, ShipmentPartsFragment } from '../../gql/graphql';
import { packLabel } from '../../shared/catalog/pack-label';
import { formats } from '../../shared/i18n/formats';

type Line = ShipmentPartsFragment['lines'][number];

/** The form's own words: a paper that travels with goods in Vietnam stays in Vietnamese, as its PDF does. */
const paper = {
  nation: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  title: 'PHIẾU GIAO HÀNG',
  byOrder: 'Theo đơn hàng',
  byContract: 'hợp đồng',
  from: 'Bên giao hàng',
  to: 'Bên nhận hàng',
  place: 'Nơi nhận',
  poNo: 'Số đơn của bên mua',
  expected: 'Dự kiến đến',
  vehicle: 'Biển số xe',
  driver: 'Người vận chuyển',
  phone: 'Điện thoại',
  goods: 'Hàng giao',
  no: 'STT',
  name: 'Tên hàng, quy cách, số lô',
  lot: 'lô',
  unit: 'ĐVT',
  packs: 'Số kiện',
  qty: 'Số lượng',
  sum: 'Cộng',
  note: 'Ghi chú',
  maker: 'Người lập phiếu',
  receiver: 'Người nhận hàng',
  sign: '(Ký, ghi rõ họ tên)',
  demo: 'DỮ LIỆU MẪU',
};

const f = formats('vi');

interface DeliveryNoteProps {
  shipment: ShipmentPartsFragment;
  /** Comes a moment later: the place of delivery and the numbers of the papers behind. */
  order: NoteOrderQuery['order'] | null;
}

/** The paper that travels with the goods: quantities only, never a price. */
export function DeliveryNote({ shipment, order }: DeliveryNoteProps) {
  const units = new Set(shipment.lines.map(({ baseUnit }) => baseUnit));
  // Only goods of one unit can be added up.
  const total =
    units.size === 1 && shipment.lines.length > 1
      ? f.quantity(Quantity.sum(shipment.lines.map(({ qty }) => quantity(qty))).toDecimalString())
      : undefined;
  const columns: SheetTableColumn<Line>[] = [
    { key: 'no', header: paper.no, center: true, width: '8%', cell: (_line, index) => index + 1 },
    {
      key: 'name',
      header: paper.name,
      cell: (line) => (
        <>
          {line.description}
          <br />
          <small>
            {[packLabel(f, line.packName, line.packSize, line.baseUnit), line.lotCode && `${paper.lot} ${line.lotCode}`]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      ),
      footer: total && `${paper.sum} (${shipment.lines[0]?.baseUnit})`,
    },
    { key: 'unit', header: paper.unit, center: true, width: '10%', cell: (line) => line.baseUnit, footer: total && '' },
    {
      key: 'packs',
      header: paper.packs,
      numeric: true,
      width: '13%',
      cell: (line) => f.quantity(packsFor(quantity(line.qty), quantity(line.packSize)).toString()),
      footer: total && '',
    },
    { key: 'qty', header: paper.qty, numeric: true, width: '17%', cell: (line) => f.quantity(line.qty), footer: total },
  ];
  const facts = [
    [paper.from, shipment.seller.name],
    [paper.to, shipment.buyer.name],
    [paper.place, order?.deliveryPlace],
    [paper.poNo, order?.buyerPoNo],
    [paper.expected, f.date(shipment.expectedOn)],
    [paper.vehicle, shipment.vehicle],
    [paper.driver, shipment.driverName],
    [paper.phone, shipment.driverPhone],
    [paper.note, shipment.note],
  ] as const;
  return (
    <div lang="vi">
      <DocumentSheet
        label={`${paper.title} ${shipment.number}`}
        mark={order?.isDemo || shipment.seller.isDemo ? paper.demo : undefined}
        headingLeft={<SheetHeading main={shipment.seller.name} below={`${paper.number} ${shipment.number}`} />}
        headingRight={
          <SheetHeading
            above={<b>{paper.nation}</b>}
            main={paper.motto}
            below={officialDateLine(localDateOf(shipment.dispatchedAt))}
          />
        }
        title={paper.title}
        subtitle={`${paper.byOrder} ${shipment.orderNumber}${order?.contract ? `, ${paper.byContract} ${order.contract.number}` : ''}`}
        signatures={[
          { key: 'maker', role: paper.maker, note: paper.sign },
          { key: 'driver', role: paper.driver, note: paper.sign, name: shipment.driverName },
          { key: 'receiver', role: paper.receiver, note: paper.sign, name: shipment.receipt?.receivedByName },
        ]}
      >
        <SheetFacts items={facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []))} />
        <SheetTable caption={paper.goods} columns={columns} rows={shipment.lines} rowKey={(line) => line.id} />
      </DocumentSheet>
    </div>
  );
}
