import { Link } from '@lienket/ui';
import type { PoolPartPartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { pools } from '../messages/vi/pools';
import { PoolWhy } from './pool-why';
import s from './pools.module.css';

interface Props {
  parts: readonly PoolPartPartsFragment[];
  total: string;
  unit: string;
}

/** Who delivers how much of one call-off; each part opens to its reason, the reader's own is open. */
export function PoolPartList({ parts, total, unit }: Props) {
  const t = useText(pools);
  const f = useFormats();
  return (
    <ul className={s.parts}>
      {parts.map((part) => (
        <li key={part.id} className={s.part}>
          <details open={part.own}>
            <summary>
              <b>
                {part.own
                  ? t('part.whyMine', { qty: f.quantity(part.qty, unit) })
                  : t('part.whyOne', { name: part.member.shortName, qty: f.quantity(part.qty, unit) })}
              </b>
              {part.round === 2 && <span className={s.soft}>{t('call.again')}</span>}
              {Number(part.declined) > 0 && (
                <span className={s.short}>{t('part.declined', { qty: f.quantity(part.declined, unit) })}</span>
              )}
            </summary>
            <PoolWhy part={part} total={total} unit={unit} />
          </details>
          {part.orderId && part.orderNumber && (
            <p className={s.soft}>
              {t('part.order')} <Link href={`/orders/${part.orderId}`}>{part.orderNumber}</Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
