import { useId } from 'react';
import { cx } from '../lib/cx';
import { VisuallyHidden } from '../lib/visually-hidden';
import s from './week-strip.module.css';

export interface WeekColumn {
  key: string;
  /** Under the column, two or three signs: "48", "01". */
  name: string;
  /** The whole column in words, read out and shown as a hint. */
  sentence: string;
  /** Ground of the column: this week belongs to the season. */
  marked?: boolean;
  now?: boolean;
  /** Height of the wide pale bar, 0 to 1: what may come. */
  outer?: number;
  /** Height of the narrow full bar, 0 to 1: what is there. */
  inner?: number;
  /** Height of the line across, 0 to 1: what is left of it. */
  line?: number;
}

export interface WeekStripProps {
  /** The whole in one sentence. */
  label: string;
  weeks: readonly WeekColumn[];
  /** Words under the strip for what the marks mean; leave out those that are not drawn. */
  legend?: { marked?: string; outer?: string; inner?: string; line?: string };
  size?: 'compact' | 'full';
}

const share = (value: number | undefined) => `${(Math.min(1, Math.max(0, value ?? 0)) * 100).toFixed(1)}%`;
/** Something little is still seen: it must not look like nothing. */
const seen = (value: number | undefined) => (value && value > 0 ? share(Math.max(0.06, value)) : '0%');

/** A row of weeks, each a column with up to three measures one over the other; every column is also a sentence. */
export function WeekStrip({ label, weeks, legend, size = 'full' }: WeekStripProps) {
  const legendId = useId();
  return (
    <figure className={cx(s.strip, s[size])} aria-label={label} aria-describedby={legend ? legendId : undefined}>
      <ol className={s.weeks}>
        {weeks.map((week) => (
          <li key={week.key} className={cx(s.week, week.marked && s.marked, week.now && s.now)} title={week.sentence}>
            <span className={s.plot} aria-hidden="true">
              {week.outer !== undefined && <span className={s.outer} style={{ height: seen(week.outer) }} />}
              {week.inner !== undefined && <span className={s.inner} style={{ height: seen(week.inner) }} />}
              {week.line !== undefined && <span className={s.line} style={{ bottom: share(week.line) }} />}
            </span>
            <span className={s.name} aria-hidden="true">
              {week.name}
            </span>
            <VisuallyHidden>{week.sentence}</VisuallyHidden>
          </li>
        ))}
      </ol>
      {legend && (
        <figcaption className={s.legend} id={legendId}>
          {(['inner', 'outer', 'line', 'marked'] as const).map(
            (mark) =>
              legend[mark] && (
                <span key={mark} className={s.key}>
                  <span className={cx(s.sign, s[`${mark}Sign`])} aria-hidden="true" />
                  {legend[mark]}
                </span>
              ),
          )}
        </figcaption>
      )}
    </figure>
  );
}
