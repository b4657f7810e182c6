import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, StatusMark, Table } from '@lienket/ui';
import { Plus } from 'lucide-react';
import type { ProgressReportsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { reports } from '../../shared/messages/vi/reports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { ProgressReportsDocument } from './report-operations';

type Row = ProgressReportsQuery['progressReports']['edges'][number]['node'];
export const REPORT_TONES = { DRAFT: 'warning', ISSUED: 'success', WITHDRAWN: 'neutral' } as const;

/** Periodic reports, newest first. */
export default function ReportsScreen() {
  const t = useText(reports);
  const f = useFormats();
  const query = useQuery(ProgressReportsDocument, { fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, loadMore } = useLoadMore<Row>(query.data?.progressReports, query.fetchMore);
  return (
    <>
      <PageTitle>{t('reports.title')}</PageTitle>
      <PageHeader
        title={t('reports.title')}
        meta={t('reports.lead')}
        actions={
          <>
            <ExportButton list="reports" />
            <LinkButton variant="primary" icon={<Plus />} href="/reports/new">
              {t('reports.new')}
            </LinkButton>
          </>
        }
      />
      <AsyncScreen query={query} empty={() => items.length === 0 && <EmptyState title={t('reports.none')} />}>
        {(data) => (
          <>
            <Table
              caption={t('reports.title')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/reports/${id}`}
              columns={[
                {
                  key: 'number',
                  header: t('reports.col.number'),
                  primary: true,
                  cell: (row) => row.number ?? t('reports.draftNo'),
                },
                { key: 'event', header: t('reports.event'), cell: ({ event }) => event?.title ?? t('reports.allEvents') },
                {
                  key: 'period',
                  header: t('reports.col.period'),
                  cell: ({ periodFrom, asOf }) => `${f.date(periodFrom)} – ${f.date(asOf)}`,
                },
                {
                  key: 'status',
                  header: t('reports.col.status'),
                  cell: ({ status }) => <StatusMark tone={REPORT_TONES[status]}>{t(`reports.status.${status}`)}</StatusMark>,
                },
                { key: 'by', header: t('reports.col.by'), cell: ({ preparedByName }) => preparedByName },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.progressReports.totalCount) })}
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
