import { Circle, CircleAlert, CircleCheck, CircleDot, Clock, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import type { Tone } from '../lib/tone';
import s from './marks.module.css';

const icons: Record<Tone, typeof Circle> = {
  neutral: Circle,
  info: Info,
  success: CircleCheck,
  warning: Clock,
  danger: CircleAlert,
  accent: CircleDot,
};

export const ToneIcon = ({ tone, size = 16 }: { tone: Tone; size?: number }) => {
  const Icon = icons[tone];
  return <Icon aria-hidden="true" size={size} className={cx(s.toneIcon, s[tone])} />;
};

export interface StatusMarkProps {
  tone: Tone;
  /** The word; without it the mark would speak by colour alone. */
  children: ReactNode;
  icon?: ReactNode;
  className?: string;
}

/** A state in a table or a title: icon and word in one colour, no box. */
export const StatusMark = ({ tone, children, icon, className }: StatusMarkProps) => (
  <span className={cx(s.status, s[tone], className)}>
    {icon ? <span aria-hidden="true">{icon}</span> : <ToneIcon tone={tone} />}
    <span>{children}</span>
  </span>
);

/** A short label on soft ground: a kind, a count, a flag. */
export const Badge = ({ tone = 'neutral', children, icon, className }: Partial<StatusMarkProps>) => (
  <span className={cx(s.badge, s[tone], className)}>
    {icon && <span aria-hidden="true">{icon}</span>}
    {children}
  </span>
);

export interface StarsProps {
  count: number;
  /** Full sentence for readers, such as "OCOP 4 sao, đến 12/2027". */
  label: string;
  max?: number;
  /** Shown beside, such as "đến 12/2027". */
  until?: string;
  /** Drawn as past: the recognition has run out. */
  expired?: boolean;
}

export const Stars = ({ count, label, max = 5, until, expired }: StarsProps) => (
  <span className={cx(s.stars, expired && s.expired)}>
    <svg viewBox={`0 0 ${max * 14} 14`} width={max * 14} height={14} role="img" aria-label={label}>
      {Array.from({ length: max }, (_, index) => (
        <path
          key={index}
          transform={`translate(${index * 14 + 1} 1)`}
          d="M6 .6 7.6 4.3l4 .4-3 2.7.9 3.9L6 9.2l-3.5 2.1.9-3.9-3-2.7 4-.4z"
          className={index < count ? s.lit : s.unlit}
        />
      ))}
    </svg>
    {until && (
      <span className={s.until} aria-hidden="true">
        {until}
      </span>
    )}
  </span>
);

/** Says plainly that what stands here is sample data. */
export const DemoMark = ({ text, detail }: { text: string; detail?: string }) => (
  <span className={s.demo}>
    {text}
    {detail && <span className={s.demoDetail}>{detail}</span>}
  </span>
);
