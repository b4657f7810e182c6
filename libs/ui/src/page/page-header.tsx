import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '../link/link';
import s from './page.module.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** Under the title: state, number, dates. */
  meta?: ReactNode;
  /** Beside the title: at most one primary button. */
  actions?: ReactNode;
  back?: { href: string; label: string };
  /** Before the title: a demo mark or a kind. */
  mark?: ReactNode;
}

/** A document's number ("DH-2026-000123") stays on one line. */
const withWholeNumbers = (title: ReactNode): ReactNode =>
  typeof title === 'string'
    ? title.split(/(\S+-\d\S*)/).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className={s.whole}>
            {part}
          </span>
        ) : (
          part
        ),
      )
    : title;

export const PageHeader = ({ title, meta, actions, back, mark }: PageHeaderProps) => (
  <header className={s.header}>
    {back && (
      <Link href={back.href} className={s.back}>
        <ChevronLeft aria-hidden="true" size={16} />
        {back.label}
      </Link>
    )}
    <div className={s.headline}>
      <div className={s.titles}>
        {mark && <div className={s.mark}>{mark}</div>}
        <h1 className={s.title}>{withWholeNumbers(title)}</h1>
        {meta && <div className={s.meta}>{meta}</div>}
      </div>
      {actions && <div className={s.actions}>{actions}</div>}
    </div>
  </header>
);

export interface SectionProps {
  title: ReactNode;
  id?: string;
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, set off by a rule rather than a box. */
export const Section = ({ title, id, meta, actions, children }: SectionProps) => (
  <section className={s.section} aria-labelledby={id}>
    <div className={s.sectionHead}>
      <h2 className={s.sectionTitle} id={id}>
        {title}
      </h2>
      {meta && <div className={s.sectionMeta}>{meta}</div>}
      {actions && <div className={s.actions}>{actions}</div>}
    </div>
    {children}
  </section>
);

/** Parts one under another at an even distance. */
export const Stack = ({ gap = 'normal', children }: { gap?: 'small' | 'normal' | 'large'; children: ReactNode }) => (
  <div className={s[`stack-${gap}`]}>{children}</div>
);

/** Things in a line that wraps. */
export const Cluster = ({ children, end }: { children: ReactNode; end?: boolean }) => (
  <div className={end ? `${s.cluster} ${s.end}` : s.cluster}>{children}</div>
);

/** A main column and a narrower one; one column on phones. */
export const Split = ({ main, side }: { main: ReactNode; side: ReactNode }) => (
  <div className={s.split}>
    <div className={s.main}>{main}</div>
    <div className={s.side}>{side}</div>
  </div>
);

/** Product cards and the like, as many in a row as fit. */
export const CardGrid = ({ children }: { children: ReactNode }) => <div className={s.cards}>{children}</div>;
