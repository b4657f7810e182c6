import { TabNav } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { useSession } from '../../shared/session/session';

type Tab = 'duties' | 'distribution' | 'indicators' | 'trainings';

/** The parts of a notice's aftermath that this reader may open; alone, a part needs no tabs. */
export function DutiesTabs({ current }: { current: Tab }) {
  const t = useText(duties);
  const { me, may } = useSession();
  if (!me) return null;
  const sends = may('notice.send', { ownerOrgId: me.organization.id });
  const items = [
    ...(may('duty.record') ? [{ href: '/duties', label: t('noticeDuty.tab'), current: current === 'duties' }] : []),
    ...(may('duty.tell', { ownerOrgId: me.organization.id })
      ? [{ href: '/duties/own', label: t('ownDuty.tab'), current: current === 'duties' }]
      : []),
    ...(sends ? [{ href: '/duties/distribution', label: t('distribution.tab'), current: current === 'distribution' }] : []),
    { href: '/indicators', label: t('indicators.tab'), current: current === 'indicators' },
    { href: '/trainings', label: t('trainings.tab'), current: current === 'trainings' },
  ];
  return <TabNav label={t('noticeDuty.tabs')} items={items} />;
}
