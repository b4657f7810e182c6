import { Link, Section } from '@lienket/ui';
import type { OrderPartsFragment } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { pools } from '../../shared/messages/vi/pools';
import { PoolPartList } from '../../shared/pools/pool-part-list';

/** Of an order that is one part of a pooled call-off: why it is this much. */
export function OrderPool({ order }: { order: OrderPartsFragment }) {
  const t = useText(pools);
  const { pool } = order;
  if (!pool) return null;
  const parts = pool.parts.filter((part) => part.own || part.orderId === order.id);
  return (
    <Section
      id="pool"
      title={t('order.pool')}
      meta={<Link href={`/pools/${pool.poolId}`}>{t('order.poolLink', { goods: pool.goods })}</Link>}
    >
      <PoolPartList parts={parts} total={pool.qty} unit={pool.baseUnit} />
    </Section>
  );
}
