import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, LoadMore, PageHeader } from '@lienket/ui';
import { useState } from 'react';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { MandatesDocument } from './assistance.operations';
import { AssistanceTabs } from './assistance-tabs';
import { MandateCard } from './mandate-card';
import { MandateDialog } from './mandate-dialog';

/** Who lets the Alliance act in its name: a cooperative's own mandates, or all of them for officers. */
export default function MandatesScreen() {
  const t = useText(assistance);
  const f = useFormats();
  const { me, may } = useSession();
  const [writing, setWriting] = useState(false);
  const query = useQuery(MandatesDocument, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.mandates, query.fetchMore);
  useDemoMark(items.some(({ organization }) => organization.isDemo));
  const records = may('mandate.record');
  const gives = Boolean(me) && may('mandate.give', { ownerOrgId: me!.organization.id });
  return (
    <>
      <PageTitle>{t('assistance.title')}</PageTitle>
      <PageHeader
        title={t('assistance.title')}
        meta={t(me?.workplace === 'OFFICER' ? 'assistance.leadOfficer' : 'assistance.leadSeller')}
        actions={
          <>
            <ExportButton list="mandates" />
            {(records || gives) && (
              <Button variant="primary" onClick={() => setWriting(true)}>
                {t(records ? 'assistance.record' : 'assistance.give')}
              </Button>
            )}
          </>
        }
      />
      <AssistanceTabs current="mandates" />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.mandates.edges.length === 0 && <EmptyState title={t('assistance.none')} detail={t('assistance.noneDetail')} />
        }
      >
        {(data) => (
          <>
            {items.map((mandate) => (
              <MandateCard key={mandate.id} mandate={mandate} named={me?.workplace === 'OFFICER'} />
            ))}
            <LoadMore
              text={
                failed
                  ? t('assistance.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(data.mandates.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
      {writing && <MandateDialog recording={records} onClose={() => setWriting(false)} />}
    </>
  );
}
