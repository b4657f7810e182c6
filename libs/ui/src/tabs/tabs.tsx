import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Link } from '../link/link';
import { cx } from '../lib/cx';
import s from './tabs.module.css';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: ReactNode;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}

export const Tabs = ({ label, items, value, defaultValue, onValueChange }: TabsProps) => (
  <Primitive.Root value={value} defaultValue={defaultValue ?? items[0]?.value} onValueChange={onValueChange}>
    <Primitive.List className={s.list} aria-label={label}>
      {items.map((item) => (
        <Primitive.Trigger key={item.value} value={item.value} className={s.tab}>
          {item.label}
          {item.count !== undefined && <span className={s.count}>{item.count}</span>}
        </Primitive.Trigger>
      ))}
    </Primitive.List>
    {items.map((item) => (
      <Primitive.Content key={item.value} value={item.value} className={s.panel}>
        {item.content}
      </Primitive.Content>
    ))}
  </Primitive.Root>
);

export interface TabNavProps {
  label: string;
  items: readonly { href: string; label: ReactNode; count?: ReactNode; current?: boolean }[];
}

/** Tabs that are addresses: each leads to its own page. */
export const TabNav = ({ label, items }: TabNavProps) => (
  <nav aria-label={label} className={s.list}>
    {items.map((item) => (
      <Link
        key={item.href}
        href={item.href}
        className={cx(s.tab, item.current && s.current)}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.label}
        {item.count !== undefined && <span className={s.count}>{item.count}</span>}
      </Link>
    ))}
  </nav>
);
