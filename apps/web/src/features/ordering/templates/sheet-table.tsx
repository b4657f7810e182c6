import { StatusMark, Table, type TableColumn, type Tone } from '@lienket/ui';
import type { OrderTemplatePartsFragment, SheetStanding } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { templates } from '../../../shared/messages/vi/templates';
import s from '../ordering.module.css';

type Line = OrderTemplatePartsFragment['lines'][number];

const tones: Record<SheetStanding, Tone> = { SAME: 'success', CHANGED: 'warning', GONE: 'danger' };

/** The lines of a kept sheet, and how each stands today. */
export function SheetTable({ lines, total }: { lines: readonly Line[]; total: bigint | number | string }) {
  const t = useText(templates);
  const f = useFormats();
  const columns: TableColumn<Line & { key: string }>[] = [
    {
      key: 'product',
      header: t('templates.product'),
      primary: true,
      cell: (line) => (
        <span>
          {line.description}
          <span className={s.under}>
            {line.seller} · {line.packName}
          </span>
        </span>
      ),
    },
    { key: 'qty', header: t('templates.qty'), numeric: true, cell: (line) => f.quantity(line.qty, line.unit) },
    {
      key: 'price',
      header: t('templates.price'),
      numeric: true,
      cell: (line) => (line.unitPrice != null ? f.vnd(line.unitPrice) : line.standing === 'GONE' ? null : t('templates.noPrice')),
    },
    {
      key: 'amount',
      header: t('templates.amount'),
      numeric: true,
      cell: (line) => line.amount != null && f.vnd(line.amount),
      footer: f.vnd(total),
    },
    {
      key: 'place',
      header: t('templates.place'),
      cell: (line) => (
        <span>
          {line.placeName ?? t('templates.asSheet')}
          {(line.windowFrom || line.costCenter) && (
            <span className={s.under}>
              {[line.windowFrom && `${line.windowFrom}–${line.windowTo}`, line.costCenter].filter(Boolean).join(' · ')}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'standing',
      header: t('templates.state'),
      cell: (line) => <StatusMark tone={tones[line.standing]}>{t(`templates.${line.standing}`)}</StatusMark>,
    },
  ];
  return (
    <Table
      caption={t('templates.lines')}
      captionHidden
      density="compact"
      columns={columns}
      rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={(line) => line.key}
    />
  );
}
