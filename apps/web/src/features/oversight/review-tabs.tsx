import { TabNav } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { oversight } from '../../shared/messages/vi/oversight';

const both = { ...organizations, ...oversight };

/** The two desks of an officer's review. */
export function ReviewTabs({ current }: { current: 'goods' | 'organizations' }) {
  const t = useText(both);
  return (
    <TabNav
      label={t('review.title')}
      items={[
        { href: '/review', label: t('orgs.tabGoods'), current: current === 'goods' },
        { href: '/review/organizations', label: t('orgs.title'), current: current === 'organizations' },
      ]}
    />
  );
}
