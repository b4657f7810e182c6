import { useId, type ReactNode } from 'react';
import { Button, LinkButton } from '../button/button';
import { ToneIcon } from '../marks/status-mark';
import { cx } from '../lib/cx';
import s from './work-list.module.css';

export interface WorkItem {
  id: string;
  /** One sentence: what is asked and by whom. */
  sentence: ReactNode;
  /** A line more: which agreement, how much. */
  detail?: ReactNode;
  /** "Hạn 17:00 hôm nay" */
  due?: string;
  dueTone?: 'danger' | 'warning' | 'neutral';
  /** The single button: a place to go or a thing to do. */
  action: { label: string; href?: string; onAction?: () => void; loading?: boolean };
}

export interface WorkGroup {
  id: string;
  heading: string;
  items: readonly WorkItem[];
}

export interface WorkListProps {
  groups: readonly WorkGroup[];
  /** Shown when there is nothing left to do: a small reward. */
  empty: { title: string; detail?: string; action?: ReactNode };
  /** Gives the first line the screen's one primary button; false when the page has its own. */
  leadFirst?: boolean;
}

export function WorkList({ groups, empty, leadFirst = true }: WorkListProps) {
  const filled = groups.filter((group) => group.items.length > 0);
  if (filled.length === 0) return <Rest {...empty} />;
  return (
    <div className={s.list}>
      {filled.map((group, index) => (
        <Group key={group.id} group={group} lead={leadFirst && index === 0} />
      ))}
    </div>
  );
}

function Group({ group, lead }: { group: WorkGroup; lead: boolean }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h2 className={s.heading} id={headingId}>
        {group.heading} <span className={s.count}>{group.items.length}</span>
      </h2>
      <ul className={s.items}>
        {group.items.map((item, index) => (
          <Line key={item.id} item={item} lead={lead && index === 0} />
        ))}
      </ul>
    </section>
  );
}

function Line({ item, lead }: { item: WorkItem; lead: boolean }) {
  const sentenceId = useId();
  const { label, href, onAction, loading } = item.action;
  const looks = { variant: lead ? ('primary' as const) : ('secondary' as const), 'aria-describedby': sentenceId };
  return (
    <li className={s.line}>
      <div className={s.text}>
        <p className={s.sentence} id={sentenceId}>
          {item.sentence}
        </p>
        {item.detail && <p className={s.detail}>{item.detail}</p>}
      </div>
      {item.due && (
        <p className={cx(s.due, item.dueTone && s[item.dueTone])}>
          {(item.dueTone === 'danger' || item.dueTone === 'warning') && <ToneIcon tone={item.dueTone} size={14} />}
          {item.due}
        </p>
      )}
      <div className={s.action}>
        {href ? (
          <LinkButton href={href} block {...looks}>
            {label}
          </LinkButton>
        ) : (
          <Button onClick={onAction} loading={loading} block {...looks}>
            {label}
          </Button>
        )}
      </div>
    </li>
  );
}

const Rest = ({ title, detail, action }: WorkListProps['empty']) => (
  <div className={s.rest} role="status">
    <svg viewBox="0 0 240 84" className={s.hills} aria-hidden="true">
      <circle cx="164" cy="40" r="17" className={s.sun} />
      <path
        className={s.far}
        d="M0 82V74C14 44 26 34 38 36S56 60 64 58 78 22 94 20s22 32 32 34 14-14 26-14 22 22 34 22 14-20 28-18 20 16 26 30V82Z"
      />
      <path className={s.near} d="M-2 84V76C20 64 44 60 66 68S110 78 132 70s38-12 56-6 36 6 54 12V84Z" />
      <path className={s.ground} d="M0 83H240" />
    </svg>
    <p className={s.restTitle}>{title}</p>
    {detail && <p className={s.detail}>{detail}</p>}
    {action && <div className={s.restAction}>{action}</div>}
  </div>
);
