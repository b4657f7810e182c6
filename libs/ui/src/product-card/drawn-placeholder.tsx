import { useId } from 'react';
import { cx } from '../lib/cx';
import { motifOf, seedNumber, type Motif } from './motifs';
import { Drawing } from './drawings';
import s from './drawn-placeholder.module.css';

export interface DrawnPlaceholderProps {
  /** Same seed, same drawing: the product's group and name. */
  seed: string;
  /** Says plainly it is a drawing: "Hình vẽ minh hoạ". */
  label: string;
  motif?: Motif;
  className?: string;
}

/** Things that stand on the ground are not tilted. */
const standing = new Set<Motif>(['mountain', 'jar', 'mushroom']);

/** Stands where a photograph is missing, and cannot be taken for one: an ink drawing on tinted, hatched paper. */
export function DrawnPlaceholder({ seed, label, motif, className }: DrawnPlaceholderProps) {
  const pattern = useId();
  const number = seedNumber(seed);
  const drawn = motif ?? motifOf(seed);
  const turn = standing.has(drawn) ? 0 : (number % 5) * 4 - 8;
  return (
    <div className={cx(s.frame, s[`tint${number % 4}`], className)}>
      <svg viewBox="0 0 160 120" role="img" aria-label={label} preserveAspectRatio="xMidYMid slice" className={s.drawing}>
        <defs>
          <pattern
            id={pattern}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${30 + (number % 5) * 24})`}
          >
            <line x1="0" y1="0" x2="0" y2="7" className={s.hatch} />
          </pattern>
        </defs>
        <rect width="160" height="120" fill={`url(#${pattern})`} />
        <circle cx="80" cy="57" r="45" className={s.halo} />
        <g transform={`translate(80 57) rotate(${turn})`} className={s.lines}>
          <Drawing motif={drawn} />
        </g>
      </svg>
      <span className={s.label} aria-hidden="true">
        {label}
      </span>
    </div>
  );
}
