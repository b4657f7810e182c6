import { useQuery } from '@apollo/client/react';
import { DemoMark, LinkButton, Notice, PageHeader, Section, StatusMark, Table, type TableColumn } from '@lienket/ui';
import { useParams } from 'react-router';
import type { OrderRequestPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { approvals } from '../../../shared/messages/vi/approvals';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import s from '../ordering.module.css';
import { OrderRequestDocument } from './approvals.operations';
import { RequestDecision } from './request-decision';
import { requestTone } from './request-tone';

/** One order above a limit: why it waits, what is in it, and the decision. */
export default function RequestScreen() {
  const t = useText(approvals);
  const { id = '' } = useParams();
  const query = useQuery(OrderRequestDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('requests.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.orderRequest}>
        {(data) => <RequestPage request={data.orderRequest!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function RequestPage({ request, reload }: { request: OrderRequestPartsFragment; reload: () => void }) {
  const t = useText(approvals);
  const f = useFormats();
  useDemoMark(request.isDemo);
  const result = resultOf(request);
  return (
    <>
      <PageHeader
        back={{ href: '/orders/requests', label: t('requests.back') }}
        mark={request.isDemo && <DemoMark text={t('demo')} />}
        title={t('requests.titleOf', { sellers: request.sellers })}
        meta={
          <>
            <StatusMark tone={requestTone[request.state]}>{t(`requests.state.${request.state}`)}</StatusMark>
            <span>{t('requests.askedBy', { name: request.requestedByName, date: f.dateTime(request.requestedAt) })}</span>
            {request.decidedAt && (
              <span>{t('requests.decidedBy', { name: request.decidedByName, date: f.dateTime(request.decidedAt) })}</span>
            )}
          </>
        }
        actions={
          result && (
            <LinkButton variant={request.state === 'PLACED' ? 'primary' : 'secondary'} href={result}>
              {t(request.state === 'PLACED' ? 'requests.result' : 'requests.pool')}
            </LinkButton>
          )
        }
      />
      {request.reason && (
        <Notice tone="warning">
          {t('requests.reason')}: {request.reason}
        </Notice>
      )}
      <Section title={t('requests.why')}>
        <ul className={s.parts}>
          {request.breaches.map((breach, index) => (
            <li key={index}>
              {breach.kind === 'ORDER' || !breach.period
                ? t('requests.breach.ORDER', { amount: f.vnd(breach.amount), allowed: f.vnd(breach.allowed) })
                : t(`requests.breach.${breach.period}`, {
                    amount: f.vnd(breach.amount),
                    allowed: f.vnd(breach.allowed),
                    spent: f.vnd(breach.spent ?? 0),
                  })}
            </li>
          ))}
        </ul>
      </Section>
      <RequestDecision request={request} reload={reload} />
      <Section title={t('requests.lines', { count: request.lineCount })}>
        <Lines request={request} />
      </Section>
    </>
  );
}

/** What it became; the pool of a call-off is there to read before, too. */
function resultOf({ groupId, orderId, poolId }: OrderRequestPartsFragment): string | null {
  if (groupId) return `/orders/groups/${groupId}`;
  if (orderId) return `/orders/${orderId}`;
  return poolId ? `/pools/${poolId}` : null;
}

type Line = OrderRequestPartsFragment['lines'][number];

function Lines({ request }: { request: OrderRequestPartsFragment }) {
  const t = useText(approvals);
  const f = useFormats();
  const columns: TableColumn<Line>[] = [
    {
      key: 'product',
      header: t('requests.product'),
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
    { key: 'qty', header: t('requests.qty'), numeric: true, cell: (line) => f.quantity(line.qty, line.unit) },
    { key: 'price', header: t('requests.price'), numeric: true, cell: (line) => f.vnd(line.unitPrice) },
    {
      key: 'amount',
      header: t('requests.amount'),
      numeric: true,
      cell: (line) => f.vnd(line.amount),
      footer: f.vnd(request.total),
    },
    { key: 'place', header: t('requests.place'), cell: (line) => line.placeName },
    { key: 'on', header: t('requests.on'), cell: (line) => f.date(line.requestedOn) },
  ];
  const rows = request.lines.map((line, index) => ({ ...line, key: String(index) }));
  return (
    <Table
      caption={t('requests.product')}
      captionHidden
      density="compact"
      columns={columns as TableColumn<Line & { key: string }>[]}
      rows={rows}
      rowKey={(line) => line.key}
    />
  );
}
