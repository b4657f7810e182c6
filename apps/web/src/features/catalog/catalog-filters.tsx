import { Button, Field, FilterChips, Select, Stack } from '@lienket/ui';
import type { CatalogQuery } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { cleared, filterCount, productGroups, toggled, type FilterName } from './catalog-filter';
import s from './catalog.module.css';

interface CatalogFiltersProps {
  facets: NonNullable<CatalogQuery['catalogFacets']>;
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

/** Each choice says how many products it would leave. */
export function CatalogFilters({ facets, params, onChange }: CatalogFiltersProps) {
  const t = useText(catalog);
  const toggle = (name: FilterName) => (value: string) => onChange(toggled(params, name, value));
  const countOf = (list: readonly { value: string; count: number }[], value: string) =>
    list.find((facet) => facet.value === value)?.count ?? 0;
  const place = (name: 'district' | 'commune', list: CatalogFiltersProps['facets']['districts']) => (
    <Field label={t(`catalog.${name}`)} id={`filter-${name}`}>
      <Select
        value={params.get(name) ?? ''}
        onChange={(event) => onChange(event.target.value ? setTo(params, name, event.target.value) : toggled(params, name, ''))}
        placeholder={t('catalog.anywhere')}
        options={list.map(({ value, label, count }) => ({ value, label: t('catalog.option', { label, count }) }))}
      />
    </Field>
  );
  return (
    <Stack gap="small">
      <FilterChips
        label={t('catalog.season')}
        chips={[{ key: '1', label: t('catalog.seasonNow'), selected: params.get('season') === '1', count: facets.inSeasonNow }]}
        onToggle={toggle('season')}
      />
      <p className={s.heading} aria-hidden="true">
        {t('catalog.group')}
      </p>
      <FilterChips
        label={t('catalog.group')}
        chips={productGroups
          .filter((group) => countOf(facets.groups, group) > 0 || params.get('group') === group)
          .map((group) => ({
            key: group,
            label: t(`group.${group}`),
            selected: params.get('group') === group,
            count: countOf(facets.groups, group),
          }))}
        onToggle={toggle('group')}
      />
      <p className={s.heading} aria-hidden="true">
        {t('catalog.stars')}
      </p>
      <FilterChips
        label={t('catalog.stars')}
        chips={['3', '4', '5'].map((stars) => ({
          key: stars,
          label: t('catalog.starsAtLeast', { stars: Number(stars) }),
          selected: params.get('stars') === stars,
          count: countOf(facets.stars, stars),
        }))}
        onToggle={toggle('stars')}
      />
      {place('district', facets.districts)}
      {place('commune', facets.communes)}
      {filterCount(params) > 0 && (
        <Button variant="quiet" onClick={() => onChange(cleared(params))}>
          {t('action.clearFilters')}
        </Button>
      )}
    </Stack>
  );
}

function setTo(params: URLSearchParams, name: FilterName, value: string) {
  const next = new URLSearchParams(params);
  next.set(name, value);
  return next;
}
