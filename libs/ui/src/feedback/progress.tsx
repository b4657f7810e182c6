import { cx } from '../lib/cx';
import s from './progress.module.css';

export interface ProgressProps {
  value: number;
  max: number;
  label: string;
  labelHidden?: boolean;
  /** The same in words: "1.250 / 2.000 kg (62%)". */
  text: string;
  tone?: 'ink' | 'success' | 'warning' | 'danger';
}

/** A bar and its twin in text. */
export const Progress = ({ value, max, label, labelHidden = true, text, tone = 'ink' }: ProgressProps) => {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={s.progress}>
      {!labelHidden && (
        <span className={s.label} aria-hidden="true">
          {label}
        </span>
      )}
      <svg
        className={cx(s.bar, s[tone])}
        height="6"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
        aria-valuetext={text}
      >
        <rect className={s.track} width="100%" height="6" rx="1" />
        <rect className={s.fill} width={`${share}%`} height="6" rx="1" />
      </svg>
      <span className={s.text} aria-hidden="true">
        {text}
      </span>
    </div>
  );
};
