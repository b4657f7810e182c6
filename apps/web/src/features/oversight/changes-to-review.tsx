import { EmptyState, LoadMore } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { ReviewedChange } from './reviewed-change';
import s from './review.module.css';

export const ReviewClaims = graphql(`
  fragment ReviewClaims on ProductClaims {
    nameVi
    nameEn
    group
    subgroup
    description
    story
    origin
    originCommuneName
    traceabilityUrl
    photoUrl
    grades {
      code
      name
      spec {
        measure
        operator
        value
        valueTo
        unit
        text
      }
    }
  }
`);

export const ReviewChangeParts = graphql(`
  fragment ReviewChange on ProductChange {
    id
    status
    fields
    version
    requestedAt
    hasPrice
    product {
      id
      slug
      nameVi
    }
    cooperative {
      id
      slug
      name
    }
    before {
      ...ReviewClaims
    }
    after {
      ...ReviewClaims
    }
  }
`);

const ChangesDocument = graphql(`
  query ProductChangesToReview($after: String) {
    productChangesToReview(first: 10, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ReviewChange
        }
      }
    }
  }
`);

/** What cooperatives want to claim of products that are already on show. */
export function ChangesToReview() {
  const t = useText(changes);
  const query = useQuery(ChangesDocument);
  const more = useLoadMore(query.data?.productChangesToReview, query.fetchMore);
  return (
    <AsyncScreen
      query={query}
      count={2}
      empty={(data) => (data.productChangesToReview.edges.length === 0 ? <EmptyState title={t('changes.none')} /> : null)}
    >
      {(data) => (
        <>
          <ul className={s.products}>
            {more.items.map((change) => (
              <li key={change.id} className={s.change}>
                <ReviewedChange change={change} onReload={() => void query.refetch()} />
              </li>
            ))}
          </ul>
          <LoadMore
            text={t('state.shown', { shown: more.items.length, total: data.productChangesToReview.totalCount })}
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
