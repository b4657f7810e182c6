import { quantity } from '@lienket/domain';
import { Figure, Figures, StatusMark, Table, type TableColumn, type Tone } from '@lienket/ui';
import type { LineAnswer, OrderPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { packLabel } from '../../shared/catalog/pack-label';
import s from './ordering.module.css';

type Line = OrderPartsFragment['lines'][number];

const answerTone: Record<LineAnswer, Tone> = {
  NONE: 'warning',
  ALL: 'success',
  LESS: 'warning',
  OTHER_DATE: 'warning',
  REFUSED: 'danger',
};

/** Five quantities of every line: each a fact of its own, none a guess from another. */
export function OrderLines({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  const seesMoney = order.orderedTotal != null;
  const parts = deliveryParts(order, f);
  const qty = (key: string, of: (line: Line) => string, tone?: Tone): TableColumn<Line> => ({
    key,
    header: t(`order.${key}` as keyof typeof ordering),
    numeric: true,
    width: 80,
    cell: (line) => {
      const amount = of(line);
      if (quantity(amount).isZero) return f.quantity(amount);
      return tone ? <StatusMark tone={tone}>{f.quantity(amount)}</StatusMark> : f.quantity(amount);
    },
  });
  const columns: TableColumn<Line>[] = [
    {
      key: 'line',
      header: t('order.line'),
      primary: true,
      cell: (line) => (
        <span>
          {line.description}
          <span className={s.under}>
            {[line.gradeName, packLabel(f, line.packName, line.packSize, line.baseUnit)].filter(Boolean).join(' · ')}
            {line.unitPrice != null && ` · ${f.vnd(line.unitPrice)}/${line.baseUnit}`}
          </span>
          {line.catchWeight && (
            <span className={s.under}>
              {t('order.byWeight', {
                packs: f.quantity(line.packs),
                tolerance: f.quantity(String((line.weightToleranceBp ?? 0) / 100)),
              })}
            </span>
          )}
          {parts.has(line.id) && <span className={s.under}>{parts.get(line.id)}</span>}
        </span>
      ),
    },
    { ...qty('ordered', (line) => line.orderedQty), cell: (line) => f.quantity(line.orderedQty, line.baseUnit), width: 112 },
    {
      key: 'confirmed',
      header: t('order.confirmed'),
      numeric: true,
      width: 168,
      cell: (line) => (
        <span>
          {line.answer !== 'NONE' && f.quantity(line.confirmedQty)}
          {line.answer !== 'ALL' && (
            <span className={s.answer}>
              <StatusMark tone={answerTone[line.answer]}>
                {t(`order.answer.${line.answer}`, { date: f.date(line.promisedOn) })}
              </StatusMark>
            </span>
          )}
          {line.answer === 'LESS' && line.promisedOn && (
            <span className={s.under}>{t('order.answer.OTHER_DATE', { date: f.date(line.promisedOn) })}</span>
          )}
          {line.answerReason && <span className={s.under}>{t('order.reason', { reason: line.answerReason })}</span>}
        </span>
      ),
    },
    qty('dispatched', (line) => line.dispatchedQty),
    qty('acceptedQty', (line) => line.acceptedQty, 'success'),
    qty('rejected', (line) => line.rejectedQty, 'danger'),
    qty('missing', (line) => line.missingQty, 'warning'),
  ];
  if (seesMoney) {
    columns.push({
      key: 'amount',
      header: t('order.amount'),
      numeric: true,
      width: 132,
      cell: (line) => (line.amount == null ? '' : f.vnd(line.amount)),
    });
  }
  return (
    <Table
      caption={t('order.lines')}
      captionHidden
      density="compact"
      columns={columns}
      rows={order.lines}
      rowKey={(line) => line.id}
    />
  );
}

/** Place, day and hours of each line where the lines of the order part; an order for one place and day says it once, above. */
function deliveryParts(order: OrderPartsFragment, f: ReturnType<typeof useFormats>): ReadonlyMap<string, string> {
  const ways = new Set(order.lines.map((line) => [line.locationId, line.requestedOn, line.windowFrom].join()));
  const apart = ways.size > 1;
  return new Map(
    order.lines.flatMap((line) => {
      const hours = line.windowFrom && line.windowTo ? `${line.windowFrom}–${line.windowTo}` : null;
      const said = apart ? [line.placeCode ?? line.placeName, f.date(line.requestedOn), hours] : [hours];
      const text = [...said, line.costCenter].filter(Boolean).join(' · ');
      return text ? [[line.id, text] as const] : [];
    }),
  );
}

/** Three sums that part as the goods move. */
export function OrderTotals({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  const totals = [
    ['order.totals.ordered', order.orderedTotal],
    ['order.totals.confirmed', order.status === 'PLACED' ? null : order.confirmedTotal],
    ['order.totals.accepted', order.acceptedTotal],
  ] as const;
  if (order.orderedTotal == null) return null;
  return (
    <div className={s.totals}>
      <Figures>
        {totals.map(([key, amount]) => amount != null && <Figure key={key} label={t(key)} value={f.vnd(amount)} />)}
      </Figures>
    </div>
  );
}
