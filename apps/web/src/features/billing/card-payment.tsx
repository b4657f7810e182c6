import { Badge } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import s from './billing.module.css';

/** Says plainly that cards are not taken yet, and what to do instead. */
export function CardPayment({ action }: { action: { allowed: boolean; reason?: string | null } }) {
  const t = useText(billing);
  if (action.allowed) return null;
  return (
    <div className={s.card}>
      <p>
        {t('payment.card')} <Badge>{t('payment.cardClosed')}</Badge>
      </p>
      <p className={s.small}>{action.reason ?? t('payment.cardWhy')}</p>
    </div>
  );
}
