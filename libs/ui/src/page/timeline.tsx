import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import type { Tone } from '../lib/tone';
import { ToneIcon } from '../marks/status-mark';
import s from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  /** Moment in words, and for machines. */
  at: string;
  dateTime?: string;
  /** Who did it. */
  who?: ReactNode;
  /** What happened, one sentence. */
  what: ReactNode;
  /** Note, evidence, files. */
  detail?: ReactNode;
  tone?: Tone;
}

export interface TimelineProps {
  label: string;
  entries: readonly TimelineEntry[];
}

/** A diary: newest first or last, as the caller orders it. */
export const Timeline = ({ label, entries }: TimelineProps) => (
  <ol className={s.timeline} aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.id} className={s.entry}>
        <time className={s.at} dateTime={entry.dateTime}>
          {entry.at}
        </time>
        <span className={cx(s.point, !entry.tone && s.plain)}>{entry.tone && <ToneIcon tone={entry.tone} />}</span>
        <div className={s.body}>
          <p>
            {entry.who && <span className={s.who}>{entry.who}</span>} {entry.what}
          </p>
          {entry.detail && <div className={s.detail}>{entry.detail}</div>}
        </div>
      </li>
    ))}
  </ol>
);
