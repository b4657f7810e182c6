import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Link } from '../link/link';
import { cx } from '../lib/cx';
import s from './menu.module.css';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Second line: why it is disabled, or what follows. */
  hint?: ReactNode;
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** A check mark before the current choice. */
  checked?: boolean;
  /** A rule above this item. */
  separated?: boolean;
}

export interface MenuProps {
  /** A single button. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  /** Heading above the items. */
  heading?: ReactNode;
  align?: 'start' | 'end';
}

export const Menu = ({ trigger, items, heading, align = 'end' }: MenuProps) => (
  // Not modal: the modal form locks scrolling through an inline style the CSP would refuse.
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className={s.menu} align={align} sideOffset={4} collisionPadding={8}>
        {heading && <DropdownMenu.Label className={s.heading}>{heading}</DropdownMenu.Label>}
        {items.map((item) => {
          const inner = (
            <>
              <span className={s.icon} aria-hidden="true">
                {item.checked ? '✓' : item.icon}
              </span>
              <span>
                {item.label}
                {item.hint && <span className={s.hint}>{item.hint}</span>}
              </span>
            </>
          );
          return (
            <Fragment key={item.key}>
              {item.separated && <DropdownMenu.Separator className={s.rule} />}
              <DropdownMenu.Item
                className={cx(s.item, item.danger && s.danger)}
                disabled={item.disabled}
                onSelect={item.onSelect}
                asChild={Boolean(item.href)}
              >
                {item.href ? <Link href={item.href}>{inner}</Link> : inner}
              </DropdownMenu.Item>
            </Fragment>
          );
        })}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
