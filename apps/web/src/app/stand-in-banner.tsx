import { Button, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useFormats } from '../shared/i18n/formats';
import { useText } from '../shared/i18n/use-text';
import { assistance } from '../shared/messages/vi/assistance';
import { useMe, useSession } from '../shared/session/session';
import s from './stand-in-banner.module.css';

/** Assisted mode is never overlooked: for whom one acts, within what, and one click to stop. */
export default function StandInBanner() {
  const t = useText(assistance);
  const f = useFormats();
  const me = useMe();
  const { switchOrganization } = useSession();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  if (!me.standIn) return null;
  const { home, scopes, endsOn } = me.standIn;
  const leave = () => {
    setLeaving(true);
    void switchOrganization(home.id)
      .then((refusal) => (refusal === null ? navigate('/assistance') : toast.error(refusal || t('banner.leaveFailed'))))
      .catch(() => toast.error(t('banner.leaveFailed')))
      .finally(() => setLeaving(false));
  };
  return (
    <div className={s.banner} role="status">
      <p>
        <b>{t('banner.acting', { organization: me.organization.shortName, name: me.fullName })}</b>{' '}
        {t('banner.scopes', {
          scopes: scopes.map((scope) => t(`scope.${scope}`).toLocaleLowerCase('vi')).join(', '),
          day: f.date(endsOn),
        })}
      </p>
      <Button loading={leaving} onClick={leave}>
        {t('banner.leave')}
      </Button>
    </div>
  );
}
