import { localDateOf, NOTICE_GROUPS } from '@lienket/domain';
import { Badge, cx, IconButton, Link, Section, VisuallyHidden } from '@lienket/ui';
import { Check } from 'lucide-react';
import type { NotificationPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { notices } from '../../shared/messages/vi/notices';
import s from './notices.module.css';

interface NoticeListProps {
  items: readonly NotificationPartsFragment[];
  onRead: (ids: readonly string[]) => void;
}

/** By day, newest first; opening the thing is reading the notice. */
export function NoticeList({ items, onRead }: NoticeListProps) {
  const t = useText(notices);
  const f = useFormats();
  const titleOf = (day: string) =>
    day === f.today() ? t('notices.today') : day === f.daysFromToday(-1) ? t('notices.yesterday') : f.date(day);
  const days = [...new Set(items.map(({ createdAt }) => localDateOf(createdAt)))];
  return days.map((day) => (
    <Section key={day} title={titleOf(day)}>
      <ul className={s.list}>
        {items
          .filter(({ createdAt }) => localDateOf(createdAt) === day)
          .map((item) => (
            <NoticeLine key={item.id} item={item} onRead={() => onRead([item.id])} />
          ))}
      </ul>
    </Section>
  ));
}

function NoticeLine({ item, onRead }: { item: NotificationPartsFragment; onRead: () => void }) {
  const t = useText(notices);
  const f = useFormats();
  const { locale } = useLanguage();
  const fresh = !item.readAt;
  return (
    <li className={cx(s.line, fresh && s.fresh)}>
      <span className={s.dot} aria-hidden="true" />
      <div className={s.body}>
        <Link href={item.link} className={s.title} onClick={() => fresh && onRead()}>
          {fresh && <VisuallyHidden>{t('notices.unread')}: </VisuallyHidden>}
          {item.title}
        </Link>
        {item.text && <p className={s.text}>{item.text}</p>}
        <p className={s.about}>
          {item.urgent && <Badge tone="danger">{t('notices.urgent')}</Badge>}
          <span>{NOTICE_GROUPS[item.group][locale]}</span>
          <time dateTime={item.createdAt}>{f.time(item.createdAt)}</time>
        </p>
      </div>
      {fresh && <IconButton label={t('notices.readOne', { title: item.title })} icon={<Check />} onClick={onRead} />}
    </li>
  );
}
