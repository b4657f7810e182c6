import { Slot } from 'radix-ui';
import { cloneElement, isValidElement, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import { cx } from '../lib/cx';
import { Link, type LinkProps } from '../link/link';
import s from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Looks {
  /** At most one primary button on a screen: it is the next thing to do. */
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
  icon?: ReactNode;
  /** Takes the whole width of its column. */
  block?: boolean;
}

export interface ButtonProps extends ComponentPropsWithRef<'button'>, Looks {
  /** Keeps the label and the focus while the work runs; further presses do nothing. */
  loading?: boolean;
  /** Lends its looks to the single child (a router link). */
  asChild?: boolean;
}

const looks = ({ variant = 'secondary', size = 'normal', block }: Looks, className?: string) =>
  cx(s.button, s[variant], size === 'small' && s.small, block && s.block, className);

const Icon = ({ children }: { children: ReactNode }) => (
  <span className={s.icon} aria-hidden="true">
    {children}
  </span>
);

export const Spinner = () => (
  <svg className={s.spinner} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="2" />
    <path d="M8 2a6 6 0 0 1 6 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
);

export function Button({ variant, size, icon, block, loading, asChild, className, children, ...rest }: ButtonProps) {
  const classes = looks({ variant, size, block }, className);
  if (asChild && isValidElement(children)) {
    const child = children as ReactElement<{ children?: ReactNode }>;
    return (
      <Slot.Root className={classes} {...rest}>
        {cloneElement(child, undefined, icon && <Icon>{icon}</Icon>, child.props.children)}
      </Slot.Root>
    );
  }
  const { onClick, type = 'button', ...others } = rest;
  return (
    <button
      type={type}
      className={classes}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      {...others}
    >
      {loading ? (
        <Icon>
          <Spinner />
        </Icon>
      ) : (
        icon && <Icon>{icon}</Icon>
      )}
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export const LinkButton = ({ variant, size, icon, block, className, children, ...rest }: LinkProps & Looks) => (
  <Link className={looks({ variant, size, block }, className)} {...rest}>
    {icon && <Icon>{icon}</Icon>}
    {children}
  </Link>
);

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** Read aloud and shown on hover. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
}

export const IconButton = ({ label, icon, variant = 'quiet', size, className, ...rest }: IconButtonProps) => (
  <button type="button" aria-label={label} title={label} className={cx(looks({ variant, size }, className), s.square)} {...rest}>
    <Icon>{icon}</Icon>
  </button>
);
