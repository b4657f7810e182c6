import type { CatalogFilter, CatalogSort, ProductGroup, StorageKind } from '../../gql/graphql';

export const productGroups: readonly ProductGroup[] = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'];

const storageKinds: readonly StorageKind[] = ['AMBIENT', 'CHILLED', 'FROZEN'];
export const catalogSorts: readonly CatalogSort[] = ['RELEVANCE', 'NEWEST', 'NAME', 'PRICE_UP', 'PRICE_DOWN'];

const within = (text: string | null, least: number, most: number): boolean =>
  text !== null && /^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** Undefined: as the catalogue sorts by itself, by relevance for a search and else the newest first. */
export const sortFrom = (params: URLSearchParams): CatalogSort | undefined =>
  catalogSorts.find((sort) => sort === params.get('sort'));

/** The address is the state of the catalogue: it can be sent to a colleague and kept as a bookmark. */
export function filterFrom(params: URLSearchParams): CatalogFilter {
  const group = productGroups.find((known) => known === params.get('group'));
  const stars = Number(params.get('stars'));
  const storage = storageKinds.find((known) => known === params.get('storage'));
  return {
    ...(params.get('q') && { search: params.get('q') }),
    ...(group && { group }),
    ...(params.get('district') && { districtCode: params.get('district') }),
    ...(params.get('commune') && { communeCode: params.get('commune') }),
    ...([3, 4, 5].includes(stars) && { starsAtLeast: stars }),
    ...(params.get('season') === '1' && { inSeasonNow: true }),
    ...(within(params.get('month'), 1, 12) && { harvestMonth: Number(params.get('month')) }),
    ...(/^[A-Z0-9_]{2,40}$/.test(params.get('paper') ?? '') && { certificate: params.get('paper') }),
    ...(storage && { storage }),
    ...(within(params.get('price'), 0, 10_000_000) && { priceBand: Number(params.get('price')) }),
    ...(within(params.get('least'), 1, 100_000) && { leastOrder: Number(params.get('least')) }),
  };
}

export const filters = [
  'season',
  'group',
  'stars',
  'district',
  'commune',
  'month',
  'paper',
  'storage',
  'price',
  'least',
] as const;
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
