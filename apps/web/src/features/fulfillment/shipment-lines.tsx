import { packsFor, quantity } from '@lienket/domain';
import { StatusMark, Table, type TableColumn, type Tone } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useQuery } from '@apollo/client/react';
import { packLabel } from '../../shared/catalog/pack-label';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { waivers } from '../../shared/messages/vi/waivers';
import { DefectReasonsDocument } from './fulfillment.operations';
import s from './fulfillment.module.css';

const words = { ...fulfillment, ...waivers };
type Line = ShipmentPartsFragment['lines'][number];

/** What was sent, and beside it what the receiver counted. */
export function ShipmentLines({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(words);
  const f = useFormats();
  const reasons = useQuery(DefectReasonsDocument, { skip: !shipment.receipt }).data?.defectReasons ?? [];
  const counted = new Map(shipment.receipt?.lines.map((line) => [line.shipmentLineId, line]));
  const count = (key: 'accepted' | 'rejected' | 'missing', tone: Tone): TableColumn<Line> => ({
    key,
    header: t(`shipment.${key}`),
    numeric: true,
    width: 132,
    cell: (line) => {
      const found = counted.get(line.id);
      const qty = found?.[`${key}Qty`];
      if (!qty) return '';
      if (quantity(qty).isZero) return f.quantity(qty);
      return (
        <span>
          <StatusMark tone={tone}>{f.quantity(qty)}</StatusMark>
          {key === 'rejected' && found?.rejectReason && (
            <span className={s.under}>{reasons.find(({ code }) => code === found.rejectReason)?.name ?? found.rejectReason}</span>
          )}
          {key === 'accepted' && found?.note && <span className={s.under}>{found.note}</span>}
        </span>
      );
    },
  });
  const columns: TableColumn<Line>[] = [
    {
      key: 'line',
      header: t('shipment.line'),
      primary: true,
      cell: (line) => (
        <span>
          {line.description}
          <span className={s.under}>{packLabel(f, line.packName, line.packSize, line.baseUnit)}</span>
        </span>
      ),
    },
    {
      key: 'lot',
      header: t('shipment.lot'),
      width: 160,
      cell: (line) => (
        <span>
          {line.lotCode}
          {line.expiresOn && <span className={s.under}>{t('shipment.expires', { date: f.date(line.expiresOn) })}</span>}
          {line.lifeWaiver && (
            <span className={s.under}>
              {t('waiver.mark', { name: line.lifeWaiver.decidedByName, reason: line.lifeWaiver.reason })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'packs',
      header: t('shipment.packs'),
      numeric: true,
      width: 112,
      cell: (line) =>
        t('shipment.packCount', { count: f.quantity(packsFor(quantity(line.qty), quantity(line.packSize)).toString()) }),
    },
    { key: 'qty', header: t('shipment.qty'), numeric: true, width: 120, cell: (line) => f.quantity(line.qty, line.baseUnit) },
    ...(shipment.receipt ? [count('accepted', 'success'), count('rejected', 'danger'), count('missing', 'warning')] : []),
  ];
  return (
    <Table
      caption={t('shipment.lines')}
      captionHidden
      density="compact"
      columns={columns}
      rows={shipment.lines}
      rowKey={(line) => line.id}
    />
  );
}
