import { useQuery } from '@apollo/client/react';
import { Button, CardGrid, Drawer, EmptyState, LinkButton, LoadMore, Notice, PageHeader, Toolbar, useNarrow } from '@lienket/ui';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { CompareBar } from '../../shared/shortlist/compare-bar';
import { CompareButton, KeepButton } from '../../shared/shortlist/keep-button';
import { useShortlist } from '../../shared/shortlist/use-shortlist';
import { ActiveFilters } from './active-filters';
import { filterCount, filterFrom, sortFrom } from './catalog-filter';
import { CatalogFilters } from './catalog-filters';
import { CatalogSearchBox } from './catalog-search-box';
import { SaveSearch } from './save-search';
import { SortSelect } from './sort-select';
import s from './catalog.module.css';

const CatalogDocument = graphql(`
  query Catalog($filter: CatalogFilter, $sort: CatalogSort, $after: String, $withFacets: Boolean! = true) {
    catalog(filter: $filter, first: 24, after: $after, sort: $sort) {
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
      months {
        value
        label
        count
      }
      certificates {
        value
        label
        count
      }
      storage {
        value
        label
        count
      }
      prices {
        value
        label
        count
      }
      leastOrders {
        value
        label
        count
      }
      inSeasonNow
      total
      isCapped
      didYouMean
    }
  }
`);

const words = { ...catalog, ...finding };

export default function CatalogScreen() {
  const { me } = useSession();
  const t = useText(words);
  const f = useFormats();
  const narrow = useNarrow();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState(false);
  const sort = sortFrom(params);
  const query = useQuery(CatalogDocument, { variables: { filter: filterFrom(params), sort } });
  // What was found last stays in sight while the next answer is on its way.
  const data = query.data ?? query.previousData;
  const total = data?.catalogFacets?.total;
  const isCapped = data?.catalogFacets?.isCapped;
  const didYouMean = data?.catalogFacets?.didYouMean;
  const typed = params.get('q') ?? '';
  const { items, hasMore, loading, loadMore } = useLoadMore(data?.catalog, ({ variables }) =>
    query.fetchMore({ variables: { ...variables, withFacets: false } }),
  );
  useDemoMark(items[0]?.isDemo);

  const filters = data?.catalogFacets && <CatalogFilters facets={data.catalogFacets} params={params} onChange={setParams} />;
  const active = filterCount(params);
  return (
    <>
      <PageTitle>{t('catalog.title')}</PageTitle>
      <PageHeader
        title={t('catalog.title')}
        meta={
          total !== undefined && (isCapped ? t('find.moreTotal', { count: f.count(5000) }) : t('catalog.total', { count: total }))
        }
        actions={
          <>
            <LinkButton href="/places">{t('find.byPlace')}</LinkButton>
            <ExportButton list="catalog" filter={params} />
            <KeptLink />
          </>
        }
      />
      <Toolbar label={t('catalog.toolbar')}>
        <CatalogSearchBox params={params} onChange={setParams} />
        <SortSelect params={params} onChange={setParams} />
        {(active > 0 || typed) && me && <SaveSearch params={params} />}
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
      {data?.catalogFacets && <ActiveFilters facets={data.catalogFacets} params={params} onChange={setParams} />}
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
              {didYouMean && (
                <div className={s.meant}>
                  <Notice title={t('find.didYouMean', { words: didYouMean })}>{t('find.didYouMeanDetail', { typed })}</Notice>
                </div>
              )}
              <CardGrid>
                {items.map((item) => (
                  <CatalogCard
                    key={item.id}
                    item={item}
                    headingLevel={2}
                    actions={
                      <>
                        <KeepButton product={{ id: item.id, name: item.nameVi }} />
                        <CompareButton product={{ id: item.id, name: item.nameVi }} />
                      </>
                    }
                  />
                ))}
              </CardGrid>
              <LoadMore
                text={t('state.shown', {
                  shown: f.count(items.length),
                  total: isCapped ? t('find.more', { count: f.count(total ?? 0) }) : f.count(total ?? items.length),
                })}
                label={t('action.more')}
                onMore={loadMore}
                loading={loading}
                done={!hasMore}
              />
            </div>
          )}
        </AsyncScreen>
      </div>
      <CompareBar />
    </>
  );
}

/** Leads to what is kept, with how many there are. */
function KeptLink() {
  const t = useText(words);
  const { count } = useShortlist();
  return <LinkButton href="/shortlists">{count > 0 ? t('keep.open', { count }) : t('keep.title')}</LinkButton>;
}
