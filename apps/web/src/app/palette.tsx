import { useLazyQuery } from '@apollo/client/react';
import { CommandPalette, type CommandItem } from '@lienket/ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../gql';
import { useLanguage } from '../shared/i18n/language';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';
import { useDebounced } from '../shared/screen/use-debounced';
import { useSession } from '../shared/session/session';
import { placesFor } from './navigation';
import { setTheme } from './theme';

const PaletteProductsDocument = graphql(`
  query PaletteProducts($search: String!) {
    catalog(filter: { search: $search }, first: 6) {
      edges {
        cursor
        node {
          id
          slug
          nameVi
          nameEn
          cooperative {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function Palette({ open, onOpenChange }: PaletteProps) {
  const t = useText(app);
  const navigate = useNavigate();
  const { me, setLocale } = useSession();
  const { locale } = useLanguage();
  const [query, setQuery] = useState('');
  const asked = useDebounced(query.trim());
  const [search, { data, loading }] = useLazyQuery(PaletteProductsDocument);
  useEffect(() => {
    if (asked.length > 1) void search({ variables: { search: asked } }).catch(() => undefined);
  }, [asked, search]);

  const pages: CommandItem[] = placesFor(me).map(({ href, label, icon }) => ({
    id: href,
    label: t(label),
    icon,
    group: t('palette.pages'),
    onSelect: () => void navigate(href),
  }));
  const found: CommandItem[] =
    asked.length > 1
      ? (data?.catalog.edges ?? []).map(({ node }) => ({
          id: node.id,
          label: locale === 'en' && node.nameEn ? node.nameEn : node.nameVi,
          detail: node.cooperative.name,
          keywords: query,
          group: t('palette.products'),
          onSelect: () => void navigate(`/catalog/${node.slug}`),
        }))
      : [];
  const other = locale === 'vi' ? 'en' : 'vi';
  const actions: CommandItem[] = [
    ...(me ? [] : [{ id: 'sign-in', label: t('nav.signIn'), onSelect: () => void navigate('/sign-in') }]),
    { id: 'language', label: t(`language.${other}`), onSelect: () => setLocale(other) },
    { id: 'light', label: t('theme.light'), onSelect: () => setTheme('light') },
    { id: 'dark', label: t('theme.dark'), onSelect: () => setTheme('dark') },
  ].map((item) => ({ ...item, group: t('palette.actions') }));
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      items={[...pages, ...found, ...actions]}
      onQueryChange={setQuery}
      loading={loading}
      labels={{
        title: t('palette.title'),
        placeholder: t('palette.placeholder'),
        empty: t('palette.empty'),
        loading: t('palette.loading'),
        close: t('action.close'),
      }}
    />
  );
}
