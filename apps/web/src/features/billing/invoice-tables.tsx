import { StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { InvoicePartsFragment, MatchField } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';

type Difference = InvoicePartsFragment['differences'][number];
type Line = InvoicePartsFragment['lines'][number];

const MONEY: readonly MatchField[] = ['UNIT_PRICE', 'LINE_AMOUNT', 'NET', 'VAT', 'TOTAL'];
const QUANTITIES: readonly MatchField[] = ['QTY', 'ORDERED_QTY'];

/** A compared value as people write it. */
export function useMatchValue() {
  const t = useText(invoices);
  const f = useFormats();
  return (field: MatchField, value: string | null, unit = ''): string => {
    if (value === null || value === '') return t('invoice.unknown');
    if (MONEY.includes(field)) return f.vnd(value);
    if (QUANTITIES.includes(field)) return f.quantity(value, unit);
    if (field === 'ISSUED_ON') return f.date(value);
    if (field === 'VAT_CODE') return value === 'KCT' || value === 'KKKNT' ? t(`invoice.vatCode.${value}`) : `${value} %`;
    return value;
  };
}

/** Order and receipt on one side, the invoice on the other. */
export function DifferenceTable({ invoice }: { invoice: InvoicePartsFragment }) {
  const t = useText(invoices);
  const show = useMatchValue();
  const lineOf = ({ lineNo }: Difference) => invoice.lines.find((line) => line.lineNo === lineNo);
  const columns: TableColumn<Difference>[] = [
    {
      key: 'field',
      header: t('match.field'),
      primary: true,
      cell: (row) => {
        const line = lineOf(row);
        return line ? `${t(`match.${row.field}`)}: ${line.description}` : t(`match.${row.field}`);
      },
    },
    {
      key: 'expected',
      header: t('match.expected'),
      numeric: true,
      cell: (row) => show(row.field, row.expected, lineOf(row)?.baseUnit),
    },
    {
      key: 'actual',
      header: t('match.actual'),
      numeric: true,
      cell: (row) => <b>{show(row.field, row.actual, lineOf(row)?.baseUnit)}</b>,
    },
    {
      key: 'verdict',
      header: t('match.verdict'),
      cell: ({ tolerated }) => (
        <StatusMark tone={tolerated ? 'info' : 'warning'}>{t(tolerated ? 'match.tolerated' : 'match.different')}</StatusMark>
      ),
    },
  ];
  return (
    <Table
      caption={t('invoice.match')}
      captionHidden
      density="compact"
      columns={columns}
      rows={invoice.differences}
      rowKey={({ field, lineNo }) => `${field}-${lineNo ?? ''}`}
      rowTone={({ tolerated }) => (tolerated ? undefined : 'warning')}
    />
  );
}

export function InvoiceLineTable({ invoice }: { invoice: InvoicePartsFragment }) {
  const t = useText(invoices);
  const f = useFormats();
  const show = useMatchValue();
  const columns: TableColumn<Line>[] = [
    { key: 'what', header: t('invoice.goods'), primary: true, cell: ({ description }) => description },
    { key: 'qty', header: t('invoice.qty'), numeric: true, width: 110, cell: ({ qty, baseUnit }) => f.quantity(qty, baseUnit) },
    { key: 'price', header: t('invoice.unitPrice'), numeric: true, width: 130, cell: ({ unitPrice }) => f.vnd(unitPrice) },
    { key: 'vat', header: t('invoice.vatRate'), width: 150, cell: ({ vatCode }) => show('VAT_CODE', vatCode) },
    { key: 'amount', header: t('invoice.amount'), numeric: true, width: 140, cell: ({ amount }) => f.vnd(amount) },
  ];
  return (
    <Table
      caption={t('invoice.lines')}
      captionHidden
      density="compact"
      columns={columns}
      rows={invoice.lines}
      rowKey={({ id }) => id}
    />
  );
}
