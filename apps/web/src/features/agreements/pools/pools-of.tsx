import { useQuery } from '@apollo/client/react';
import { Button, Link, Section } from '@lienket/ui';
import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { PoolsDocument } from './pool.operations';
import { OfferDialog, type OfferLine } from './offer-dialog';
import { PoolList } from './pool-list';
import s from '../../../shared/pools/pools.module.css';

interface Props {
  of: { mouId: string } | { contractId: string };
  /** Lines that the reader may make a pool for; none for who only reads. */
  lines: readonly OfferLine[];
}

/** The pools that supply lines of one document, and where its lead or the Alliance makes one. */
export function PoolsOf({ of, lines }: Props) {
  const t = useText(pools);
  const [making, setMaking] = useState(false);
  const query = useQuery(PoolsDocument, { variables: of });
  const rows = query.data?.supplyPools ?? [];
  if (rows.length === 0 && lines.length === 0) return null;
  return (
    <Section id="pools" title={t('pools.title')} meta={t('pools.lead')}>
      {rows.length > 0 ? <PoolList rows={rows} /> : <p className={s.soft}>{t('pools.noneHere')}</p>}
      <p className={s.buttons} data-print="hide">
        {lines.length > 0 && <Button onClick={() => setMaking(true)}>{t('pool.make')}</Button>}
        <Link href="/pools">{t('pools.all')}</Link>
      </p>
      {making && <OfferDialog lines={lines} onClose={() => setMaking(false)} onReload={() => void query.refetch()} />}
    </Section>
  );
}
