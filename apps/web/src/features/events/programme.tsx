import { Link, StatusMark } from '@lienket/ui';
import type { ReactNode } from 'react';
import type { EventDeskPartsFragment, ProgrammePart } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { clockOf } from './clock-time';
import s from './event.module.css';

interface Props {
  event: Pick<EventDeskPartsFragment, 'programme'>;
  /** At the officer's desk: how a part entered by mistake is taken out. */
  removal?: (part: ProgrammePart, id: string, name: string) => ReactNode;
}

/** Agenda, commendations and press of a conference; a part that has nothing is not shown. */
export function Programme({ event, removal }: Props) {
  const t = useText(events);
  const f = useFormats();
  const { talks, commendations, media } = event.programme;
  return (
    <>
      {talks.length > 0 && (
        <>
          <h3>{t('programme.talks')}</h3>
          <ul className={s.list}>
            {talks.map((talk) => (
              <li key={talk.id}>
                {talk.startsAt != null && <time className={s.time}>{clockOf(talk.startsAt)}</time>} <b>{talk.title}</b>
                <span className={s.quiet}>
                  {[talk.speaker, talk.organization?.name].filter(Boolean).length > 0 &&
                    ` · ${[talk.speaker, talk.organization?.name].filter(Boolean).join(', ')}`}
                </span>
                {removal?.('TALK', talk.id, talk.title)}
              </li>
            ))}
          </ul>
        </>
      )}
      {commendations.length > 0 && (
        <>
          <h3>{t('programme.commendations')}</h3>
          <ul className={s.list}>
            {commendations.map((one) => (
              <li key={one.id}>
                <Link href={`/c/${one.organization.slug}`}>{one.organization.name}</Link>: {one.title}{' '}
                {one.hasBadge ? (
                  <StatusMark tone="success">
                    {t('programme.decision', { number: one.decisionNo ?? '', day: f.date(one.decisionOn ?? '') })}
                  </StatusMark>
                ) : (
                  <span className={s.quiet}>{t('programme.noDecision')}</span>
                )}
                {removal?.('COMMENDATION', one.id, one.title)}
              </li>
            ))}
          </ul>
        </>
      )}
      {media.length > 0 && (
        <>
          <h3>{t('programme.media')}</h3>
          <ul className={s.list}>
            {media.map((item) => (
              <li key={item.id}>
                <a href={item.url} rel="noreferrer noopener" target="_blank">
                  {item.title}
                </a>
                <span className={s.quiet}>
                  {' '}
                  · {item.outlet}, {f.date(item.publishedOn)}
                </span>
                {removal?.('MEDIA', item.id, item.title)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
