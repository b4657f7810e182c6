import { useQuery } from '@apollo/client/react';
import { DrawnPlaceholder, EmptyState, Link, LinkButton, LoadMore, PageHeader, StatusMark, TabNav } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { MyProductsQuery, ProductStatus } from '../../gql/graphql';
import { packLabel } from '../../shared/catalog/pack-label';
import { motifFor, thumbOf } from '../../shared/catalog/product-picture';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { imports } from '../../shared/messages/vi/imports';
import { products } from '../../shared/messages/vi/products';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { ImportLink } from '../../shared/screen/import-link';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { statusTones } from './product-status';
import s from './products.module.css';

const MyProductsDocument = graphql(`
  query MyProducts($status: ProductStatus, $after: String) {
    myProducts(status: $status, first: 20, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          slug
          nameVi
          group
          baseUnit
          status
          returnReason
          photoUrl
          harvestMonths
          packs {
            id
            name
            sizeBase
          }
          priceTiers {
            minQty
            unitPrice
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const ProductCountsDocument = graphql(`
  query ProductCounts {
    published: myProducts(status: PUBLISHED, first: 1) {
      totalCount
    }
    inReview: myProducts(status: IN_REVIEW, first: 1) {
      totalCount
    }
    draft: myProducts(status: DRAFT, first: 1) {
      totalCount
    }
    paused: myProducts(status: PAUSED, first: 1) {
      totalCount
    }
    archived: myProducts(status: ARCHIVED, first: 1) {
      totalCount
    }
  }
`);

const tabs = [
  ['PUBLISHED', 'published'],
  ['IN_REVIEW', 'inReview'],
  ['DRAFT', 'draft'],
  ['PAUSED', 'paused'],
  ['ARCHIVED', 'archived'],
] as const satisfies readonly (readonly [ProductStatus, string])[];
const both = { ...catalog, ...imports, ...products };

export default function ProductsScreen() {
  const t = useText(both);
  const f = useFormats();
  const [params] = useSearchParams();
  const status = tabs.find(([known]) => known === params.get('status'))?.[0] ?? 'PUBLISHED';
  const { me } = useSession();
  const counts = useQuery(ProductCountsDocument).data;
  const query = useQuery(MyProductsDocument, { variables: { status } });
  const { items, hasMore, loading, loadMore } = useLoadMore(query.data?.myProducts, query.fetchMore);
  const total = counts ? tabs.reduce((sum, [, name]) => sum + counts[name].totalCount, 0) : undefined;
  return (
    <>
      <PageTitle>{t('products.title')}</PageTitle>
      <PageHeader
        title={t('products.title')}
        actions={
          <>
            {!me?.standIn && <LinkButton href="/products/prices">{t('products.prices')}</LinkButton>}
            <LinkButton href="/products/closures">{t('products.closures')}</LinkButton>
            <ExportButton list="my-products" filter={{ status }} />
            <ImportLink kind="PRODUCTS" />
            <LinkButton variant="primary" icon={<Plus />} href="/products/new">
              {t('products.new')}
            </LinkButton>
          </>
        }
      />
      <TabNav
        label={t('products.byStatus')}
        items={tabs.map(([known, name]) => ({
          href: `/products?status=${known}`,
          label: t(`productStatus.${known}`),
          count: counts?.[name].totalCount,
          current: known === status,
        }))}
      />
      <AsyncScreen
        query={query}
        empty={() =>
          items.length === 0 && (
            <EmptyState
              title={t(total === 0 ? 'products.emptyFirst' : 'products.emptyStatus')}
              detail={total === 0 ? t('products.emptyFirstDetail') : undefined}
              action={total === 0 ? <LinkButton href="/products/new">{t('products.new')}</LinkButton> : undefined}
            />
          )
        }
      >
        {(data) => (
          <>
            <ul className={s.list}>
              {items.map((product) => (
                <Line key={product.id} product={product} />
              ))}
            </ul>
            <LoadMore
              text={t('state.shown', { shown: f.count(items.length), total: f.count(data.myProducts.totalCount) })}
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

function Line({ product }: { product: MyProductsQuery['myProducts']['edges'][number]['node'] }) {
  const t = useText(both);
  const f = useFormats();
  const [pack] = product.packs;
  const price = product.priceTiers?.[0];
  const facts = [
    price && `${f.vnd(price.unitPrice)} ${t('unit.per', { unit: product.baseUnit })}`,
    pack && packLabel(f, pack.name, pack.sizeBase, product.baseUnit),
    f.months(product.harvestMonths),
  ];
  return (
    <li className={s.line}>
      {product.photoUrl ? (
        <img className={s.thumb} src={thumbOf(product.photoUrl)} alt="" loading="lazy" />
      ) : (
        <div className={s.thumb} aria-hidden="true">
          <DrawnPlaceholder
            seed={`${product.group} ${product.nameVi}`}
            label=""
            motif={motifFor(product.nameVi, product.group)}
          />
        </div>
      )}
      <div>
        <p className={s.name}>
          <Link href={`/products/${product.id}/edit`} className={s.link}>
            {product.nameVi}
          </Link>
        </p>
        <p className={s.facts}>{facts.filter(Boolean).join(' · ')}</p>
        <StatusMark tone={product.returnReason && product.status === 'DRAFT' ? 'danger' : statusTones[product.status]}>
          {product.returnReason && product.status === 'DRAFT'
            ? t('products.returned', { reason: product.returnReason })
            : t(`productStatus.${product.status}`)}
        </StatusMark>
      </div>
    </li>
  );
}
