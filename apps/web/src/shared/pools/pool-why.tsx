import type { PoolPartPartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { pools } from '../messages/vi/pools';
import s from './pools.module.css';

interface Props {
  part: PoolPartPartsFragment;
  /** What was called off in all. */
  total: string;
  unit: string;
}

/** The numbers of the rule as sentences, in the order in which it takes its steps. */
export function PoolWhy({ part, total, unit }: Props) {
  const t = useText(pools);
  const f = useFormats();
  const qty = (amount: string) => f.quantity(amount, unit);
  const { priority } = part;
  const divided = qty(part.divided);
  const first =
    part.round === 1 ? t('part.first', { total: qty(total), priority, divided }) : t('part.second', { priority, divided });
  if (Number(part.qty) === 0 && !part.capped) return <p className={s.why}>{t('part.nothing')}</p>;
  return (
    <ul className={s.why}>
      <li>{first}</li>
      {part.capped ? (
        <li>{t('part.capped', { cap: qty(part.cap), reason: t(`part.cap.${part.capBy}`), qty: qty(part.qty) })}</li>
      ) : (
        <li>
          {t('part.share', { weight: qty(part.weight), among: qty(part.among), proportion: qty(part.proportion) })}{' '}
          {Number(part.added) > 0 && t('part.added', { added: qty(part.added) })}
        </li>
      )}
    </ul>
  );
}
