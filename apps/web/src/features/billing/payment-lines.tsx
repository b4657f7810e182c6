import { Table, type TableColumn } from '@lienket/ui';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import s from './billing.module.css';

type Line = PaymentRequestPartsFragment['lines'][number];

/** Accepted goods at the price of the order, and the tax on them: how the total came to be. */
export function PaymentLines({ request }: { request: PaymentRequestPartsFragment }) {
  const t = useText(billing);
  const f = useFormats();
  const vat = ({ vatCode }: Line) =>
    vatCode === 'KCT' || vatCode === 'KKKNT' ? t(`payment.vatCode.${vatCode}`) : t('payment.vatCode.rate', { rate: vatCode });
  const columns: TableColumn<Line>[] = [
    {
      key: 'line',
      header: t('payment.line'),
      primary: true,
      cell: (line) => line.description,
    },
    {
      key: 'accepted',
      header: t('payment.accepted'),
      numeric: true,
      width: 96,
      cell: (line) => f.quantity(line.acceptedQty, line.baseUnit),
    },
    {
      key: 'unitPrice',
      header: t('payment.unitPrice'),
      numeric: true,
      width: 124,
      cell: (line) => `${f.vnd(line.unitPrice)}/${line.baseUnit}`,
    },
    { key: 'amount', header: t('payment.amount'), numeric: true, width: 124, cell: (line) => f.vnd(line.amount) },
    {
      key: 'vat',
      header: t('payment.vat'),
      numeric: true,
      width: 160,
      cell: (line) => (BigInt(line.vatAmount) === 0n ? vat(line) : `${vat(line)}: ${f.vnd(line.vatAmount)}`),
    },
  ];
  const sums = [
    ['payment.net', request.netAmount],
    ['payment.vatSum', request.vatAmount],
    ['payment.total', request.total],
  ] as const;
  return (
    <>
      <Table
        caption={t('payment.lines')}
        captionHidden
        density="compact"
        columns={columns}
        rows={request.lines}
        rowKey={(line) => String(request.lines.indexOf(line))}
      />
      <dl className={s.sums}>
        {sums.map(([key, amount]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{f.vnd(amount)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
