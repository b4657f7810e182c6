import { Link, SeasonStrip, Table } from '@lienket/ui';
import { monthOf } from '@lienket/domain';
import type { ContractPageFragment } from '../../gql/graphql';
import { packLabel } from '../../shared/catalog/pack-label';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useSeason } from '../../shared/screen/use-season';
import { LineFive, LineGrades } from './agreement-lines';
import s from './agreement.module.css';

type Line = ContractPageFragment['lines'][number];

/** Bounds, price and what is still open in one table; below, each line's numbers and its calendar. */
export function ContractLines({ contract }: { contract: ContractPageFragment }) {
  const t = useText(agreements);
  const f = useFormats();
  const qty = (amount: string, line: Line) => f.quantity(amount, line.baseUnit);
  const priced = contract.lines.some(({ unitPrice }) => unitPrice != null);
  return (
    <>
      <Table
        caption={t('contract.lines')}
        captionHidden
        density="compact"
        stickyHeader={false}
        rows={contract.lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'goods',
            header: t('contract.goods'),
            primary: true,
            cell: (line) =>
              line.product.slug ? <Link href={`/catalog/${line.product.slug}`}>{line.description}</Link> : line.description,
          },
          {
            key: 'pack',
            header: t('contract.pack'),
            cell: (line) => packLabel(f, line.packName, line.packSize, line.baseUnit),
          },
          { key: 'min', header: t('contract.min'), numeric: true, cell: (line) => qty(line.minQty, line) },
          { key: 'target', header: t('contract.target'), numeric: true, cell: (line) => qty(line.targetQty, line) },
          { key: 'max', header: t('contract.max'), numeric: true, cell: (line) => qty(line.maxQty, line) },
          {
            key: 'remaining',
            header: t('contract.remaining'),
            numeric: true,
            cell: (line) => <b>{qty(line.remaining, line)}</b>,
          },
          ...(priced
            ? [
                {
                  key: 'price',
                  header: t('contract.unitPrice'),
                  numeric: true,
                  cell: (line: Line) =>
                    line.unitPrice == null ? '—' : `${f.vnd(line.unitPrice)} ${t('unit.per', { unit: line.baseUnit })}`,
                },
              ]
            : []),
        ]}
      />
      <ol className={s.lines}>
        {contract.lines.map((line) => (
          <li key={line.id} className={s.line}>
            <div className={s.lineBody}>
              <LineFive
                label={line.description}
                unit={line.baseUnit}
                numbers={{ ...line.numbers, committed: line.numbers.committed ?? line.targetQty }}
                money={contract.money?.lines.find(({ lineId }) => lineId === line.id)}
              />
              <LineGrades numbers={line.numbers} unit={line.baseUnit} />
              <LineSchedule line={line} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function LineSchedule({ line }: { line: Line }) {
  const t = useText(agreements);
  const f = useFormats();
  const season = useSeason();
  if (line.schedule.length === 0) return <p className={s.soft}>{t('contract.noSchedule')}</p>;
  const months = [...new Set(line.schedule.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]))];
  return (
    <div>
      <SeasonStrip
        size="compact"
        {...season(months)}
        label={t('contract.scheduleOf', { goods: line.description })}
        deliveries={line.schedule.map(({ from, to, qty }) => ({
          on: from,
          label: t('contract.period', { from: f.date(from), to: f.date(to), qty: f.quantity(qty, line.baseUnit) }),
        }))}
      />
      <Table
        caption={t('contract.schedule')}
        density="compact"
        stickyHeader={false}
        rows={line.schedule}
        rowKey={(period) => period.from}
        columns={[
          {
            key: 'period',
            header: t('contract.days'),
            primary: true,
            cell: ({ from, to }) => t('contractForm.periodOf', { from: f.date(from), to: f.date(to) }),
          },
          { key: 'qty', header: t('contract.planned'), numeric: true, cell: ({ qty }) => f.quantity(qty, line.baseUnit) },
        ]}
      />
    </div>
  );
}
