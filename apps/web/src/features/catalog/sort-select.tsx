import { Select } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { finding } from '../../shared/messages/vi/finding';
import { catalogSorts, sortFrom } from './catalog-filter';

interface Props {
  params: URLSearchParams;
  onChange: (params: URLSearchParams) => void;
}

/** Relevance is offered only where something was searched. */
export function SortSelect({ params, onChange }: Props) {
  const t = useText(finding);
  const isSearch = params.has('q');
  const usual = isSearch ? 'RELEVANCE' : 'NEWEST';
  return (
    <Select
      aria-label={t('find.sort')}
      value={sortFrom(params) ?? usual}
      options={catalogSorts
        .filter((sort) => isSearch || sort !== 'RELEVANCE')
        .map((sort) => ({ value: sort, label: t(`find.sort.${sort}`) }))}
      onChange={(event) => {
        const next = new URLSearchParams(params);
        if (event.target.value === usual) next.delete('sort');
        else next.set('sort', event.target.value);
        onChange(next);
      }}
    />
  );
}
