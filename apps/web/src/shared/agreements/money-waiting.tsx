import { Figure, Figures } from '@lienket/ui';
import type { MoneyWaitingPartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { blocked } from '../messages/vi/blocked';

/** What waits: agreements, money where it may be told, goods by unit. An unknown sum is never a zero. */
export function MoneyWaiting({ waiting, counts }: { waiting: MoneyWaitingPartsFragment; counts?: boolean }) {
  const t = useText(blocked);
  const f = useFormats();
  const { value, valueHidden, quantities, notQuantified, agreements } = waiting;
  return (
    <Figures>
      {counts && <Figure label={t('waiting.agreements')} value={f.count(agreements)} />}
      <Figure
        label={t('waiting.value')}
        value={value != null ? f.vnd(value) : t(valueHidden ? 'waiting.hidden' : 'waiting.unknown')}
        unknown={value == null}
        detail={t(value != null ? 'waiting.valueDetail' : valueHidden ? 'waiting.hiddenDetail' : 'waiting.unknownDetail')}
      />
      {(quantities.length > 0 || notQuantified > 0) && (
        <Figure
          label={t('waiting.volume')}
          value={
            quantities.map(({ unit, qty }) => f.quantity(qty, unit)).join('; ') ||
            t('waiting.notQuantified', { count: notQuantified })
          }
          unknown={quantities.length === 0}
          detail={quantities.length > 0 && notQuantified > 0 ? t('waiting.notQuantified', { count: notQuantified }) : undefined}
        />
      )}
    </Figures>
  );
}
