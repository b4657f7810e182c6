import { StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { useMatchValue } from './invoice-tables';
import type { EInvoiceRead } from './upload-e-invoice';

type Row = EInvoiceRead['compared'][number];

/** Field by field: what order and receipt say, what the XML says. */
export function ComparedTable({ read, request }: { read: EInvoiceRead; request: PaymentRequestPartsFragment }) {
  const t = useText(invoices);
  const show = useMatchValue();
  const unit = request.lines[0]?.baseUnit ?? '';
  const columns: TableColumn<Row>[] = [
    {
      key: 'field',
      header: t('match.field'),
      primary: true,
      cell: ({ field, lineNo }) =>
        lineNo === null ? t(`match.${field}`) : t('match.ofLine', { field: t(`match.${field}`), line: lineNo }),
    },
    { key: 'expected', header: t('match.expected'), cell: ({ field, expected }) => show(field, expected, unit) },
    { key: 'actual', header: t('match.actual'), cell: ({ field, actual }) => show(field, actual, unit) },
    {
      key: 'verdict',
      header: t('match.verdict'),
      cell: ({ isEqual }) => (
        <StatusMark tone={isEqual ? 'success' : 'warning'}>{t(isEqual ? 'match.equal' : 'match.different')}</StatusMark>
      ),
    },
  ];
  return (
    <Table
      caption={t('record.comparedTable')}
      captionHidden
      density="compact"
      columns={columns}
      rows={read.compared}
      rowKey={(row) => String(read.compared.indexOf(row))}
      rowTone={({ isEqual }) => (isEqual ? undefined : 'warning')}
    />
  );
}
