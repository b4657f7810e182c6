import type { Locale } from '@lienket/domain';
import { Conditions, type Search, searchCondition, seasonCondition } from './catalog-filter.js';
import { GROUP_LABELS, starsLabel } from './catalog-words.js';
import { type CatalogFacetsView, type CatalogFilterView, type FacetView, PRODUCT_GROUPS } from './catalog.view.js';

type Count = Omit<FacetView, 'label'>;

export interface FacetRow {
  readonly groups: Count[];
  readonly districts: FacetView[];
  readonly communes: FacetView[];
  readonly stars: Count[];
  readonly inSeasonNow: number;
  readonly total: number;
}

/** One statement: each row is told which filters it passes, and each facet counts the rows that pass all the others. */
export function facetsStatement(filter: CatalogFilterView, search: Search | null, today: string, month: number) {
  const base = new Conditions();
  if (search) base.add(search.mode, searchCondition(search.mode), search.value);
  if (filter.orgSlug) base.add('o', (p) => `e.org_slug = ${p}`, filter.orgSlug);
  const group = base.parameter(filter.group ?? null);
  const district = base.parameter(filter.districtCode ?? null);
  const commune = base.parameter(filter.communeCode ?? null);
  const stars = base.parameter(filter.starsAtLeast ?? null);
  const season = base.parameter(filter.inSeasonNow ?? false);
  const day = base.parameter(today);
  const list = (value: string, label: string, where: string) =>
    `coalesce((select json_agg(f) from (select ${value} as value, ${label} as label, count(*)::int as count
      from rows where ${where} and ${value} is not null group by 1, 2) f), '[]')`;
  const text = `with entries as (
      select e.product_group, e.district_code, e.district_name, e.commune_code, e.commune_name,
        case when e.stars_until >= ${day}::date then e.stars end as stars, ${seasonCondition(base.parameter(month))} as in_season
      from catalog_entry e ${base.where}),
    rows as (
      select *, (${group}::text is null or product_group = ${group}) as g, (${district}::text is null or district_code = ${district}) as d,
        (${commune}::text is null or commune_code = ${commune}) as c, (${stars}::int is null or coalesce(stars >= ${stars}, false)) as s,
        (not ${season}::boolean or in_season) as m from entries)
    select ${list('product_group', 'product_group', 'd and c and s and m')} as groups,
      ${list('district_code', 'district_name', 'g and c and s and m')} as districts,
      ${list('commune_code', 'commune_name', 'g and d and s and m')} as communes,
      coalesce((select json_agg(f order by f.value) from (select n::text as value, count(*)::int as count
        from rows join generate_series(3, 5) n on stars >= n where g and d and c and m group by n) f), '[]') as stars,
      (select count(*)::int from rows where g and d and c and s and in_season) as "inSeasonNow",
      (select count(*)::int from rows where g and d and c and s and m) as total`;
  return { name: `catalog-facets-${base.shape}`, text, values: base.values };
}

export function toFacets(row: FacetRow, locale: Locale): CatalogFacetsView {
  const byName = (a: FacetView, b: FacetView) => a.label.localeCompare(b.label, 'vi');
  return {
    ...row,
    groups: PRODUCT_GROUPS.flatMap((group) => {
      const found = row.groups.find(({ value }) => value === group);
      return found ? [{ ...found, label: GROUP_LABELS[group][locale] }] : [];
    }),
    districts: row.districts.toSorted(byName),
    communes: row.communes.toSorted(byName),
    stars: row.stars.map(({ value, count }) => ({ value, label: starsLabel(Number(value), locale), count })),
  };
}
