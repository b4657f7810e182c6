import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import s from './figure.module.css';

export interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  /** Against what, since when. */
  detail?: ReactNode;
  size?: 'normal' | 'large';
  /** Nothing is known: the value reads as a word, not as zero. */
  unknown?: boolean;
}

/** A number people came for, with its unit and what it counts. */
export const Figure = ({ label, value, unit, detail, size = 'normal', unknown }: FigureProps) => (
  <div className={cx(s.figure, s[size])}>
    <dt className={s.label}>{label}</dt>
    <dd>
      <span className={cx(s.value, unknown && s.unknown)}>{value}</span>
      {unit && <span className={s.unit}> {unit}</span>}
      {detail && <span className={s.detail}>{detail}</span>}
    </dd>
  </div>
);

/** Figures side by side, parted by rules. */
export const Figures = ({ children }: { children: ReactNode }) => <dl className={s.figures}>{children}</dl>;
