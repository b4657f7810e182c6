import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import s from './description-list.module.css';

export interface DescriptionListProps {
  items: readonly { term: string; detail: ReactNode; numeric?: boolean }[];
  /** Columns on wide screens; one on phones. */
  columns?: 1 | 2 | 3;
}

export const DescriptionList = ({ items, columns = 1 }: DescriptionListProps) => (
  <dl className={cx(s.list, columns === 2 && s.two, columns === 3 && s.three)}>
    {items.map((item) => (
      <div key={item.term} className={s.item}>
        <dt className={s.term}>{item.term}</dt>
        <dd className={cx(s.detail, item.numeric && s.numeric)}>{item.detail}</dd>
      </div>
    ))}
  </dl>
);
