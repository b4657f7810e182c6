import { useQuery } from '@apollo/client/react';
import { StatusMark } from '@lienket/ui';
import { graphql } from '../../gql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import s from './catalog.module.css';

const CommendationBadgesDocument = graphql(`
  query CommendationBadges($orgId: ID!) {
    commendationBadges(orgId: $orgId) {
      title
      decisionNo
      decisionOn
    }
  }
`);

/** Commendations with number, day and file of their decision; nothing at all while there is none. */
export function CommendationBadges({ orgId }: { orgId: string }) {
  const t = useText(events);
  const f = useFormats();
  const { data } = useQuery(CommendationBadgesDocument, { variables: { orgId } });
  if (!data?.commendationBadges.length) return null;
  return (
    <ul className={s.badges}>
      {data.commendationBadges.map(({ title, decisionNo, decisionOn }) => (
        <li key={decisionNo}>
          <StatusMark tone="success">{title}</StatusMark>{' '}
          <span className={s.quiet}>{t('programme.decision', { number: decisionNo, day: f.date(decisionOn) })}</span>
        </li>
      ))}
    </ul>
  );
}
