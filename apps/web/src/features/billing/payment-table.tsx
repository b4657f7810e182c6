import { StatusMark, Table, type TableColumn, type Tone } from '@lienket/ui';
import type { PaymentRequestsQuery, PaymentRequestStatus, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { stillOpen, sumOf } from './amounts';
import s from './billing.module.css';

type PaymentRow = PaymentRequestsQuery['paymentRequests']['edges'][number]['node'];

export const statusTone: Record<PaymentRequestStatus, Tone> = {
  DUE: 'warning',
  DECLARED: 'warning',
  PART_PAID: 'info',
  PAID: 'success',
};

/** Requests by deadline, with what is still open and its age in words. */
export function PaymentTable({
  caption,
  requests,
  side,
}: {
  caption: string;
  requests: readonly PaymentRow[];
  side: Side | null;
}) {
  const t = useText(billing);
  const f = useFormats();
  const other = (key: 'seller' | 'buyer'): TableColumn<PaymentRow> => ({
    key,
    header: t(`payments.${key}`),
    cell: (request) => <span title={request[key].name}>{request[key].shortName}</span>,
  });
  const several = requests.length > 1 || undefined;
  const columns: TableColumn<PaymentRow>[] = [
    {
      key: 'number',
      header: t('payments.number'),
      primary: true,
      width: 176,
      cell: (request) => (
        <span className={s.whole}>
          {request.number}
          <span className={s.under}>{t('payments.order', { number: request.orderNumber })}</span>
        </span>
      ),
      footer: several && t('payments.total', { count: requests.length }),
    },
    ...(side === 'SELLER' ? [] : [other('seller')]),
    ...(side === 'BUYER' ? [] : [other('buyer')]),
    {
      key: 'due',
      header: t('payments.due'),
      width: 148,
      cell: (request) => (
        <span>
          {f.date(request.dueOn)}
          {request.status !== 'PAID' && <span className={request.overdue ? s.late : s.under}>{f.due(request.dueOn)}</span>}
        </span>
      ),
    },
    {
      key: 'status',
      header: t('payments.status'),
      cell: (request) => <StatusMark tone={statusTone[request.status]}>{t(`payment.status.${request.status}`)}</StatusMark>,
    },
    {
      key: 'amount',
      header: t('payments.amount'),
      numeric: true,
      width: 148,
      cell: (request) => f.vnd(request.total),
      footer: several && f.vnd(sumOf(requests.map(({ total }) => BigInt(total)))),
    },
    {
      key: 'open',
      header: t('payments.open'),
      numeric: true,
      width: 148,
      cell: (request) => <b>{f.vnd(stillOpen(request))}</b>,
      footer: several && <b>{f.vnd(sumOf(requests.map(stillOpen)))}</b>,
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      density="compact"
      columns={columns}
      rows={requests}
      rowKey={(request) => request.id}
      rowHref={(request) => `/payments/${request.id}`}
      rowTone={(request) => (request.overdue ? 'danger' : undefined)}
    />
  );
}
