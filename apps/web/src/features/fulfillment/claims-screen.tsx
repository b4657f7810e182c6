import { useQuery } from '@apollo/client/react';
import { EmptyState, LoadMore, PageHeader, StatusMark, TabNav, Table } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims as words } from '../../shared/messages/vi/claims';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe } from '../../shared/session/session';
import { ClaimsDocument } from './claims.operations';
import { claimTones } from './claim-tones';

/** Claims of the reader's side; the Alliance sees all, to mediate. */
export default function ClaimsScreen() {
  const t = useText(words);
  const f = useFormats();
  const me = useMe();
  const [params] = useSearchParams();
  const open = params.get('tab') !== 'all';
  const query = useQuery(ClaimsDocument, { variables: { open } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.claims, query.fetchMore);
  useDemoMark(items.some(({ seller }) => seller.isDemo));
  return (
    <>
      <PageTitle>{t('claims.title')}</PageTitle>
      <PageHeader title={t('claims.title')} actions={<ExportButton list="claims" filter={{ tab: open ? null : 'all' }} />} />
      <TabNav
        label={t('claims.tabs')}
        items={[
          { href: '/claims', label: t('claims.open'), current: open },
          { href: '/claims?tab=all', label: t('claims.all'), current: !open },
        ]}
      />
      <AsyncScreen
        query={query}
        empty={() => items.length === 0 && <EmptyState title={t('claims.none')} detail={t('claims.noneDetail')} />}
      >
        {() => (
          <>
            <Table
              caption={t('claims.title')}
              captionHidden
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/claims/${id}`}
              rowTone={({ answerOverdue }) => (answerOverdue ? 'danger' : undefined)}
              columns={[
                { key: 'number', header: t('claims.number'), primary: true, cell: (row) => row.number },
                { key: 'order', header: t('claims.order'), cell: (row) => row.orderNumber },
                {
                  key: 'other',
                  header: t('claims.other'),
                  cell: (row) =>
                    row.seller.id === me.organization.id
                      ? row.buyer.shortName
                      : row.buyer.id === me.organization.id
                        ? row.seller.shortName
                        : t('claim.between', { buyer: row.buyer.shortName, seller: row.seller.shortName }),
                },
                { key: 'opened', header: t('claims.opened'), cell: (row) => f.dateTime(row.openedAt) },
                {
                  key: 'status',
                  header: t('claims.status'),
                  cell: (row) => (
                    <StatusMark tone={row.answerOverdue ? 'danger' : claimTones[row.status]}>
                      {t(row.answerOverdue ? 'claim.overdue' : `claim.status.${row.status}`)}
                    </StatusMark>
                  ),
                },
                {
                  key: 'due',
                  header: t('claims.due'),
                  cell: (row) =>
                    row.mover === 'SELLER'
                      ? f.dateTime(row.answerDueAt)
                      : row.mover === 'BUYER'
                        ? f.dateTime(row.escalateAt)
                        : '',
                },
              ]}
            />
            <LoadMore
              text={
                failed
                  ? t('error.network')
                  : t('state.shown', {
                      shown: f.count(items.length),
                      total: f.count(query.data?.claims.totalCount ?? items.length),
                    })
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
