import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, SearchInput, TabNav, Table, type TableColumn, Toolbar } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { StandingOrdersQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { useDebounced } from '../../../shared/screen/use-debounced';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import s from '../ordering.module.css';
import { StageMark } from './stage-mark';
import { StandingOrdersDocument } from './standing.operations';
import { useWeekdays } from './use-weekdays';

type Row = StandingOrdersQuery['standingOrders']['edges'][number]['node'];

/** What the buyer lets be ordered again by itself: those in season, and those that are over. */
export default function StandingOrdersScreen() {
  const t = useText(standing);
  const { count } = useFormats();
  const [params] = useSearchParams();
  const over = params.get('tab') === 'over';
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim());
  const query = useQuery(StandingOrdersDocument, { variables: { open: !over, search: search || null } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.standingOrders, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  return (
    <>
      <PageTitle>{t('standing.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders', label: t('standing.orders') }}
        title={t('standing.title')}
        meta={t('standing.lead')}
        actions={
          <>
            <ExportButton list="standing-orders" filter={{ search, tab: over ? 'over' : 'open' }} />
            <LinkButton href="/orders/templates">{t('standing.fromTemplate')}</LinkButton>
          </>
        }
      />
      <TabNav
        label={t('standing.tabs')}
        items={[
          { href: '/orders/standing', label: t('standing.tab.open'), current: !over },
          { href: '/orders/standing?tab=over', label: t('standing.tab.over'), current: over },
        ]}
      />
      <Toolbar label={t('action.search')}>
        <SearchInput
          label={t('standing.search')}
          placeholder={t('standing.search')}
          shortcut="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.standingOrders.edges.length === 0 &&
          (search ? (
            <EmptyState title={t('standing.emptyFilter')} />
          ) : over ? (
            <EmptyState title={t('standing.emptyOver')} />
          ) : (
            <EmptyState
              title={t('standing.empty')}
              detail={t('standing.emptyDetail')}
              action={<LinkButton href="/orders/templates">{t('standing.fromTemplate')}</LinkButton>}
            />
          ))
        }
      >
        {({ standingOrders }) => (
          <>
            <StandingTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('standing.moreFailed')
                  : t('state.shown', { shown: count(items.length), total: count(standingOrders.totalCount) })
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

function StandingTable({ rows }: { rows: readonly Row[] }) {
  const t = useText(standing);
  const f = useFormats();
  const weekdays = useWeekdays();
  const columns: TableColumn<Row>[] = [
    {
      key: 'name',
      header: t('standing.name'),
      primary: true,
      cell: (row) => (
        <span>
          {row.name}
          <span className={s.under}>
            {row.sellers} · {t('standing.count', { count: row.lineCount })}
          </span>
        </span>
      ),
    },
    {
      key: 'days',
      header: t('standing.days'),
      cell: (row) => (
        <span>
          {weekdays.list(row.weekdays)}
          <span className={s.under}>{t('standing.season', { from: f.date(row.validFrom), to: f.date(row.validTo) })}</span>
        </span>
      ),
    },
    {
      key: 'next',
      header: t('standing.next'),
      width: 128,
      cell: (row) => (row.nextDay ? f.date(row.nextDay) : t('standing.noNext')),
    },
    {
      key: 'so',
      header: t('standing.so'),
      cell: (row) => (
        <span>
          {t('standing.placedCount', { count: row.placed })}
          {row.failed > 0 && <span className={s.late}>{t('standing.failedCount', { count: row.failed })}</span>}
        </span>
      ),
    },
    { key: 'who', header: t('standing.responsible'), cell: (row) => row.responsibleName },
    { key: 'stage', header: t('standing.state'), cell: (row) => <StageMark stage={row.stage} /> },
  ];
  return (
    <Table
      caption={t('standing.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/orders/standing/${row.id}`}
    />
  );
}
