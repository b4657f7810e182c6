import { TabNav } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';

export function AssistanceTabs({ current }: { current: 'mandates' | 'acts' }) {
  const t = useText(assistance);
  return (
    <TabNav
      label={t('assistance.tabs')}
      items={[
        { href: '/assistance', label: t('assistance.mandates'), current: current === 'mandates' },
        { href: '/assistance/acts', label: t('assistance.acts'), current: current === 'acts' },
      ]}
    />
  );
}
