import { Button, Menu, toast } from '@lienket/ui';
import { ChevronsUpDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';
import { useMe, useSession } from '../shared/session/session';
import s from './organization-switcher.module.css';

/** For whom one acts; a choice only for people who belong to several organizations. */
export default function OrganizationSwitcher() {
  const t = useText(app);
  const me = useMe();
  const { switchOrganization } = useSession();
  const navigate = useNavigate();
  if (me.memberships.length < 2) {
    return (
      <p className={s.acting}>
        <span className={s.label}>{t('account.switch')}</span>
        <span className={s.name}>{me.organization.shortName}</span>
      </p>
    );
  }
  const choose = (orgId: string) =>
    void switchOrganization(orgId)
      .then((refusal) => (refusal === null ? navigate('/work') : toast.error(refusal || t('account.switchFailed'))))
      .catch(() => toast.error(t('account.switchFailed')));
  return (
    <Menu
      align="start"
      heading={t('account.switch')}
      trigger={
        <Button block icon={<ChevronsUpDown />}>
          {me.organization.shortName}
        </Button>
      }
      items={me.memberships.map(({ organization, roles }) => ({
        key: organization.id,
        label: organization.name,
        hint: roles.map((role) => t(`role.${role}`)).join(', '),
        checked: organization.id === me.organization.id,
        onSelect: () => choose(organization.id),
      }))}
    />
  );
}
