import { cx } from '../lib/cx';
import s from './five-numbers.module.css';

export interface FiveNumber {
  key: string;
  label: string;
  /** Only for the length of the bar; the text is what counts. */
  value: number;
  /** "1.250 kg" */
  text: string;
  tone?: 'plain' | 'ink' | 'success' | 'warning' | 'danger';
}

export interface FiveNumbersProps {
  /** "Na Chi Lăng, loại 1" */
  label: string;
  items: readonly FiveNumber[];
  /** The full length; the largest value when absent. */
  max?: number;
  note?: string;
}

/** Committed, ordered, shipped, accepted, invoiced: five bars from one zero line, each with its text. */
export const FiveNumbers = ({ label, items, max, note }: FiveNumbersProps) => {
  const full = max ?? Math.max(1, ...items.map((item) => item.value));
  return (
    <figure className={s.five}>
      <figcaption className={s.caption}>{label}</figcaption>
      <dl className={s.rows}>
        {items.map((item) => (
          <div key={item.key} className={s.row}>
            <dt className={s.label}>{item.label}</dt>
            <dd className={s.value}>
              <svg className={s.bar} height="10" aria-hidden="true">
                <rect
                  className={cx(s.fill, s[item.tone ?? 'ink'])}
                  width={`${Math.min(100, Math.max(0, (item.value / full) * 100))}%`}
                  height="10"
                />
                <line className={s.zero} x1="0.5" x2="0.5" y1="0" y2="10" />
              </svg>
              <span className={s.text}>{item.text}</span>
            </dd>
          </div>
        ))}
      </dl>
      {note && <p className={s.note}>{note}</p>}
    </figure>
  );
};
