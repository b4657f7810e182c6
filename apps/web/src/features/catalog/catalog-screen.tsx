import { useQuery } from '@apollo/client/react';
import { Button, CardGrid, Drawer, EmptyState, LoadMore, PageHeader, SearchInput, Toolbar, useNarrow } from '@lienket/ui';
import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { cleared, filterCount, filterFrom } from './catalog-filter';
import { CatalogFilters } from './catalog-filters';
import s from './catalog.module.css';

const CatalogDocument = graphql(`
  query Catalog($filter: CatalogFilter, $after: String, $withFacets: Boolean! = true) {
    catalog(filter: $filter, first: 24, after: $after) {
      edges {
        cursor
        node {
          ...CatalogCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    catalogFacets(filter: $filter) @include(if: $withFacets) {
      groups {
        value
        label
        count
      }
      districts {
        value
        label
        count
      }
      communes {
        value
        label
        count
      }
      stars {
        value
        label
        count
      }
      inSeasonNow
      total
    }
  }
`);

export default function CatalogScreen() {
  const t = useText(catalog);
  const f = useFormats();
  const narrow = useNarrow();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState(false);
  const query = useQuery(CatalogDocument, { variables: { filter: filterFrom(params) } });
  // What was found last stays in sight while the next answer is on its way.
  const data = query.data ?? query.previousData;
  const total = data?.catalogFacets?.total;
  const { items, hasMore, loading, loadMore } = useLoadMore(data?.catalog, ({ variables }) =>
    query.fetchMore({ variables: { ...variables, withFacets: false } }),
  );
  useDemoMark(items[0]?.isDemo);

  const filters = data?.catalogFacets && <CatalogFilters facets={data.catalogFacets} params={params} onChange={setParams} />;
  const active = filterCount(params);
  return (
    <>
      <PageTitle>{t('catalog.title')}</PageTitle>
      <PageHeader title={t('catalog.title')} meta={total !== undefined && t('catalog.total', { count: total })} />
      <Toolbar label={t('catalog.toolbar')}>
        <CatalogSearch params={params} onChange={setParams} />
        {narrow && (
          <Drawer
            open={open}
            onOpenChange={setOpen}
            title={t('catalog.filters')}
            closeLabel={t('action.close')}
            trigger={
              <Button icon={<SlidersHorizontal />}>
                {active ? t('catalog.filtersActive', { count: active }) : t('catalog.filters')}
              </Button>
            }
            footer={
              <Button variant="primary" block onClick={() => setOpen(false)}>
                {t('catalog.show', { count: total ?? 0 })}
              </Button>
            }
          >
            {filters}
          </Drawer>
        )}
      </Toolbar>
      <div className={narrow ? undefined : s.columns}>
        {!narrow && (
          <aside className={s.side} aria-label={t('catalog.filters')}>
            {filters}
          </aside>
        )}
        <AsyncScreen
          query={{ ...query, data }}
          skeleton="cards"
          count={8}
          empty={() =>
            items.length === 0 && (
              <EmptyState
                title={t(active || params.get('q') ? 'catalog.emptyFiltered' : 'catalog.empty')}
                detail={active || params.get('q') ? t('catalog.emptyHint') : undefined}
                action={
                  active || params.get('q') ? (
                    <Button onClick={() => setParams(new URLSearchParams())}>{t('catalog.showAll')}</Button>
                  ) : undefined
                }
              />
            )
          }
        >
          {() => (
            <div aria-busy={query.loading} className={s.found}>
              <CardGrid>
                {items.map((item) => (
                  <CatalogCard key={item.id} item={item} headingLevel={2} />
                ))}
              </CardGrid>
              <LoadMore
                text={t('state.shown', { shown: f.count(items.length), total: f.count(total ?? items.length) })}
                label={t('action.more')}
                onMore={loadMore}
                loading={loading}
                done={!hasMore}
              />
            </div>
          )}
        </AsyncScreen>
      </div>
      {active > 0 && narrow && (
        <Button variant="quiet" onClick={() => setParams(cleared(params))}>
          {t('action.clearFilters')}
        </Button>
      )}
    </>
  );
}

/** Waits until typing pauses; the address changes without a new step in the history. */
function CatalogSearch({ params, onChange }: { params: URLSearchParams; onChange: ReturnType<typeof useSearchParams>[1] }) {
  const t = useText(catalog);
  const current = params.get('q') ?? '';
  const [typed, setTyped] = useState(current);
  const [known, setKnown] = useState(current);
  if (known !== current) {
    // The address changed from outside: a link, a step back, "show all".
    setKnown(current);
    setTyped(current);
  }
  const settled = useDebounced(typed.trim());
  useEffect(() => {
    if (settled === current || settled !== typed.trim()) return;
    onChange(
      (before) => {
        const next = new URLSearchParams(before);
        if (settled) next.set('q', settled);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
    setKnown(settled);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was typed starts a search
  }, [settled]);
  return (
    <SearchInput
      label={t('catalog.search')}
      placeholder={t('catalog.searchHint')}
      shortcut="/"
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
