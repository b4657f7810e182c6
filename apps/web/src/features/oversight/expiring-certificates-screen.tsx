import { useQuery } from '@apollo/client/react';
import { Button, DemoMark, EmptyState, FilterChips, LoadMore, PageHeader, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { certificateTones } from '../../shared/catalog/certificate-table';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { papers } from '../../shared/messages/vi/papers';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { JudgeCertificate, type JudgedPaper } from './judge-certificate';

const ExpiringDocument = graphql(`
  query CertificatesExpiring($days: Int!, $after: String) {
    certificateExpiry {
      steps {
        days
        count
      }
      expired
    }
    certificatesExpiring(days: $days, first: 30, after: $after) {
      edges {
        cursor
        node {
          ...CertificateRow
          holderName
          productName
          daysLeft
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Which stars and papers end soon, across the province; 0 days stands for what has ended. */
export default function ExpiringCertificatesScreen() {
  const t = useText(papers);
  const f = useFormats();
  const nameOf = useCertificateName();
  const [params, setParams] = useSearchParams();
  const [judged, setJudged] = useState<JudgedPaper | null>(null);
  const days = Math.min(3660, Math.max(0, Number(params.get('days') ?? 90) || 0));
  const query = useQuery(ExpiringDocument, { variables: { days } });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.certificatesExpiring, query.fetchMore);
  return (
    <>
      <PageTitle>{t('papers.expiringTitle')}</PageTitle>
      <PageHeader
        back={{ href: '/review', label: t('papers.back') }}
        title={t('papers.expiringTitle')}
        meta={t('papers.expiringLead')}
        actions={<ExportButton list="certificates-expiring" filter={{ days }} />}
      />
      <AsyncScreen query={query} count={5}>
        {({ certificateExpiry }) => (
          <>
            <FilterChips
              label={t('papers.expiringTitle')}
              chips={[
                ...certificateExpiry.steps.map((step) => ({
                  key: String(step.days),
                  label: t('papers.within', { days: step.days }),
                  count: step.count,
                  selected: days === step.days,
                })),
                { key: '0', label: t('papers.over'), count: certificateExpiry.expired, selected: days === 0 },
              ]}
              onToggle={(key) => setParams({ days: key }, { replace: true })}
            />
            {items.length === 0 ? (
              <EmptyState title={t('papers.expiringNone')} />
            ) : (
              <Table
                caption={t('papers.expiringTitle')}
                captionHidden
                rows={items}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'name',
                    header: t('papers.name'),
                    primary: true,
                    cell: (row) => (
                      <>
                        {row.state === 'EXPIRED' && row.kind === 'OCOP' && row.stars && row.expiresOn
                          ? t('papers.onceOcop', { stars: row.stars, month: f.monthYear(row.expiresOn) })
                          : nameOf(row)}{' '}
                        {row.isDemo && <DemoMark text={t('demo')} />}
                      </>
                    ),
                  },
                  {
                    key: 'holder',
                    header: t('papers.holder'),
                    cell: (row) => (row.productName ? `${row.holderName}: ${row.productName}` : row.holderName),
                  },
                  {
                    key: 'until',
                    header: t('papers.until'),
                    cell: (row) => (
                      <StatusMark tone={certificateTones[row.state]}>
                        {row.daysLeft != null && row.daysLeft >= 0
                          ? t('papers.left', { days: row.daysLeft, date: f.date(row.expiresOn) })
                          : t('papers.ended', { date: f.date(row.expiresOn) })}
                      </StatusMark>
                    ),
                  },
                  {
                    key: 'revoke',
                    header: t('papers.actions'),
                    headerHidden: true,
                    cell: (row) =>
                      days > 0 && (
                        <Button size="small" variant="quiet" onClick={() => setJudged(row)}>
                          {t('papers.revoke')}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
            {hasMore && (
              <LoadMore
                text={t('papers.shown', { count: items.length })}
                label={t('papers.more')}
                loading={loading}
                onMore={loadMore}
              />
            )}
          </>
        )}
      </AsyncScreen>
      {judged && (
        <JudgeCertificate paper={judged} act="revoke" onClose={() => setJudged(null)} onDone={() => void query.refetch()} />
      )}
    </>
  );
}
