import { Section, VisuallyHidden } from '@lienket/ui';
import { isRole } from '@lienket/domain';
import { useEffect, useState } from 'react';
import { useText } from '../../shared/i18n/use-text';
import { identity } from '../../shared/messages/vi/identity';
import s from './sign-in.module.css';

interface DemoAccount {
  role: string;
  login: string;
  password: string;
  name: string;
  organization?: string;
}

const isAccount = (value: unknown): value is DemoAccount =>
  typeof value === 'object' &&
  value !== null &&
  ['role', 'login', 'password', 'name'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** Where the server runs on sample data it tells its accounts; anywhere else it answers 404 and nothing shows. */
export function DemoAccounts({ onPick }: { onPick: (account: DemoAccount) => void }) {
  const t = useText(identity);
  const [accounts, setAccounts] = useState<DemoAccount[]>([]);
  const [picked, setPicked] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/demo/sign-ins', { signal: leaving.signal, headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<unknown>) : []))
      .then((list) => setAccounts(Array.isArray(list) ? list.filter(isAccount) : []))
      .catch(() => undefined);
    return () => leaving.abort();
  }, []);
  if (accounts.length === 0) return null;
  return (
    <Section title={t('signIn.demoTitle')}>
      <p className={s.quiet}>{t('signIn.demoHint')}</p>
      <ul className={s.accounts}>
        {accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              className={s.account}
              onClick={() => {
                onPick(account);
                setPicked(account.name);
              }}
            >
              <VisuallyHidden>{t('signIn.demoFill', { name: account.name })}</VisuallyHidden>
              <span aria-hidden="true">
                <span className={s.name}>{account.name}</span>
                <span className={s.detail}>
                  {[isRole(account.role) ? t(`role.${account.role}`) : account.role, account.organization, account.login]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={s.quiet}>
        {picked && t('signIn.filled', { name: picked })}
      </p>
    </Section>
  );
}
