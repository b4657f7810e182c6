import { useQuery } from '@apollo/client/react';
import { DescriptionList, Figure, Figures, Link, LinkButton, PageHeader, Section, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import { graphql } from '../../gql';
import type { EventQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import s from './event.module.css';
import { Programme } from './programme';

const EventDocument = graphql(`
  query Event($code: String!) {
    event(code: $code) {
      id
      code
      title
      heldOn
      host
      chair
      sourceTitle
      sourceNumber
      sourceSignedOn
      attendanceApprox
      boothCount
      signingPartyCount
      facts {
        kind
        position
        title
        detail
        organization {
          id
          slug
          name
        }
      }
      programme {
        talks {
          id
          startsAt
          title
          speaker
          organization {
            id
            slug
            name
          }
        }
        commendations {
          id
          title
          issuer
          decisionNo
          decisionOn
          hasBadge
          organization {
            id
            slug
            name
          }
        }
        media {
          id
          outlet
          title
          url
          publishedOn
        }
      }
      booths {
        position
        title
        goods
        ownerUnitName
        owner {
          id
          slug
          name
        }
      }
    }
  }
`);

type Event = NonNullable<EventQuery['event']>;
const factKinds = ['FIGURE', 'DUTY', 'SPEAKER', 'OUTSIDE_BODY'] as const;

export default function EventScreen() {
  const { code = '' } = useParams();
  const query = useQuery(EventDocument, { variables: { code } });
  return (
    <AsyncScreen query={query} skeleton="text" missing={(data) => !data.event}>
      {(data) => <EventPage event={data.event!} />}
    </AsyncScreen>
  );
}

function EventPage({ event }: { event: Event }) {
  const { me } = useSession();
  const t = useText(events);
  const f = useFormats();
  const figure = (label: string, count: number | null | undefined, approx = false) => (
    <Figure
      label={label}
      unknown={count == null}
      value={count == null ? t('event.unknown') : approx ? t('event.about', { count: f.count(count) }) : f.count(count)}
    />
  );
  const { talks, commendations, media } = event.programme;
  const hasProgramme = talks.length + commendations.length + media.length > 0;
  const source = [
    event.sourceNumber && t('event.sourceNumber', { number: event.sourceNumber }),
    event.sourceSignedOn && t('event.sourceSigned', { day: f.date(event.sourceSignedOn) }),
  ].filter(Boolean);
  return (
    <>
      <PageTitle>{event.title}</PageTitle>
      <PageHeader
        title={event.title}
        meta={t('events.heldOn', { day: f.date(event.heldOn) })}
        actions={
          me && (
            <LinkButton href={`/events/${event.code}/${me.workplace === 'OFFICER' ? 'desk' : 'mine'}`}>
              {t(me.workplace === 'OFFICER' ? 'event.toDesk' : 'event.toMine')}
            </LinkButton>
          )
        }
      />
      <Stack gap="large">
        <DescriptionList
          columns={2}
          items={[
            { term: t('event.host'), detail: event.host },
            { term: t('event.chair'), detail: event.chair ?? t('event.unknown') },
          ]}
        />
        <Figures>
          {figure(t('event.attendance'), event.attendanceApprox, true)}
          {figure(t('event.booths'), event.boothCount)}
          {figure(t('event.parties'), event.signingPartyCount)}
        </Figures>
        {hasProgramme && (
          <Section title={t('desk.programme')}>
            <Programme event={event} />
          </Section>
        )}
        {event.booths.length > 0 && (
          <Section title={t('event.booths')} meta={t('event.boothCount', { count: event.booths.length })}>
            <ol className={s.booths}>
              {event.booths.map((booth) => (
                <li key={booth.position} className={s.booth}>
                  <span className={s.number}>{booth.position}</span>
                  <BoothOwner booth={booth} code={event.code} />
                </li>
              ))}
            </ol>
          </Section>
        )}
        {factKinds.map((kind) => {
          const facts = event.facts.filter((fact) => fact.kind === kind);
          return (
            facts.length > 0 && (
              <Section key={kind} title={t(`event.facts.${kind}`)}>
                <ol className={s.facts}>
                  {facts.map((fact) => (
                    <li key={fact.position}>
                      <p className={s.fact}>
                        {fact.organization ? <Link href={`/c/${fact.organization.slug}`}>{fact.title}</Link> : fact.title}
                      </p>
                      {fact.detail && <blockquote className={s.quote}>{fact.detail}</blockquote>}
                    </li>
                  ))}
                </ol>
              </Section>
            )
          );
        })}
        <Section title={t('event.source')}>
          <p>{event.sourceTitle}</p>
          <p className={s.quiet}>{source.length > 0 ? source.join(', ') : t('event.sourceUnnumbered')}</p>
        </Section>
      </Stack>
    </>
  );
}

/** The notice counts the booths and names few of them: an unnamed booth says so. */
function BoothOwner({ booth, code }: { booth: Event['booths'][number]; code: string }) {
  const t = useText(events);
  const name = booth.owner?.name ?? booth.ownerUnitName;
  return (
    <span>
      <span className={s.boothTitle}>
        <Link href={`/events/${code}/booths/${booth.position}`}>
          {booth.title ?? t('event.booth', { position: booth.position })}
        </Link>
      </span>
      <span className={s.quiet}>
        {booth.owner ? <Link href={`/c/${booth.owner.slug}`}>{name}</Link> : (name ?? t('event.boothOpen'))}
        {booth.goods && ` · ${booth.goods}`}
      </span>
    </span>
  );
}
