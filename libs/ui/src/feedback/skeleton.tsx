import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import s from './skeleton.module.css';

export interface SkeletonProps {
  /** Shaped like what is coming, so nothing jumps when it arrives. */
  kind?: 'text' | 'rows' | 'cards' | 'block';
  count?: number;
  /** Said once to readers, such as "Đang tải". */
  label?: string;
}

export const Skeleton = ({ kind = 'text', count = 3, label }: SkeletonProps) => (
  <div className={cx(s.skeleton, s[kind])} role={label ? 'status' : undefined}>
    {label && <VisuallyHidden>{label}</VisuallyHidden>}
    {Array.from({ length: count }, (_, index) => (
      <span key={index} className={s.bone} aria-hidden="true" />
    ))}
  </div>
);
