import { Button, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import type { SupplyPoolPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import s from '../../../shared/pools/pools.module.css';
import { ReleaseDialog } from './pool-reason-dialog';
import { shareTones } from './pool-state';

type Share = SupplyPoolPartsFragment['shares'][number];

/** Who promised what, and what came of it; a member reads its own row. */
export function PoolShares({ pool, onReload }: { pool: SupplyPoolPartsFragment; onReload: () => void }) {
  const t = useText(pools);
  const f = useFormats();
  const [letting, setLetting] = useState<Share | null>(null);
  const qty = (amount: string | null | undefined) => (amount == null ? '—' : f.quantity(amount, pool.baseUnit));
  const accepted = (share: Share) => pool.figures.find(({ memberOrgId }) => memberOrgId === share.member.id)?.accepted ?? '0';
  return (
    <>
      <Table
        caption={t('share.list')}
        captionHidden
        density="compact"
        stickyHeader={false}
        rows={pool.shares}
        rowKey={(share) => share.id}
        columns={[
          {
            key: 'member',
            header: t('share.member'),
            primary: true,
            cell: (share) => (
              <>
                {share.member.shortName}
                {share.productName && <span className={s.under}>{`${share.productName}, ${share.packName}`}</span>}
              </>
            ),
          },
          { key: 'priority', header: t('share.priority'), numeric: true, cell: (share) => share.priority },
          { key: 'target', header: t('share.target'), numeric: true, cell: (share) => qty(share.targetQty) },
          { key: 'max', header: t('share.max'), numeric: true, cell: (share) => qty(share.maxQty) },
          { key: 'week', header: t('share.week'), numeric: true, wideOnly: true, cell: (share) => qty(share.weeklyMax) },
          { key: 'used', header: t('share.used'), numeric: true, cell: (share) => qty(share.usedQty) },
          { key: 'accepted', header: t('share.acceptedQty'), numeric: true, cell: (share) => qty(accepted(share)) },
          {
            key: 'status',
            header: t('share.status'),
            cell: (share) => (
              <>
                <StatusMark tone={shareTones[share.status]}>{t(`share.status.${share.status}`)}</StatusMark>{' '}
                <span className={s.soft}>
                  {share.status === 'OFFERED' && t('share.waitsUntil', { date: f.date(share.answerBy) })}
                  {share.status === 'COMMITTED' && !share.agreedAt && t('share.waitsBuyer')}
                  {share.reason}
                </span>{' '}
                {share.mayRelease && (
                  <Button size="small" variant="quiet" onClick={() => setLetting(share)}>
                    {t('share.release')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {letting && (
        <ReleaseDialog
          title={t('share.releaseOf', { name: letting.member.shortName })}
          id={letting.id}
          version={letting.version}
          onClose={() => setLetting(null)}
          onReload={onReload}
        />
      )}
    </>
  );
}
