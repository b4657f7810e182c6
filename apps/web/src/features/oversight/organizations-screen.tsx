import { useQuery } from '@apollo/client/react';
import { ORGANIZATION_STATES } from '@lienket/domain';
import {
  DemoMark,
  EmptyState,
  Field,
  FieldRow,
  LinkButton,
  LoadMore,
  PageHeader,
  Select,
  StatusMark,
  Table,
  TextInput,
} from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { OrganizationStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { organizationTone } from '../../shared/places/organization-tone';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { OrganizationFilesDocument } from './organization-operations';

const statusOf = (text: string | null): OrganizationStatus | null =>
  ORGANIZATION_STATES.find((status) => status === text) ?? null;

/** Every organization of the register, for the Alliance. */
export default function OrganizationsScreen() {
  const t = useText(organizations);
  const f = useFormats();
  const [params, setParams] = useSearchParams();
  const status = statusOf(params.get('status'));
  const search = params.get('q') ?? '';
  const query = useQuery(OrganizationFilesDocument, { variables: { status, search: useDebounced(search) || null } });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.organizationFiles, query.fetchMore);
  const put = (key: string, value: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageTitle>{t('orgs.title')}</PageTitle>
      <PageHeader
        title={t('orgs.title')}
        meta={t('orgs.lead')}
        back={{ href: '/review/organizations', label: t('orgs.reviewTitle') }}
        actions={
          <>
            <ExportButton list="organizations" filter={{ status, q: search }} />
            <LinkButton href="/register">{t('orgs.register')}</LinkButton>
          </>
        }
      />
      <FieldRow>
        <Field id="q" label={t('orgs.search')}>
          <TextInput type="search" value={search} maxLength={100} onChange={(event) => put('q', event.target.value)} />
        </Field>
        <Field id="status" label={t('orgs.status')}>
          <Select
            value={status ?? ''}
            options={[
              { value: '', label: t('orgs.all') },
              ...ORGANIZATION_STATES.map((state) => ({ value: state, label: t(`orgStatus.${state}`) })),
            ]}
            onChange={(event) => put('status', event.target.value)}
          />
        </Field>
      </FieldRow>
      <AsyncScreen query={query} empty={() => (items.length === 0 ? <EmptyState title={t('orgs.none')} /> : null)}>
        {(data) => (
          <>
            <Table
              caption={t('orgs.title')}
              captionHidden
              rows={items}
              rowKey={(row) => row.id}
              rowHref={(row) => `/organizations/${row.id}`}
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
                {
                  key: 'status',
                  header: t('orgs.status'),
                  cell: (row) => <StatusMark tone={organizationTone(row.status)}>{t(`orgStatus.${row.status}`)}</StatusMark>,
                },
                { key: 'since', header: t('orgs.since'), wideOnly: true, cell: (row) => f.date(row.statusAt) || '—' },
              ]}
            />
            <LoadMore
              text={t('state.shown', { shown: items.length, total: data.organizationFiles.totalCount })}
              label={t('action.more')}
              loading={loading}
              done={!hasMore}
              onMore={loadMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}
