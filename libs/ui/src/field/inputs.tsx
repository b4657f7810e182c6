import { ChevronDown, Search } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cx } from '../lib/cx';
import { useFieldControl } from './field';
import s from './inputs.module.css';

export interface TextInputProps extends Omit<ComponentPropsWithRef<'input'>, 'prefix'> {
  prefix?: ReactNode;
  /** A unit or a word behind the value. */
  suffix?: ReactNode;
}

export function TextInput({ prefix, suffix, className, ...rest }: TextInputProps) {
  return (
    <div className={cx(s.box, className)}>
      {prefix && <span className={s.affix}>{prefix}</span>}
      <input type="text" className={s.input} {...rest} {...useFieldControl(rest)} />
      {suffix && <span className={s.affix}>{suffix}</span>}
    </div>
  );
}

/** A text field with the decimal keypad: the app parses "1.250,5", never the browser. */
export const NumberInput = ({ unit, className, ...rest }: Omit<TextInputProps, 'suffix'> & { unit?: ReactNode }) => (
  <TextInput inputMode="decimal" autoComplete="off" suffix={unit} className={cx(s.number, className)} {...rest} />
);

export function TextArea({ className, rows = 3, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return <textarea rows={rows} className={cx(s.box, s.input, s.area, className)} {...rest} {...useFieldControl(rest)} />;
}

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends ComponentPropsWithRef<'select'> {
  options?: readonly SelectOption[];
  /** First, empty choice. */
  placeholder?: string;
}

export function Select({ options, placeholder, className, children, ...rest }: SelectProps) {
  return (
    <div className={cx(s.box, s.select, className)}>
      <select className={s.input} {...rest} {...useFieldControl(rest)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown className={s.chevron} aria-hidden="true" size={16} />
    </div>
  );
}

export interface SearchInputProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'prefix'> {
  label: string;
  /** A key shown at the end of the field, such as "/". */
  shortcut?: string;
}

export function SearchInput({ label, shortcut, className, ...rest }: SearchInputProps) {
  return (
    <div className={cx(s.box, s.search, className)} role="search">
      <Search className={s.glass} aria-hidden="true" size={18} />
      <input type="search" className={s.input} aria-label={label} {...rest} />
      {shortcut && (
        <kbd className={s.kbd} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </div>
  );
}
