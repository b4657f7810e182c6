import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, EmptyState, Field, LoadMore, PageHeader, Section, Select, Stack } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListPricePartsFragment } from '../../../gql/graphql';
import { useText } from '../../../shared/i18n/use-text';
import { catalog } from '../../../shared/messages/vi/catalog';
import { pricing } from '../../../shared/messages/vi/pricing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { ExportButton } from '../../../shared/screen/export-button';
import { ImportLink } from '../../../shared/screen/import-link';
import { PageTitle } from '../../../shared/screen/page-title';
import { useLoadMore } from '../../../shared/screen/use-load-more';
import { PriceChangeDialog } from './price-change-dialog';
import { PriceEndDialog } from './price-end-dialog';
import { PriceLine } from './price-line';
import { PriceNewDialog } from './price-new-dialog';
import { ListPricesDocument, PricedProductsDocument } from './price-operations';
import { TermsSection } from './terms-section';
import s from './prices.module.css';

const both = { ...catalog, ...pricing };
type Asked = { what: 'new' } | { what: 'change' | 'end'; price: ListPricePartsFragment } | null;

/** Every price of a cooperative: for everybody and for single buyers, now, later and before. */
export default function PricesScreen() {
  const t = useText(both);
  const [params, setParams] = useSearchParams();
  const productId = params.get('product') ?? null;
  const ended = params.get('ended') === '1';
  const [asked, setAsked] = useState<Asked>(null);
  const products = useQuery(PricedProductsDocument).data?.myProducts.edges.map(({ node }) => node) ?? [];
  const query = useQuery(ListPricesDocument, { variables: { productId, ended } });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.listPrices, query.fetchMore);
  const put = (name: string, value: string | null) =>
    setParams(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const groups = byBuyer(items);
  return (
    <>
      <PageTitle>{t('pricing.title')}</PageTitle>
      <PageHeader
        back={
          productId
            ? { href: `/products/${productId}/edit`, label: t('pricing.product') }
            : { href: '/products', label: t('pricing.all') }
        }
        title={t('pricing.title')}
        meta={t('pricing.lead')}
        actions={
          <>
            <ExportButton list="price-list" filter={{ product: productId, ended: ended ? '1' : null }} />
            <ImportLink kind="PRICES" />
            <Button variant="primary" icon={<Plus />} onClick={() => setAsked({ what: 'new' })}>
              {t('pricing.new')}
            </Button>
          </>
        }
      />
      <Stack>
        <div className={s.filters}>
          <Field label={t('pricing.product')} id="price-product">
            <Select
              value={productId ?? ''}
              options={[
                { value: '', label: t('pricing.all') },
                ...products.map(({ id, nameVi }) => ({ value: id, label: nameVi })),
              ]}
              onChange={(event) => put('product', event.target.value || null)}
            />
          </Field>
          <Checkbox
            label={t('pricing.history')}
            checked={ended}
            onChange={(event) => put('ended', event.target.checked ? '1' : null)}
          />
        </div>
        <AsyncScreen
          query={query}
          skeleton="rows"
          empty={() => items.length === 0 && <EmptyState title={t('pricing.empty')} detail={t('pricing.emptyDetail')} />}
        >
          {(data) => (
            <>
              {groups.map(({ key, name, prices }) => (
                <Section key={key} id={`prices-${key}`} title={name ?? t('pricing.everybody')}>
                  <ul className={s.list}>
                    {prices.map((price) => (
                      <PriceLine
                        key={price.id}
                        price={price}
                        onChange={() => setAsked({ what: 'change', price })}
                        onEnd={() => setAsked({ what: 'end', price })}
                      />
                    ))}
                  </ul>
                </Section>
              ))}
              <LoadMore
                text={t('state.shown', { shown: items.length, total: data.listPrices.totalCount })}
                label={t('action.more')}
                onMore={loadMore}
                loading={loading}
                done={!hasMore}
              />
            </>
          )}
        </AsyncScreen>
        <TermsSection />
      </Stack>
      {asked?.what === 'new' && (
        <PriceNewDialog
          products={products.filter(({ status }) => status !== 'ARCHIVED')}
          productId={productId}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'change' && <PriceChangeDialog price={asked.price} onClose={() => setAsked(null)} />}
      {asked?.what === 'end' && <PriceEndDialog price={asked.price} onClose={() => setAsked(null)} />}
    </>
  );
}

interface Group {
  key: string;
  name: string | null;
  prices: ListPricePartsFragment[];
}

/** Everybody's prices first, then buyer by buyer. */
function byBuyer(prices: readonly ListPricePartsFragment[]): Group[] {
  const groups = new Map<string, Group>();
  for (const price of prices) {
    const key = price.buyer?.id ?? 'all';
    const group = groups.get(key) ?? { key, name: price.buyer?.name ?? null, prices: [] };
    group.prices.push(price);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.name === null ? -1 : b.name === null ? 1 : a.name.localeCompare(b.name, 'vi')));
}
