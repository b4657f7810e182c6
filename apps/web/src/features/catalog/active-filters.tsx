import { Button } from '@lienket/ui';
import { X } from 'lucide-react';
import type { CatalogQuery } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { cleared, filterCount, filters, toggled, type FilterName } from './catalog-filter';
import s from './catalog.module.css';

type Facets = NonNullable<CatalogQuery['catalogFacets']>;
const words = { ...catalog, ...finding };

interface Props {
  facets: Facets;
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

/** What is set, each with a way to take it off: on a phone the filters themselves are out of sight. */
export function ActiveFilters({ facets, params, onChange }: Props) {
  const t = useText(words);
  if (filterCount(params) === 0) return null;
  const lists: Partial<Record<FilterName, readonly { value: string; label: string }[]>> = {
    group: facets.groups,
    district: facets.districts,
    commune: facets.communes,
    month: facets.months,
    paper: facets.certificates,
    storage: facets.storage,
    price: facets.prices,
    least: facets.leastOrders,
    stars: facets.stars,
  };
  const labelOf = (name: FilterName, value: string) =>
    name === 'season' ? t('catalog.seasonNow') : (lists[name]?.find((facet) => facet.value === value)?.label ?? value);
  return (
    <div className={s.active} role="group" aria-label={t('find.active')}>
      {filters
        .filter((name) => params.has(name))
        .map((name) => {
          const label = labelOf(name, params.get(name)!);
          return (
            <Button
              key={name}
              size="small"
              icon={<X />}
              aria-label={t('find.drop', { label })}
              onClick={() => onChange(toggled(params, name, ''))}
            >
              {label}
            </Button>
          );
        })}
      <Button size="small" variant="quiet" onClick={() => onChange(cleared(params))}>
        {t('action.clearFilters')}
      </Button>
    </div>
  );
}
