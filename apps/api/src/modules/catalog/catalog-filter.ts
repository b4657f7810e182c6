import { monthOf } from '@lienket/domain';
import type { CatalogFilterView } from './catalog.view.js';
import type { Search } from './catalog-search.js';

/** Collects conditions with their parameters; `shape` names the combination in few letters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];
  private readonly names: string[] = [];

  get shape(): string {
    return this.names.join('-') || 'all';
  }

  get where(): string {
    return this.parts.length ? `where ${this.parts.join(' and ')}` : '';
  }

  /** All but one, as a condition that stands beside others. */
  without(name: string): string {
    return ['true', ...this.parts.filter((_, index) => this.names[index] !== name)].join(' and ');
  }

  add(name: string, condition: (parameter: string) => string, value: unknown): this {
    this.names.push(name);
    this.parts.push(condition(this.parameter(value)));
    return this;
  }

  /** A condition whose parameters are known already. */
  say(name: string, condition: string): this {
    this.names.push(name);
    this.parts.push(condition);
    return this;
  }

  /** A parameter that stands outside the conditions. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export const searchCondition = (parameter: string): string => `e.search_words @@ to_tsquery('simple', ${parameter})`;

export const seasonCondition = (parameter: string): string =>
  `(cardinality(e.harvest_months) = 0 or ${parameter}::int = any(e.harvest_months))`;

/** Lower ends of the bands of public prices, in đồng per base unit; a hidden price is in no band. */
export const PRICE_BANDS = [0, 20_000, 50_000, 100_000, 200_000, 500_000] as const;
/** "An order of so much is enough", in base units. */
export const LEAST_ORDERS = [10, 50, 100, 500] as const;

export const PRICE_BAND = `case ${PRICE_BANDS.toReversed()
  .map((low) => `when e.price_from >= ${low} then ${low}`)
  .join(' ')} end`;
export const LEAST_ORDER = 'e.moq_packs * e.pack_size_base';

/** A paper counts when the Alliance has verified it and until its last day. */
export const certificateCondition = (kind: string, today: string): string =>
  `(e.certificate_kinds @> array[${kind}]::text[] and exists (select 1 from unnest(e.certificate_kinds, e.certificate_until) held(kind, until)
    where held.kind = ${kind} and held.until >= ${today}::date))`;

export type FilterKey =
  'group' | 'district' | 'commune' | 'stars' | 'season' | 'month' | 'certificate' | 'storage' | 'price' | 'leastOrder';

interface FilterOf {
  readonly key: FilterKey;
  /** Undefined or null: not asked for. */
  readonly value: (filter: CatalogFilterView) => unknown;
  readonly sql: (value: string, today: string) => string;
}

/** Every filter in one place: the page, the count, the facets and the saved searches read them alike. */
const FILTERS: readonly FilterOf[] = [
  { key: 'group', value: (f) => f.group, sql: (p) => `e.product_group = ${p}` },
  { key: 'district', value: (f) => f.districtCode, sql: (p) => `e.district_code = ${p}` },
  { key: 'commune', value: (f) => f.communeCode, sql: (p) => `e.commune_code = ${p}` },
  {
    key: 'stars',
    value: (f) => f.starsAtLeast,
    sql: (p, today) => `(e.stars is not null and e.stars >= ${p}::int and e.stars_until >= ${today}::date)`,
  },
  { key: 'season', value: (f) => f.inSeasonNow || null, sql: (p) => seasonCondition(p) },
  { key: 'month', value: (f) => f.harvestMonth, sql: (p) => seasonCondition(p) },
  { key: 'certificate', value: (f) => f.certificate, sql: (p, today) => certificateCondition(p, today) },
  { key: 'storage', value: (f) => f.storage, sql: (p) => `e.storage = ${p}` },
  { key: 'price', value: (f) => f.priceBand, sql: (p) => `coalesce(${PRICE_BAND} = ${p}::int, false)` },
  { key: 'leastOrder', value: (f) => f.leastOrder, sql: (p) => `coalesce(${LEAST_ORDER} <= ${p}::int, false)` },
];

/** The filters that are set, as conditions with their parameters. */
export function activeFilters(filter: CatalogFilterView, today: string, conditions: Conditions) {
  let day: string | undefined;
  return FILTERS.flatMap(({ key, value, sql }) => {
    const asked = key === 'season' && filter.inSeasonNow ? monthOf(today) : value(filter);
    if (asked == null) return [];
    const parameter = conditions.parameter(asked);
    if (key === 'stars' || key === 'certificate') day ??= conditions.parameter(today);
    return [{ key, condition: sql(parameter, day ?? '') }];
  });
}

/** Every filter as a condition of the page. A star counts until its last day. */
export function conditionsOf(filter: CatalogFilterView, search: Search | null, today: string): Conditions {
  const conditions = new Conditions();
  if (search) conditions.add('q', searchCondition, search.query);
  for (const { key, condition } of activeFilters(filter, today, conditions)) conditions.say(key, condition);
  if (filter.orgSlug) conditions.add('o', (p) => `e.org_slug = ${p}`, filter.orgSlug);
  return conditions;
}
