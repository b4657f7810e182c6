import { useQuery } from '@apollo/client/react';
import { Section } from '@lienket/ui';
import { useText } from '../i18n/use-text';
import { alerts } from '../messages/vi/alerts';
import { AlertCard } from './alert-card';
import { MouAlertsDocument } from './alert-operations';
import s from './alerts.module.css';

/** What stands still in one agreement, on its page; nothing where nothing ever stood. */
export function AgreementAlerts({ mouId }: { mouId: string }) {
  const t = useText(alerts);
  const found = useQuery(MouAlertsDocument, { variables: { mouId } }).data?.mouAlerts ?? [];
  if (found.length === 0) return null;
  return (
    <Section id="alerts" title={t('alerts.section')}>
      <ul className={s.list}>
        {found.map((alert) => (
          <AlertCard key={alert.id} alert={alert} />
        ))}
      </ul>
    </Section>
  );
}
