import { EmptyState } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import type { SupplyPoolPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { PoolPartList } from '../../../shared/pools/pool-part-list';
import s from '../../../shared/pools/pools.module.css';

/** What was called off, how it was divided, and what became of what members declined. */
export function PoolCallOffs({ pool }: { pool: SupplyPoolPartsFragment }) {
  const t = useText(pools);
  const f = useFormats();
  const qty = (amount: string) => f.quantity(amount, pool.baseUnit);
  if (pool.callOffs.length === 0) return <EmptyState title={t('call.none')} />;
  const fate = (call: SupplyPoolPartsFragment['callOffs'][number]) => {
    if (!call.flowedAt) return t('call.waiting', { time: f.dateTime(call.answerDueAt) });
    if (Number(call.returned) === 0) return t('call.allAnswered');
    const missing = quantity(call.returned).sub(quantity(call.reallocated)).toDecimalString();
    return t('call.flowed', { back: qty(call.returned), found: qty(call.reallocated), missing: qty(missing) });
  };
  return (
    <ol>
      {pool.callOffs.map((call) => (
        <li key={call.id} className={s.call}>
          <p className={s.head}>
            <b>{t('call.of', { qty: qty(call.qty), date: f.date(call.requestedOn) })}</b>
            <span className={s.soft}>{t('call.placed', { time: f.dateTime(call.placedAt) })}</span>
            {Number(call.shortage) > 0 && <span className={s.short}>{t('call.shortOf', { qty: qty(call.shortage) })}</span>}
          </p>
          <p className={s.soft}>{fate(call)}</p>
          <PoolPartList parts={call.parts} total={call.qty} unit={pool.baseUnit} />
        </li>
      ))}
    </ol>
  );
}
