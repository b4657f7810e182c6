import { Combobox, type ComboboxOption } from '@lienket/ui';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../../gql';
import type { OrganizationPartsFragment, PickProductQuery } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useComboboxLabels } from './use-combobox-labels';

const ProductsDocument = graphql(`
  query PickProduct($filter: CatalogFilter) {
    catalog(filter: $filter, first: 20) {
      edges {
        node {
          id
          slug
          nameVi
          baseUnit
          harvestMonths
          cooperative {
            id
            name
          }
        }
      }
    }
  }
`);

export type PickedProduct = PickProductQuery['catalog']['edges'][number]['node'];

interface Option extends ComboboxOption {
  product?: PickedProduct;
}

interface Props {
  /** Whose catalogue is searched; several sellers are searched together. */
  sellers: readonly Pick<OrganizationPartsFragment, 'slug'>[];
  value: { id: string; nameVi: string } | null;
  onChange: (product: PickedProduct | null) => void;
  disabled?: boolean;
}

/** One published product of the given cooperatives. */
export function ProductCombobox({ sellers, value, onChange, disabled }: Props) {
  const f = useFormats();
  const client = useApolloClient();
  const labels = useComboboxLabels();
  const slugs = sellers.map(({ slug }) => slug).join(' ');
  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const found = await Promise.all(
        slugs.split(' ').map((orgSlug) =>
          client.query({
            query: ProductsDocument,
            variables: { filter: { orgSlug, ...(search && { search }) } },
            context: { fetchOptions: { signal } },
            fetchPolicy: 'network-only',
          }),
        ),
      );
      return found
        .flatMap(({ data }) => data?.catalog.edges ?? [])
        .map(({ node }) => ({
          value: node.id,
          label: node.nameVi,
          detail: `${node.cooperative.name}, ${f.months(node.harvestMonths)}`,
          product: node,
        }));
    },
    [client, slugs, f],
  );
  return (
    <Combobox
      value={value && { value: value.id, label: value.nameVi }}
      onValueChange={(option) => onChange((option as Option | null)?.product ?? null)}
      loadOptions={load}
      labels={labels}
      disabled={disabled || slugs === ''}
    />
  );
}
