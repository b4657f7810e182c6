import { DemoMark, StatusMark, Table } from '@lienket/ui';
import type { SupplyPoolsQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { poolTones } from './pool-state';

/** Pools by what they supply; each leads to its page. */
export function PoolList({ rows }: { rows: SupplyPoolsQuery['supplyPools'] }) {
  const t = useText(pools);
  const f = useFormats();
  return (
    <Table
      caption={t('pools.title')}
      captionHidden
      density="compact"
      stickyHeader={false}
      rows={rows}
      rowKey={(pool) => pool.id}
      rowHref={(pool) => `/pools/${pool.id}`}
      columns={[
        {
          key: 'goods',
          header: t('share.lineOf'),
          primary: true,
          cell: (pool) => (
            <>
              {pool.goods} {pool.isDemo && <DemoMark text={t('demo')} />}
            </>
          ),
        },
        { key: 'lead', header: t('pool.leadOrg'), cell: (pool) => pool.lead.shortName },
        { key: 'buyer', header: t('pool.buyer'), cell: (pool) => pool.buyer.shortName },
        { key: 'contract', header: t('pool.contract'), wideOnly: true, cell: (pool) => pool.terms?.contractNumber ?? '—' },
        { key: 'promised', header: t('pool.promised'), numeric: true, cell: (pool) => f.quantity(pool.promised, pool.baseUnit) },
        { key: 'called', header: t('pool.ordered'), numeric: true, cell: (pool) => f.quantity(pool.calledOff, pool.baseUnit) },
        {
          key: 'state',
          header: t('share.status'),
          cell: (pool) => <StatusMark tone={poolTones[pool.state]}>{t(`pool.state.${pool.state}`)}</StatusMark>,
        },
      ]}
    />
  );
}
