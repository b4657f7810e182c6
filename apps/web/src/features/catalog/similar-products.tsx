import { useQuery } from '@apollo/client/react';
import { CardGrid, Section } from '@lienket/ui';
import { graphql } from '../../gql';
import type { ProductPageFragment } from '../../gql/graphql';
import { CatalogCard } from '../../shared/catalog/catalog-card';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';

const SimilarDocument = graphql(`
  query SimilarProducts($filter: CatalogFilter!) {
    catalog(filter: $filter, first: 9) {
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
  }
`);

/** The same goods of others: what is called alike within the group, its first two words being what it is. */
export function SimilarProducts({ product }: { product: ProductPageFragment }) {
  const t = useText(finding);
  const search = product.nameVi.split(/\s+/).slice(0, 2).join(' ');
  const { data } = useQuery(SimilarDocument, { variables: { filter: { search, group: product.group } } });
  const others = data?.catalog.edges.map(({ node }) => node).filter(({ id }) => id !== product.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Section title={t('buy.similar')}>
      <CardGrid>
        {others.slice(0, 4).map((item) => (
          <CatalogCard key={item.id} item={item} headingLevel={3} />
        ))}
      </CardGrid>
    </Section>
  );
}
