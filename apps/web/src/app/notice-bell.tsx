import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@lienket/ui';
import { Bell } from 'lucide-react';
import { useText } from '../shared/i18n/use-text';
import { notices } from '../shared/messages/vi/notices';
import { UnreadDocument } from '../shared/session/unread';
import s from './notice-bell.module.css';

const EVERY_MINUTE = 60_000;

/** How much is unread; asked again each minute, never in a tab nobody looks at. */
export default function NoticeBell() {
  const t = useText(notices);
  const { data } = useQuery(UnreadDocument, { pollInterval: EVERY_MINUTE, skipPollAttempt: () => document.hidden });
  const count = data?.unreadNotifications ?? 0;
  const many = count > 99;
  const label = many ? t('notices.bellMany') : t('notices.bell', { count });
  return (
    <LinkButton href="/notices" variant="quiet" className={s.bell} aria-label={label} title={label}>
      <Bell size={20} aria-hidden="true" />
      {count > 0 && (
        <span className={s.count} aria-hidden="true">
          {many ? t('notices.many') : count}
        </span>
      )}
    </LinkButton>
  );
}
