import type { Locale } from '@lienket/domain';
import type { Search } from './catalog-search.js';
import {
  activeFilters,
  Conditions,
  type FilterKey,
  LEAST_ORDER,
  LEAST_ORDERS,
  PRICE_BAND,
  PRICE_BANDS,
  searchCondition,
  seasonCondition,
} from './catalog-filter.js';
import { bandLabel, GROUP_LABELS, leastOrderLabel, monthLabel, starsLabel, STORAGE_LABELS } from './catalog-words.js';
import { type CatalogFacetsView, type CatalogFilterView, type FacetView, PRODUCT_GROUPS, STORAGE_KINDS } from './catalog.view.js';

type Count = Omit<FacetView, 'label'>;

export interface FacetRow {
  readonly groups: Count[];
  readonly districts: FacetView[];
  readonly communes: FacetView[];
  readonly months: Count[];
  readonly stars: Count[];
  readonly certificates: (Count & Readonly<Record<Locale, string>>)[];
  readonly storage: Count[];
  readonly prices: Count[];
  readonly leastOrders: Count[];
  readonly inSeasonNow: number;
  readonly total: number;
  readonly isCapped: boolean;
}

/** Beyond so many products the counts are told as "more than": nobody reads the difference, and counting on would cost every visitor. */
export const MOST_COUNTED = 5_000;

/**
 * One statement: each row is told which set filters it passes, and each facet counts the rows that pass all the others.
 * A row that fails two of them counts nowhere and is left out at once.
 */
export function facetsStatement(filter: CatalogFilterView, search: Search | null, today: string, month: number) {
  const base = new Conditions();
  if (search) base.add('q', searchCondition, search.query);
  if (filter.orgSlug) base.add('o', (p) => `e.org_slug = ${p}`, filter.orgSlug);
  const active = activeFilters(filter, today, base);
  if (active.length > 1) base.say('few', `(${active.map(({ condition }) => `(not ${condition})::int`).join(' + ')}) <= 1`);
  const day = base.parameter(today);
  const season = seasonCondition(base.parameter(month));
  const others = (...own: FilterKey[]) =>
    ['true', ...active.filter(({ key }) => !own.includes(key)).map(({ key }) => `f_${key.toLowerCase()}`)].join(' and ');
  const list = (value: string, where: string, label?: string) =>
    `coalesce((select json_agg(f) from (select ${value} as value, ${label ?? 'null'} as label, count(*)::int as count
      from rows where ${where} and ${value} is not null group by 1, 2) f), '[]')`;
  const atLeast = (values: readonly number[], condition: string, where: string) =>
    `coalesce((select json_agg(f order by f.n) from (select n, n::text as value, count(*)::int as count
      from rows join unnest(array[${values.join(', ')}]) n on ${condition} where ${where} group by n) f), '[]')`;
  const text = `with rows as (
      select e.product_group, e.district_code, e.district_name, e.commune_code, e.commune_name, e.harvest_months, e.storage,
        case when e.stars_until >= ${day}::date then e.stars end as stars, ${season} as in_season, ${PRICE_BAND} as price_band,
        ${LEAST_ORDER} as least_order, e.certificate_kinds, e.certificate_until
        ${active.map(({ key, condition }) => `, ${condition} as f_${key.toLowerCase()}`).join('')}
      from catalog_entry e ${base.where} limit ${MOST_COUNTED + 1})
    select ${list('product_group', others('group'))} as groups,
      ${list('district_code', others('district'), 'district_name')} as districts,
      ${list('commune_code', others('commune'), 'commune_name')} as communes,
      coalesce((select json_agg(f) from (select m::text as value, sum(n)::int as count
        from (select harvest_months, count(*) as n from rows where ${others('month')} group by 1) h,
          unnest(case when cardinality(harvest_months) = 0 then array[1,2,3,4,5,6,7,8,9,10,11,12] else harvest_months end) m group by m) f), '[]') as months,
      ${atLeast([3, 4, 5], 'stars >= n', others('stars'))} as stars,
      coalesce((select json_agg(f) from (select held.kind as value, k.name_vi as vi, k.name_en as en, count(*)::int as count
        from rows, unnest(certificate_kinds, certificate_until) held(kind, until), certificate_kind k
        where ${others('certificate')} and held.until >= ${day}::date and k.code = held.kind group by 1, 2, 3) f), '[]') as certificates,
      ${list('storage', others('storage'))} as storage,
      ${list('price_band', others('price'))} as prices,
      ${atLeast(LEAST_ORDERS, 'least_order <= n', others('leastOrder'))} as "leastOrders",
      (select count(*)::int from rows where ${others('season')} and in_season) as "inSeasonNow",
      (select count(*)::int from rows where ${others()}) as total,
      (select count(*) > ${MOST_COUNTED} from rows) as "isCapped"`;
  return { text, values: base.values };
}

const inOrder = (found: readonly Count[], values: readonly string[], label: (value: string) => string): FacetView[] =>
  values.flatMap((value) => {
    const facet = found.find((one) => String(one.value) === value);
    return facet ? [{ value, count: facet.count, label: label(value) }] : [];
  });

export function toFacets(row: FacetRow, locale: Locale): Omit<CatalogFacetsView, 'didYouMean'> {
  const byName = (a: FacetView, b: FacetView) => a.label.localeCompare(b.label, 'vi');
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
  return {
    ...row,
    groups: inOrder(row.groups, PRODUCT_GROUPS, (group) => GROUP_LABELS[group as keyof typeof GROUP_LABELS][locale]),
    districts: row.districts.toSorted(byName),
    communes: row.communes.toSorted(byName),
    months: inOrder(row.months, months, (month) => monthLabel(Number(month), locale)),
    stars: inOrder(row.stars, ['3', '4', '5'], (stars) => starsLabel(Number(stars), locale)),
    certificates: row.certificates
      .map(({ value, count, [locale]: label }) => ({ value, count, label }))
      .sort((a, b) => b.count - a.count || byName(a, b)),
    storage: inOrder(row.storage, STORAGE_KINDS, (kind) => STORAGE_LABELS[kind as keyof typeof STORAGE_LABELS][locale]),
    prices: inOrder(row.prices, PRICE_BANDS.map(String), (low) => bandLabel(Number(low), locale)),
    leastOrders: inOrder(row.leastOrders, LEAST_ORDERS.map(String), (most) => leastOrderLabel(Number(most), locale)),
  };
}
