import { Menu as MenuIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { IconButton } from '../button/button';
import { Link } from '../link/link';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import { Drawer } from '../overlay/dialog';
import s from './app-shell.module.css';

export interface NavItem {
  href: string;
  label: string;
  icon?: ReactNode;
  current?: boolean;
  /** How many things wait there. */
  count?: number | string;
  /** The count for readers: "3 việc chờ". */
  countLabel?: string;
}

export interface NavGroup {
  key: string;
  heading?: string;
  items: readonly NavItem[];
}

export interface AppShellProps {
  /** 'work': side navigation; 'public': everything in the top bar, like a brochure. */
  variant?: 'work' | 'public';
  brand: ReactNode;
  brandHref: string;
  nav: readonly NavGroup[];
  /** The four of the phone's bottom bar. */
  bottomNav?: readonly NavItem[];
  /** Which organization one acts for. */
  orgSwitcher?: ReactNode;
  /** Right end of the top bar: search, language, person. */
  tools?: ReactNode;
  /** A line above everything: sample data, offline, read-only. */
  banner?: ReactNode;
  footer?: ReactNode;
  labels: { skip: string; nav: string; bottomNav: string; openMenu: string; closeMenu: string };
  children: ReactNode;
}

const Count = ({ item }: { item: NavItem }) =>
  item.count ? (
    <span className={s.count}>
      <span aria-hidden={item.countLabel ? true : undefined}>{item.count}</span>
      {item.countLabel && <VisuallyHidden>{item.countLabel}</VisuallyHidden>}
    </span>
  ) : null;

const NavList = ({ groups, onGo }: { groups: readonly NavGroup[]; onGo?: () => void }) =>
  groups.map((group) => (
    <div key={group.key} className={s.group}>
      {group.heading && <p className={s.heading}>{group.heading}</p>}
      <ul className={s.items}>
        {group.items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              className={cx(s.item, item.current && s.current)}
              aria-current={item.current ? 'page' : undefined}
              onClick={onGo}
            >
              {item.icon && (
                <span className={s.icon} aria-hidden="true">
                  {item.icon}
                </span>
              )}
              <span className={s.itemLabel}>{item.label}</span>
              <Count item={item} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));

export function AppShell(props: AppShellProps) {
  const { variant = 'work', brand, brandHref, nav, bottomNav = [], orgSwitcher, tools, banner, footer, labels, children } = props;
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className={cx(s.shell, s[variant], bottomNav.length > 0 && s.withBottom)}>
      <a className={s.skip} href="#main-content">
        {labels.skip}
      </a>
      <header className={s.head}>
        {banner && <div className={s.banner}>{banner}</div>}
        <div className={s.top} data-print="hide">
          <div className={s.menuButton}>
            <Drawer
              side="start"
              open={menuOpen}
              onOpenChange={setMenuOpen}
              trigger={<IconButton label={labels.openMenu} icon={<MenuIcon />} />}
              title={brand}
              closeLabel={labels.closeMenu}
            >
              {orgSwitcher && <div className={s.org}>{orgSwitcher}</div>}
              <nav aria-label={labels.nav}>
                <NavList groups={nav} onGo={() => setMenuOpen(false)} />
              </nav>
            </Drawer>
          </div>
          <Link href={brandHref} className={s.brand}>
            {brand}
          </Link>
          {variant === 'public' && (
            <nav className={s.topNav} aria-label={labels.nav}>
              <NavList groups={nav} />
            </nav>
          )}
          <div className={s.tools}>{tools}</div>
        </div>
      </header>
      <div className={s.columns}>
        {variant === 'work' && (
          <div className={s.side} data-print="hide">
            <nav aria-label={labels.nav}>
              {orgSwitcher && <div className={s.org}>{orgSwitcher}</div>}
              <NavList groups={nav} />
            </nav>
          </div>
        )}
        <div className={s.page}>
          <main id="main-content" className={s.content} tabIndex={-1}>
            {children}
          </main>
          {footer && (
            <footer className={s.footer} data-print="hide">
              {footer}
            </footer>
          )}
        </div>
      </div>
      {bottomNav.length > 0 && (
        <nav className={s.bottom} aria-label={labels.bottomNav} data-print="hide">
          <ul className={s.bottomItems}>
            {bottomNav.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  className={cx(s.bottomItem, item.current && s.current)}
                  aria-current={item.current ? 'page' : undefined}
                >
                  <span className={s.icon} aria-hidden="true">
                    {item.icon}
                  </span>
                  <span className={s.itemLabel}>{item.label}</span>
                  <Count item={item} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
