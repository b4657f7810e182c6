import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, StatusMark, TabNav, Table, type TableColumn } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { OrderRequestsQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { approvals } from '../../../shared/messages/vi/approvals';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import { OrderRequestsDocument } from './approvals.operations';
import { requestTone } from './request-tone';

type Row = OrderRequestsQuery['orderRequests']['edges'][number]['node'];

/** Orders above a limit: those that wait, and what became of the others. */
export default function RequestsScreen() {
  const t = useText(approvals);
  const { count } = useFormats();
  const [params] = useSearchParams();
  const decided = params.get('tab') === 'decided';
  const query = useQuery(OrderRequestsDocument, { variables: { waiting: !decided } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.orderRequests, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  return (
    <>
      <PageTitle>{t('requests.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders', label: t('requests.orders') }}
        title={t('requests.title')}
        meta={t('requests.lead')}
        actions={
          <>
            <ExportButton list="order-requests" />
            <LinkButton href="/orders/limits">{t('requests.limits')}</LinkButton>
          </>
        }
      />
      <TabNav
        label={t('requests.tabs')}
        items={[
          { href: '/orders/requests', label: t('requests.tab.waiting'), current: !decided },
          { href: '/orders/requests?tab=decided', label: t('requests.tab.decided'), current: decided },
        ]}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.orderRequests.edges.length === 0 && <EmptyState title={t(decided ? 'requests.noneDecided' : 'requests.none')} />
        }
      >
        {({ orderRequests }) => (
          <>
            <RequestTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('error.title')
                  : t('state.shown', { shown: count(items.length), total: count(orderRequests.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function RequestTable({ rows }: { rows: readonly Row[] }) {
  const t = useText(approvals);
  const f = useFormats();
  const columns: TableColumn<Row>[] = [
    { key: 'sellers', header: t('requests.sellers'), primary: true, cell: (row) => row.sellers },
    { key: 'total', header: t('requests.total'), numeric: true, cell: (row) => f.vnd(row.total) },
    { key: 'lines', header: t('requests.product'), cell: (row) => t('requests.lines', { count: row.lineCount }) },
    { key: 'by', header: t('requests.by'), cell: (row) => row.requestedByName },
    { key: 'at', header: t('requests.at'), cell: (row) => f.dateTime(row.requestedAt) },
    {
      key: 'state',
      header: t('requests.state'),
      cell: (row) => <StatusMark tone={requestTone[row.state]}>{t(`requests.state.${row.state}`)}</StatusMark>,
    },
  ];
  return (
    <Table
      caption={t('requests.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/orders/requests/${row.id}`}
    />
  );
}
