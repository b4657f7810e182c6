import { useQuery } from '@apollo/client/react';
import { EmptyState, PageHeader } from '@lienket/ui';
import { useText } from '../../../shared/i18n/use-text';
import { agreements } from '../../../shared/messages/vi/agreements';
import { pools } from '../../../shared/messages/vi/pools';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { PageTitle } from '../../../shared/screen/page-title';
import { PoolsDocument } from './pool.operations';
import { PoolList } from './pool-list';

/** The pools one's organization takes part in. */
export default function PoolsScreen() {
  const t = useText(pools);
  const a = useText(agreements);
  const query = useQuery(PoolsDocument);
  return (
    <>
      <PageTitle>{t('pools.title')}</PageTitle>
      <PageHeader back={{ href: '/agreements', label: a('agreements.title') }} title={t('pools.title')} meta={t('pools.lead')} />
      <AsyncScreen
        query={query}
        empty={(data) => data.supplyPools.length === 0 && <EmptyState title={t('pools.none')} detail={t('pools.noneHint')} />}
      >
        {(data) => <PoolList rows={data.supplyPools} />}
      </AsyncScreen>
    </>
  );
}
