import type { ReceiptCount } from '@lienket/domain';
import { StatusMark } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import s from './receive.module.css';

interface CountedLine {
  line: ShipmentPartsFragment['lines'][number];
  count: ReceiptCount;
}

/** The whole receipt in a few lines, before it is recorded for good. */
export function ReceiveSummary({
  lines,
  reasonName,
}: {
  lines: readonly CountedLine[];
  reasonName: (code: string | null) => string;
}) {
  const t = useText(fulfillment);
  const f = useFormats();
  const perfect = lines.every(({ count }) => count.rejected.isZero && count.missing.isZero);
  return (
    <>
      {perfect && <p>{t('receive.summaryAll')}</p>}
      <ul className={s.summary}>
        {lines.map(({ line, count }) => {
          const qty = (amount: ReceiptCount['accepted']) => f.quantity(amount.toDecimalString(), line.baseUnit);
          return (
            <li key={line.id}>
              <b>{line.description}</b>
              <span className={s.marks}>
                <StatusMark tone="success">{t('receive.lineAccepted', { qty: qty(count.accepted) })}</StatusMark>
                {count.rejected.isPositive && (
                  <StatusMark tone="danger">
                    {t('receive.lineRejected', {
                      qty: qty(count.rejected),
                      reason: reasonName(count.reason),
                    })}
                  </StatusMark>
                )}
                {count.missing.isPositive && (
                  <StatusMark tone="warning">{t('receive.lineMissing', { qty: qty(count.missing) })}</StatusMark>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
