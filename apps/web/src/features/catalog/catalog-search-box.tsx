import { useQuery } from '@apollo/client/react';
import { SearchInput, cx } from '@lienket/ui';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate, type useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { useDebounced } from '../../shared/screen/use-debounced';
import s from './catalog-search-box.module.css';

const SuggestionsDocument = graphql(`
  query CatalogSuggestions($text: String!) {
    catalogSuggestions(text: $text) {
      products {
        text
        detail
        href
      }
      sellers {
        text
        detail
        href
      }
      groups {
        text
        detail
        href
      }
    }
  }
`);

const words = { ...catalog, ...finding };

/** Searches when typing pauses, without a new step in the history, and offers where to go at once; the arrows choose. */
export function CatalogSearchBox({
  params,
  onChange,
}: {
  params: URLSearchParams;
  onChange: ReturnType<typeof useSearchParams>[1];
}) {
  const t = useText(words);
  const navigate = useNavigate();
  const listId = useId();
  const current = params.get('q') ?? '';
  const [typed, setTyped] = useState(current);
  const [known, setKnown] = useState(current);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  if (known !== current) {
    // The address changed from outside: a link, a step back, "show all".
    setKnown(current);
    setTyped(current);
  }
  const settled = useDebounced(typed.trim());
  useEffect(() => {
    if (settled === current || settled !== typed.trim()) return;
    onChange(
      (before) => {
        const next = new URLSearchParams(before);
        if (settled) next.set('q', settled);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
    setKnown(settled);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was typed starts a search
  }, [settled]);
  const { data, previousData } = useQuery(SuggestionsDocument, {
    variables: { text: settled },
    skip: !open || settled.length < 2,
  });
  const found = settled.length < 2 ? undefined : (data ?? previousData)?.catalogSuggestions;
  const groups = [
    { label: t('find.suggestProducts'), items: found?.products ?? [] },
    { label: t('find.suggestSellers'), items: found?.sellers ?? [] },
    { label: t('find.suggestGroups'), items: found?.groups ?? [] },
  ].filter(({ items }) => items.length > 0);
  const all = groups.flatMap(({ items }) => items);
  const shown = open && all.length > 0;
  const go = (href: string) => {
    setOpen(false);
    setMarked(-1);
    void navigate(href);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'ArrowDown' && all.length) {
      setOpen(true);
      setMarked(marked + 1 < all.length ? marked + 1 : 0);
    } else if (event.key === 'ArrowUp' && shown) setMarked(marked > 0 ? marked - 1 : all.length - 1);
    else if (event.key === 'Enter') {
      const chosen = shown ? all[marked] : undefined;
      if (!chosen) return setOpen(false);
      go(chosen.href);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={s.box} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <SearchInput
        label={t('catalog.search')}
        placeholder={t('catalog.searchHint')}
        shortcut="/"
        value={typed}
        maxLength={100}
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && marked >= 0 ? `${listId}-${marked}` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(-1);
          setOpen(true);
        }}
        onKeyDown={press}
      />
      {shown && (
        <div className={s.list} role="listbox" id={listId} aria-label={t('find.suggestions')}>
          {groups.map(({ label, items }) => (
            <div key={label} role="group" aria-label={label}>
              <p className={s.heading} aria-hidden="true">
                {label}
              </p>
              {items.map((item) => {
                const index = all.indexOf(item);
                return (
                  // Keys are handled by the field, which keeps the focus.
                  // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={item.href}
                    id={`${listId}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === marked}
                    className={cx(s.option, index === marked && s.marked)}
                    onMouseMove={() => setMarked(index)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => go(item.href)}
                  >
                    {item.text}
                    {item.detail && <span className={s.detail}>{item.detail}</span>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
