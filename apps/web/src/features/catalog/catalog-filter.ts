import type { CatalogFilter, ProductGroup } from '../../gql/graphql';

export const productGroups: readonly ProductGroup[] = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'];

/** The address is the state of the catalogue: it can be sent to a colleague and kept as a bookmark. */
export function filterFrom(params: URLSearchParams): CatalogFilter {
  const group = productGroups.find((known) => known === params.get('group'));
  const stars = Number(params.get('stars'));
  return {
    ...(params.get('q') && { search: params.get('q') }),
    ...(group && { group }),
    ...(params.get('district') && { districtCode: params.get('district') }),
    ...(params.get('commune') && { communeCode: params.get('commune') }),
    ...([3, 4, 5].includes(stars) && { starsAtLeast: stars }),
    ...(params.get('season') === '1' && { inSeasonNow: true }),
  };
}

const filters = ['group', 'district', 'commune', 'stars', 'season'] as const;
export type FilterName = (typeof filters)[number];

/** The same address with one filter set, or taken off when it was set to that. */
export function toggled(params: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (!value || params.get(name) === value) next.delete(name);
  else next.set(name, value);
  return next;
}

export function cleared(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  filters.forEach((name) => next.delete(name));
  return next;
}

export const filterCount = (params: URLSearchParams): number => filters.filter((name) => params.has(name)).length;
