import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { cx } from '../lib/cx';
import s from './toolbar.module.css';

/** Search, filters and view choices above a list. */
export const Toolbar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={s.toolbar} role="group" aria-label={label}>
    {children}
  </div>
);

export interface FilterChip {
  key: string;
  label: ReactNode;
  selected: boolean;
  count?: ReactNode;
}

export interface FilterChipsProps {
  label: string;
  chips: readonly FilterChip[];
  onToggle: (key: string) => void;
  /** Shown when something is chosen: "Xoá lọc". */
  clearLabel?: string;
  onClear?: () => void;
  /** Keeps every chip in sight on phones too: choices inside a form. */
  wrap?: boolean;
}

export const FilterChips = ({ label, chips, onToggle, clearLabel, onClear, wrap }: FilterChipsProps) => (
  <div className={cx(s.chips, wrap && s.wrap)} role="group" aria-label={label}>
    {chips.map((chip) => (
      <button
        key={chip.key}
        type="button"
        className={cx(s.chip, chip.selected && s.selected)}
        aria-pressed={chip.selected}
        onClick={() => onToggle(chip.key)}
      >
        {chip.selected && <Check aria-hidden="true" size={14} />}
        {chip.label}
        {chip.count !== undefined && <span className={s.count}>{chip.count}</span>}
      </button>
    ))}
    {clearLabel && onClear && chips.some((chip) => chip.selected) && (
      <Button size="small" variant="quiet" icon={<X />} onClick={onClear}>
        {clearLabel}
      </Button>
    )}
  </div>
);

export interface LoadMoreProps {
  /** "Đang xem 40 / 312 sản phẩm" */
  text: string;
  label: string;
  onMore: () => void;
  loading?: boolean;
  /** Nothing further to fetch: only the text stays. */
  done?: boolean;
}

export const LoadMore = ({ text, label, onMore, loading, done }: LoadMoreProps) => (
  <div className={s.more}>
    <p role="status">{text}</p>
    {!done && (
      <Button loading={loading} onClick={onMore}>
        {label}
      </Button>
    )}
  </div>
);
