import { useQuery } from '@apollo/client/react';
import { Button, CardGrid, EmptyState, Link, LinkButton, SearchInput, Section } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../gql';
import { CatalogCard } from '../shared/catalog/catalog-card';
import { useFormats } from '../shared/i18n/formats';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';
import { AsyncScreen } from '../shared/screen/async-screen';
import { useDemoMark } from '../shared/screen/demo-flag';
import { PageTitle } from '../shared/screen/page-title';
import s from './landing.module.css';

const LandingDocument = graphql(`
  query Landing {
    catalog(filter: { inSeasonNow: true }, first: 8) {
      edges {
        cursor
        node {
          ...CatalogCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    catalogFacets {
      groups {
        value
        label
        count
      }
      total
    }
    events {
      id
      code
      title
      heldOn
      host
      boothCount
      signingPartyCount
    }
  }
`);

export default function LandingScreen() {
  const t = useText(app);
  const query = useQuery(LandingDocument);
  return (
    <>
      <PageTitle>{t('app.tagline')}</PageTitle>
      <div className={s.hero}>
        <h1 className={s.title}>{t('landing.title')}</h1>
        <p className={s.lead}>{t('landing.lead')}</p>
        <HeroSearch />
      </div>
      <AsyncScreen query={query} skeleton="cards" count={8}>
        {(data) => (
          <>
            <Groups facets={data.catalogFacets} />
            <InSeason items={data.catalog.edges.map((edge) => edge.node)} />
            <Events events={data.events} />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function HeroSearch() {
  const t = useText(app);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    void navigate(words ? `/catalog?q=${encodeURIComponent(words)}` : '/catalog');
  };
  return (
    <form className={s.search} onSubmit={search}>
      <SearchInput
        label={t('landing.search')}
        placeholder={t('landing.search')}
        shortcut="/"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button variant="primary" type="submit">
        {t('action.search')}
      </Button>
    </form>
  );
}

function Groups({ facets }: { facets: { total: number; groups: readonly { value: string; label: string; count: number }[] } }) {
  const t = useText(app);
  const f = useFormats();
  return (
    <nav className={s.groups} aria-label={t('landing.groups')}>
      <Link href="/catalog" className={s.group}>
        <span className={s.count}>{f.count(facets.total)}</span> {t('landing.all')}
      </Link>
      {facets.groups.map((group) => (
        <Link key={group.value} href={`/catalog?group=${group.value}`} className={s.group}>
          <span className={s.count}>{f.count(group.count)}</span> {group.label}
        </Link>
      ))}
    </nav>
  );
}

function InSeason({ items }: { items: Parameters<typeof CatalogCard>[0]['item'][] }) {
  const t = useText(app);
  useDemoMark(items[0]?.isDemo);
  return (
    <Section title={t('landing.season')} actions={<Link href="/catalog?season=1">{t('landing.seasonAll')}</Link>}>
      {items.length === 0 ? (
        <EmptyState title={t('landing.seasonEmpty')} action={<LinkButton href="/catalog">{t('landing.all')}</LinkButton>} />
      ) : (
        <CardGrid>
          {items.map((item) => (
            <CatalogCard key={item.id} item={item} headingLevel={3} />
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

interface EventStripProps {
  events: readonly {
    id: string;
    code: string;
    title: string;
    heldOn: string;
    host: string;
    boothCount?: number | null;
    signingPartyCount?: number | null;
  }[];
}

function Events({ events }: EventStripProps) {
  const t = useText(app);
  const f = useFormats();
  if (events.length === 0) return null;
  return (
    <Section title={t('landing.events')}>
      <ul className={s.events}>
        {events.map((event) => (
          <li key={event.id} className={s.event}>
            <time className={s.day} dateTime={event.heldOn}>
              {f.date(event.heldOn)}
            </time>
            <div>
              <p className={s.eventTitle}>{event.title}</p>
              <p className={s.quiet}>
                {[
                  event.host,
                  event.boothCount != null && t('landing.eventBooths', { count: event.boothCount }),
                  event.signingPartyCount != null && t('landing.eventParties', { count: event.signingPartyCount }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <LinkButton href={`/events/${event.code}`}>{t('landing.eventOpen')}</LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
