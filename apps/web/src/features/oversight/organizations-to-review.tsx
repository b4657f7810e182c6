import { useQuery } from '@apollo/client/react';
import { DemoMark, EmptyState, LinkButton, Table } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { OrganizationFilesDocument } from './organization-operations';

/** Registrations that somebody sent and nobody has compared with the papers. */
export function OrganizationsToReview() {
  const t = useText(organizations);
  const f = useFormats();
  const query = useQuery(OrganizationFilesDocument, { variables: { status: 'PENDING' } });
  return (
    <AsyncScreen
      query={query}
      count={2}
      empty={(data) => (data.organizationFiles.edges.length === 0 ? <EmptyState title={t('orgs.reviewNone')} /> : null)}
    >
      {(data) => (
        <Table
          caption={t('orgs.reviewTitle')}
          captionHidden
          rows={data.organizationFiles.edges.map(({ node }) => node)}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              header: t('orgs.name'),
              primary: true,
              cell: (row) => (
                <>
                  {row.name} {row.isDemo && <DemoMark text={t('demo')} />}
                </>
              ),
            },
            { key: 'kind', header: t('orgs.kind'), cell: (row) => t(`orgKind.${row.kind}`) },
            { key: 'place', header: t('orgs.place'), cell: (row) => row.communeName ?? '—' },
            { key: 'since', header: t('orgs.since'), cell: (row) => f.dateTime(row.statusAt) },
            {
              key: 'open',
              header: t('orgs.open'),
              headerHidden: true,
              cell: (row) => <LinkButton href={`/organizations/${row.id}`}>{t('orgs.open')}</LinkButton>,
            },
          ]}
        />
      )}
    </AsyncScreen>
  );
}
