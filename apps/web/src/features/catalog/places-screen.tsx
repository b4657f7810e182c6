import { useQuery } from '@apollo/client/react';
import { EmptyState, FilterChips, Link, PageHeader, Section, Stack } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import type { PlacesQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { catalog } from '../../shared/messages/vi/catalog';
import { finding } from '../../shared/messages/vi/finding';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import s from './catalog.module.css';

const PlacesDocument = graphql(`
  query Places {
    catalogPlaces {
      communeCode
      communeName
      districtCode
      districtName
      count
    }
  }
`);

type Place = PlacesQuery['catalogPlaces'][number];
const words = { ...catalog, ...finding };

/** A list instead of a map: every commune that offers something, alone or under its former district. */
export default function PlacesScreen() {
  const t = useText(words);
  const query = useQuery(PlacesDocument);
  const [params, setParams] = useSearchParams();
  const by = params.get('by') === 'district' ? 'district' : 'commune';
  return (
    <>
      <PageTitle>{t('places.title')}</PageTitle>
      <PageHeader
        back={{ href: '/catalog', label: t('catalog.title') }}
        title={t('places.title')}
        meta={t('places.lead')}
        actions={<ExportButton list="places" />}
      />
      <Stack gap="large">
        <FilterChips
          label={t('places.by')}
          chips={[
            { key: 'commune', label: t('places.byCommune'), selected: by === 'commune' },
            { key: 'district', label: t('places.byDistrict'), selected: by === 'district' },
          ]}
          onToggle={(key) => setParams(key === 'district' ? { by: 'district' } : {}, { replace: true })}
        />
        <AsyncScreen
          query={query}
          skeleton="rows"
          empty={({ catalogPlaces }) => catalogPlaces.length === 0 && <EmptyState title={t('places.empty')} />}
        >
          {({ catalogPlaces }) =>
            by === 'commune' ? (
              <PlaceList places={communesOf(catalogPlaces)} />
            ) : (
              <Stack gap="large">
                {districtsOf(catalogPlaces).map(({ code, name, count, places }) => (
                  <Section
                    key={code ?? ''}
                    title={code ? <Link href={`/catalog?district=${code}`}>{name}</Link> : t('places.unknown')}
                    meta={t('catalog.total', { count })}
                  >
                    <PlaceList places={places} district={code} />
                  </Section>
                ))}
              </Stack>
            )
          }
        </AsyncScreen>
      </Stack>
    </>
  );
}

interface Row {
  code: string;
  name: string;
  count: number;
}

function PlaceList({ places, district }: { places: readonly Row[]; district?: string | null }) {
  const f = useFormats();
  return (
    <ul className={s.places}>
      {places.map(({ code, name, count }) => (
        <li key={code}>
          <Link href={`/catalog?commune=${code}${district ? `&district=${district}` : ''}`}>{name}</Link>{' '}
          <span className={s.quiet}>{f.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A commune of today may lie across former districts: it stands once, with all its products. */
function communesOf(places: readonly Place[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { communeCode: code, communeName: name, count } of places)
    rows.set(code, { code, name, count: (rows.get(code)?.count ?? 0) + count });
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function districtsOf(places: readonly Place[]) {
  const codes = [...new Set(places.map(({ districtCode }) => districtCode ?? null))];
  return codes
    .map((code) => {
      const inside = places.filter(({ districtCode }) => (districtCode ?? null) === code);
      return {
        code,
        name: inside[0]?.districtName ?? '',
        count: inside.reduce((sum, { count }) => sum + count, 0),
        places: communesOf(inside),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
