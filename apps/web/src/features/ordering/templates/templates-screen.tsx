import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, SearchInput, Table, type TableColumn, Toolbar } from '@lienket/ui';
import { useState } from 'react';
import type { OrderTemplatesQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { templates } from '../../../shared/messages/vi/templates';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { useDebounced } from '../../../shared/screen/use-debounced';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import s from '../ordering.module.css';
import { OrderTemplatesDocument } from './templates.operations';

type Row = OrderTemplatesQuery['orderTemplates']['edges'][number]['node'];

/** Sheets the buyer keeps under a name, by name. */
export default function TemplatesScreen() {
  const t = useText(templates);
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim());
  const query = useQuery(OrderTemplatesDocument, { variables: { search: search || null } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.orderTemplates, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const place = <LinkButton href="/orders/new">{t('templates.new')}</LinkButton>;
  return (
    <>
      <PageTitle>{t('templates.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders', label: t('templates.orders') }}
        title={t('templates.title')}
        meta={t('templates.lead')}
        actions={<ExportButton list="order-templates" filter={{ search }} />}
      />
      <Toolbar label={t('action.search')}>
        <SearchInput
          label={t('templates.search')}
          placeholder={t('templates.search')}
          shortcut="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.orderTemplates.edges.length === 0 &&
          (search ? (
            <EmptyState title={t('templates.emptyFilter')} />
          ) : (
            <EmptyState title={t('templates.empty')} detail={t('templates.emptyDetail')} action={place} />
          ))
        }
      >
        {({ orderTemplates }) => (
          <>
            <TemplateTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('templates.moreFailed')
                  : t('state.shown', { shown: count(items.length), total: count(orderTemplates.totalCount) })
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

function TemplateTable({ rows }: { rows: readonly Row[] }) {
  const t = useText(templates);
  const f = useFormats();
  const columns: TableColumn<Row>[] = [
    {
      key: 'name',
      header: t('templates.name'),
      primary: true,
      cell: (row) => (
        <span>
          {row.name}
          <span className={s.under}>
            {row.contract ? t('templates.ofContract', { number: row.contract.number }) : t('templates.byList')}
          </span>
        </span>
      ),
    },
    {
      key: 'sellers',
      header: t('templates.sellers'),
      cell: (row) => (
        <span>
          {row.sellers}
          <span className={s.under}>{t('templates.count', { count: row.lineCount })}</span>
        </span>
      ),
    },
    { key: 'by', header: t('templates.savedBy'), cell: (row) => row.savedByName },
    { key: 'at', header: t('templates.savedAt'), width: 152, cell: (row) => f.dateTime(row.savedAt) },
  ];
  return (
    <Table
      caption={t('templates.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/orders/templates/${row.id}`}
    />
  );
}
