import { EmptyState, LoadMore } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { oversight } from '../../shared/messages/vi/oversight';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { ReviewedProduct } from './reviewed-product';
import s from './review.module.css';

export const ReviewProductParts = graphql(`
  fragment ReviewProduct on Product {
    id
    slug
    nameVi
    nameEn
    group
    description
    baseUnit
    netContent
    harvestMonths
    shelfLifeDays
    storage
    status
    photoUrl
    isDemo
    version
    packs {
      id
      name
      sizeBase
      moqPacks
      gtin
    }
    priceTiers {
      minQty
      unitPrice
      basis
    }
    certificates {
      ...CertificateRow
    }
    cooperative {
      id
      slug
      name
      kind
      communeName
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

const ReviewDocument = graphql(`
  query ProductsToReview($after: String) {
    productsToReview(first: 10, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ReviewProduct
        }
      }
    }
  }
`);

export function ProductsToReview() {
  const t = useText(oversight);
  const query = useQuery(ReviewDocument);
  const more = useLoadMore(query.data?.productsToReview, query.fetchMore);
  useDemoMark(more.items.some((product) => product.isDemo));
  return (
    <AsyncScreen
      query={query}
      count={3}
      empty={(data) =>
        data.productsToReview.edges.length === 0 ? (
          <EmptyState title={t('review.noProducts')} detail={t('review.noProductsDetail')} />
        ) : null
      }
    >
      {(data) => (
        <>
          <ul className={s.products}>
            {more.items.map((product) => (
              <li key={product.id} className={s.product}>
                <ReviewedProduct product={product} onReload={() => void query.refetch()} />
              </li>
            ))}
          </ul>
          <LoadMore
            text={t('state.shown', { shown: more.items.length, total: data.productsToReview.totalCount })}
            label={t('action.more')}
            onMore={more.loadMore}
            loading={more.loading}
            done={!more.hasMore}
          />
        </>
      )}
    </AsyncScreen>
  );
}
