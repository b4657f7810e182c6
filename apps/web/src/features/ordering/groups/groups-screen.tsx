import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, SearchInput, Table, type TableColumn, Toolbar } from '@lienket/ui';
import { useState } from 'react';
import type { OrderGroupsQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { groups } from '../../../shared/messages/vi/groups';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { useDebounced } from '../../../shared/screen/use-debounced';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import s from '../ordering.module.css';
import { GroupState } from './group-state';
import { OrderGroupsDocument } from './groups.operations';

type Row = OrderGroupsQuery['orderGroups']['edges'][number]['node'];

/** What the buyer placed at once with several sellers, newest first. */
export default function GroupsScreen() {
  const t = useText(groups);
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim());
  const query = useQuery(OrderGroupsDocument, { variables: { search: search || null } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.orderGroups, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const place = <LinkButton href="/orders/new">{t('groups.new')}</LinkButton>;
  return (
    <>
      <PageTitle>{t('groups.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders', label: t('groups.orders') }}
        title={t('groups.title')}
        meta={t('groups.lead')}
        actions={<ExportButton list="order-groups" filter={{ search }} />}
      />
      <Toolbar label={t('action.search')}>
        <SearchInput
          label={t('groups.search')}
          placeholder={t('groups.search')}
          shortcut="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.orderGroups.edges.length === 0 &&
          (search ? (
            <EmptyState title={t('groups.emptyFilter')} />
          ) : (
            <EmptyState title={t('groups.empty')} detail={t('groups.emptyDetail')} action={place} />
          ))
        }
      >
        {({ orderGroups }) => (
          <>
            <GroupTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('groups.moreFailed')
                  : t('state.shown', { shown: count(items.length), total: count(orderGroups.totalCount) })
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

function GroupTable({ rows }: { rows: readonly Row[] }) {
  const t = useText(groups);
  const f = useFormats();
  const columns: TableColumn<Row>[] = [
    {
      key: 'number',
      header: t('groups.number'),
      primary: true,
      width: 152,
      cell: (row) => (
        <span className={s.whole}>
          {row.number}
          <span className={s.under}>{row.buyerPoNo ?? t('groups.noPo')}</span>
        </span>
      ),
    },
    {
      key: 'count',
      header: t('groups.orders'),
      cell: (row) => (
        <span>
          {t('groups.count', { count: row.orderCount })}
          <span className={s.under}>{t('groups.lines', { count: row.lineCount })}</span>
        </span>
      ),
    },
    { key: 'state', header: t('groups.state'), cell: (row) => <GroupState group={row} /> },
    { key: 'placed', header: t('groups.placed'), width: 152, cell: (row) => f.dateTime(row.placedAt) },
    { key: 'requestedOn', header: t('groups.requestedOn'), width: 112, cell: (row) => f.date(row.requestedOn) },
    { key: 'ordered', header: t('groups.ordered'), numeric: true, width: 152, cell: (row) => f.vnd(row.orderedTotal) },
    { key: 'confirmed', header: t('groups.confirmed'), numeric: true, width: 152, cell: (row) => f.vnd(row.confirmedTotal) },
  ];
  return (
    <Table
      caption={t('groups.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/orders/groups/${row.id}`}
    />
  );
}
