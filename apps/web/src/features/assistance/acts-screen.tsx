import { useQuery } from '@apollo/client/react';
import { Button, Cluster, EmptyState, FilterChips, LoadMore, PageHeader, toast } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { AssistedActState } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe } from '../../shared/session/session';
import { ActTable } from './act-table';
import { ASSISTANCE_LISTS, AssistedActsConfirmDocument, AssistedActsDocument } from './assistance.operations';
import { AssistanceTabs } from './assistance-tabs';

/** As many as the server takes in one answer. */
const AT_ONCE = 100;
const STATES: readonly AssistedActState[] = ['WAITING', 'CONFIRMED', 'DENIED', 'SETTLED'];

/** What was done in a cooperative's name: its director confirms or denies, the officer settles what was denied. */
export default function ActsScreen() {
  const t = useText(assistance);
  const f = useFormats();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get('state')) ?? null;
  const filter = { state: state ? [state] : null, mandateId: params.get('mandate') };
  const query = useQuery(AssistedActsDocument, { variables: { filter, first: 30 }, fetchPolicy: 'cache-and-network' });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.assistedActs, query.fetchMore);
  useDemoMark(items.some(({ organization }) => organization.isDemo));
  const choose = (next: AssistedActState | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (next) after.set('state', next);
        else after.delete('state');
        return after;
      },
      { replace: true },
    );
  const mine = items.filter(({ mayAnswer }) => mayAnswer);
  return (
    <>
      <PageTitle>{t('acts.title')}</PageTitle>
      <PageHeader
        title={t('acts.title')}
        meta={t('acts.lead')}
        actions={<ExportButton list="assisted-acts" filter={{ state, mandate: params.get('mandate') }} />}
      />
      {!me.standIn && <AssistanceTabs current="acts" />}
      <FilterChips
        label={t('acts.filter')}
        chips={STATES.map((one) => ({ key: one, label: t(`actState.${one}`), selected: one === state }))}
        onToggle={(key) => choose(key === state ? null : (key as AssistedActState))}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.assistedActs.edges.length === 0 && (
            <EmptyState title={t(state || params.has('mandate') ? 'acts.noneFiltered' : 'acts.none')} />
          )
        }
      >
        {(data) => (
          <>
            {mine.length > 1 && <ConfirmAll ids={mine.slice(0, AT_ONCE).map(({ id }) => id)} />}
            <ActTable rows={items} named={me.workplace === 'OFFICER'} />
            <LoadMore
              text={
                failed
                  ? t('assistance.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(data.assistedActs.totalCount) })
              }
              label={t('action.more')}
              onMore={loadMore}
              loading={loading}
              done={!hasMore}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function ConfirmAll({ ids }: { ids: readonly string[] }) {
  const t = useText(assistance);
  const form = useMutationForm(AssistedActsConfirmDocument, {
    form: `acts-confirm-${ids[0]}-${ids.length}`,
    pick: (data) => data.assistedActsConfirm,
    stale: ASSISTANCE_LISTS,
    onDone: () => toast.success(t('acts.confirmed', { count: ids.length })),
  });
  return (
    <>
      <FormErrors form={form} />
      <Cluster>
        <Button loading={form.busy} onClick={() => void form.submit((clientKey) => ({ input: { clientKey, ids: [...ids] } }))}>
          {t('acts.confirmAll', { count: ids.length })}
        </Button>
      </Cluster>
    </>
  );
}
