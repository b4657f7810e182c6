import { useQuery } from '@apollo/client/react';
import { EmptyState, Link, LinkButton, PageHeader, Stack } from '@lienket/ui';
import { Navigate } from 'react-router';
import { graphql } from '../../gql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events as words } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';

const EventsDocument = graphql(`
  query Events {
    events {
      id
      code
      title
      heldOn
      host
    }
  }
`);

/** With one conference the list would only stand in the way. */
export default function EventsScreen() {
  const t = useText(words);
  const f = useFormats();
  const { me } = useSession();
  const query = useQuery(EventsDocument);
  return (
    <>
      <PageTitle>{t('events.title')}</PageTitle>
      <AsyncScreen query={query} empty={({ events }) => events.length === 0 && <EmptyState title={t('events.empty')} />}>
        {({ events }) =>
          events.length === 1 && me?.workplace !== 'OFFICER' ? (
            <Navigate replace to={`/events/${events[0]!.code}`} />
          ) : (
            <>
              <PageHeader
                title={t('events.title')}
                meta={<Link href="/indicators">{t('events.indicators')}</Link>}
                actions={
                  me?.workplace === 'OFFICER' && (
                    <>
                      <LinkButton href="/events/compare">{t('desk.compare')}</LinkButton>
                      <LinkButton variant="primary" href="/events/new">
                        {t('desk.new')}
                      </LinkButton>
                    </>
                  )
                }
              />
              <Stack>
                {events.map((event) => (
                  <section key={event.id}>
                    <h2>
                      <Link href={`/events/${event.code}`}>{event.title}</Link>
                    </h2>
                    <p>
                      {t('events.heldOn', { day: f.date(event.heldOn) })} · {event.host}
                    </p>
                  </section>
                ))}
              </Stack>
            </>
          )
        }
      </AsyncScreen>
    </>
  );
}
