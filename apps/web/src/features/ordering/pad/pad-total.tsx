import { Button, StatusMark } from '@lienket/ui';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import type { PadCheck } from './pad-check';
import type { Pads } from './pad-calendars';
import s from './pad.module.css';

/** What the order comes to so far, what VAT does to it, and the button. */
export function PadTotal({ pads, check, busy, onSend }: { pads: Pads; check: PadCheck; busy: boolean; onSend: () => void }) {
  const t = useText(ordering);
  const format = useFormats();
  return (
    <div className={s.total}>
      <p className={s.small}>{t('pad.total')}</p>
      <p className={s.sum}>{format.vnd(check.total)}</p>
      {pads.length > 1 && (
        <dl className={s.parts}>
          {pads.map(({ seller }) => (
            <div key={seller.id}>
              <dt>{seller.shortName}</dt>
              <dd>{format.vnd(check.totals.get(seller.id) ?? 0n)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={s.small} role="status">
        {t('pad.totalLines', { count: check.ready })}
      </p>
      {check.open > 0 && <StatusMark tone="warning">{t('pad.totalOpen', { count: check.open })}</StatusMark>}
      <p className={s.small}>{t('pad.vat')}</p>
      <Button variant="primary" block loading={busy} onClick={onSend}>
        {check.totals.size > 1 ? t('pad.sendMany', { count: check.totals.size }) : t('pad.send')}
      </Button>
    </div>
  );
}
