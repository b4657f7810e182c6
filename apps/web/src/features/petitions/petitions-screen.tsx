import { OPEN_PETITION } from '@lienket/domain';
import { useQuery } from '@apollo/client/react';
import { EmptyState, Field, FilterChips, LinkButton, LoadMore, PageHeader, SearchInput, Select, Toolbar } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { PetitionStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { blocked } from '../../shared/messages/vi/blocked';
import { petitions } from '../../shared/messages/vi/petitions';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { PetitionTable } from './petition-table';
import { PetitionFieldsDocument, PetitionsDocument } from './petitions.operations';
import s from './petitions.module.css';

const OPEN: PetitionStatus[] = [...OPEN_PETITION];
const FLAGS = ['open', 'overdue', 'blocking'] as const;

export default function PetitionsScreen() {
  const t = useText(petitions);
  const b = useText(blocked);
  const f = useFormats();
  const { me, may } = useSession();
  const [params, setParams] = useSearchParams();
  const fields = useQuery(PetitionFieldsDocument);
  const search = useDebounced(params.get('q') ?? '', 250);
  const field = params.get('field');
  const on = (flag: (typeof FLAGS)[number]) => params.has(flag);
  const filter = {
    search: search || null,
    field,
    status: on('open') ? OPEN : null,
    overdue: on('overdue') || null,
    blocking: on('blocking') || null,
  };
  const query = useQuery(PetitionsDocument, { variables: { filter, first: 30 } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.petitions, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const put = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const filtered = Boolean(search || field) || FLAGS.some(on);
  const files = Boolean(me) && may('petition.file', { ownerOrgId: me!.organization.id });
  return (
    <>
      <PageTitle>{t('petitions.title')}</PageTitle>
      <PageHeader
        title={t('petitions.title')}
        meta={t('petitions.meta')}
        actions={
          <>
            {me && may('duty.tell', { ownerOrgId: me.organization.id }) && (
              <LinkButton href="/duties/own">{t('petitions.ownDuties')}</LinkButton>
            )}
            {may('petition.manage') && <LinkButton href="/petitions/metrics">{b('petitionMetrics.link')}</LinkButton>}
            <ExportButton list="petitions" filter={filter} />
            {files && (
              <LinkButton variant="primary" href="/petitions/new">
                {t(me!.organization.kind === 'ALLIANCE' ? 'petitions.record' : 'petitions.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <Toolbar label={t('petitions.filters')}>
        <SearchInput
          label={t('petitions.search')}
          placeholder={t('petitions.search')}
          value={params.get('q') ?? ''}
          onChange={(event) => put('q', event.target.value || null)}
        />
        <Field label={t('petitions.field')} labelHidden className={s.filter}>
          <Select
            value={field ?? ''}
            placeholder={t('petitions.anyField')}
            options={(fields.data?.petitionFields ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => put('field', event.target.value || null)}
          />
        </Field>
      </Toolbar>
      <FilterChips
        label={t('petitions.filters')}
        chips={FLAGS.map((flag) => ({ key: flag, label: t(`petitions.${flag}`), selected: on(flag) }))}
        onToggle={(key) => put(key, params.has(key) ? null : '')}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.petitions.edges.length === 0 &&
          (filtered ? (
            <EmptyState title={t('petitions.emptyFiltered')} />
          ) : (
            <EmptyState title={t('petitions.empty')} detail={t('petitions.emptyDetail')} />
          ))
        }
      >
        {(data) => (
          <>
            <PetitionTable rows={items} />
            <LoadMore
              text={
                failed
                  ? t('petitions.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(data.petitions.totalCount) })
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
