import { IconButton, Menu, toast } from '@lienket/ui';
import { CircleUserRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useText } from '../shared/i18n/use-text';
import { useLanguage } from '../shared/i18n/language';
import { app } from '../shared/messages/vi/app';
import { useMe, useSession } from '../shared/session/session';
import { setTheme, useTheme, type Theme } from './theme';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export default function AccountMenu() {
  const t = useText(app);
  const me = useMe();
  const { signOut, setLocale } = useSession();
  const { locale } = useLanguage();
  const theme = useTheme();
  const navigate = useNavigate();
  const leave = (everywhere: boolean) =>
    void signOut(everywhere)
      .then(async () => {
        // Loaded late: only who leaves needs it.
        await (await import('../features/fulfillment/offline/offline-store')).forgetPages();
        toast.success(t('account.signedOut'));
        void navigate('/');
      })
      .catch(() => toast.error(t('error.network')));
  return (
    <Menu
      trigger={<IconButton label={t('account.menu')} icon={<CircleUserRound />} />}
      heading={`${me.fullName} · ${me.roles.map((role) => t(`role.${role}`)).join(', ')}`}
      items={[
        { key: 'organization', label: t('nav.organization'), href: '/organization' },
        { key: 'notices', label: t('account.notices'), href: '/notices/settings' },
        ...(['vi', 'en'] as const).map((code, index) => ({
          key: code,
          label: t(`language.${code}`),
          checked: locale === code,
          separated: index === 0,
          onSelect: () => setLocale(code),
        })),
        ...themes.map((name, index) => ({
          key: name,
          label: t(`theme.${name}`),
          checked: theme === name,
          separated: index === 0,
          onSelect: () => setTheme(name),
        })),
        { key: 'sign-out', label: t('account.signOut'), separated: true, onSelect: () => leave(false) },
        { key: 'everywhere', label: t('account.signOutEverywhere'), onSelect: () => leave(true) },
      ]}
    />
  );
}
