import { Button, Field, FilterChips, Select, Stack } from '@lienket/ui';
import type { CatalogQuery } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { useFormats } from '../../shared/i18n/formats';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { cleared, filterCount, productGroups, toggled, type FilterName } from './catalog-filter';
import s from './catalog.module.css';

const words = { ...catalog, ...finding };

interface CatalogFiltersProps {
  facets: NonNullable<CatalogQuery['catalogFacets']>;
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

/** Each choice says how many products it would leave. */
export function CatalogFilters({ facets, params, onChange }: CatalogFiltersProps) {
  const t = useText(words);
  const f = useFormats();
  const countText = (count: number) => (facets.isCapped ? `${f.count(count)}+` : f.count(count));
  const toggle = (name: FilterName) => (value: string) => onChange(toggled(params, name, value));
  const countOf = (list: readonly { value: string; count: number }[], value: string) =>
    list.find((facet) => facet.value === value)?.count ?? 0;
  const choice = (name: FilterName, label: string, list: CatalogFiltersProps['facets']['districts'], none = t('find.any')) => (
    <Field label={label} id={`filter-${name}`}>
      <Select
        value={params.get(name) ?? ''}
        onChange={(event) => onChange(event.target.value ? setTo(params, name, event.target.value) : toggled(params, name, ''))}
        placeholder={none}
        options={list.map(({ value, label: text, count }) => ({
          value,
          label: t('catalog.option', { label: text, count: countText(count) }),
        }))}
      />
    </Field>
  );
  return (
    <Stack gap="small">
      <FilterChips
        label={t('catalog.season')}
        chips={[
          {
            key: '1',
            label: t('catalog.seasonNow'),
            selected: params.get('season') === '1',
            count: countText(facets.inSeasonNow),
          },
        ]}
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
            count: countText(countOf(facets.groups, group)),
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
          count: countText(countOf(facets.stars, stars)),
        }))}
        onToggle={toggle('stars')}
      />
      {choice('district', t('catalog.district'), facets.districts, t('catalog.anywhere'))}
      {choice('commune', t('catalog.commune'), facets.communes, t('catalog.anywhere'))}
      {choice('month', t('find.month'), facets.months)}
      {choice('paper', t('find.certificate'), facets.certificates)}
      {choice('price', t('find.price'), facets.prices)}
      {choice('least', t('find.leastOrder'), facets.leastOrders)}
      {choice('storage', t('find.storage'), facets.storage)}
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
