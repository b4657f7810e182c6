import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, PageHeader, SearchInput, TabNav, Toolbar } from '@lienket/ui';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RfqSide, RfqStatus } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe, useSession } from '../../shared/session/session';
import { RfqCards } from './rfq-cards';
import { RfqTable } from './rfq-table';
import { RfqsDocument } from './sourcing.operations';

const tabs = {
  all: undefined,
  draft: ['DRAFT'],
  open: ['OPEN'],
  closed: ['CLOSED'],
  awarded: ['AWARDED'],
  cancelled: ['CANCELLED'],
} satisfies Record<string, RfqStatus[] | undefined>;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];

/** The buyer's requests, or what a cooperative is asked for. */
export default function RfqsScreen() {
  const t = useText(sourcing);
  const { count } = useFormats();
  const { workplace, organization } = useMe();
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const tab: Tab = tabNames.find((name) => name === params.get('tab')) ?? 'all';
  const asked = params.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  const search = useDebounced(typed.trim());
  useEffect(() => {
    if (search === asked) return;
    const next = new URLSearchParams(params);
    if (search) next.set('q', search);
    else next.delete('q');
    setParams(next, { replace: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address follows what was typed, not the other way round
  }, [search]);

  const side: RfqSide | null = workplace === 'SELLER' || workplace === 'BUYER' ? workplace : null;
  const query = useQuery(RfqsDocument, {
    variables: { filter: { side, status: tabs[tab] ?? null, search: search || null } },
  });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.rfqs, query.fetchMore);
  useDemoMark(items.some((rfq) => rfq.isDemo));
  const seller = side === 'SELLER';
  const mayAsk = side === 'BUYER' && may('rfq.manage', { buyerOrgId: organization.id });
  const create = (
    <LinkButton variant="primary" href="/rfqs/new">
      {t('rfqs.new')}
    </LinkButton>
  );
  return (
    <>
      <PageTitle>{t(seller ? 'rfqs.titleSeller' : 'rfqs.title')}</PageTitle>
      <PageHeader
        title={t(seller ? 'rfqs.titleSeller' : 'rfqs.title')}
        actions={
          <>
            <ExportButton list="rfqs" filter={{ side, status: tabs[tab], search }} />
            <LinkButton href="/rfqs/rules">{t('rule.title')}</LinkButton>
            {mayAsk ? create : seller && <LinkButton href="/rfqs/shares">{t('rfqs.shares')}</LinkButton>}
          </>
        }
      />
      <TabNav
        label={t('rfqs.tabs')}
        items={tabNames
          .filter((name) => !seller || name !== 'draft')
          .map((name) => ({
            href: `/rfqs${name === 'all' ? '' : `?tab=${name}`}`,
            label: t(`rfqs.tab.${name}`),
            current: name === tab,
          }))}
      />
      <Toolbar label={t('action.search')}>
        <SearchInput
          label={t('rfqs.search')}
          placeholder={t('rfqs.search')}
          shortcut="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        skeleton={seller ? 'cards' : 'rows'}
        empty={(data) =>
          data.rfqs.edges.length === 0 &&
          (tab !== 'all' || search !== '' ? (
            <EmptyState title={t('rfqs.emptyFilter')} action={<LinkButton href="/rfqs">{t('action.clearFilters')}</LinkButton>} />
          ) : (
            <EmptyState
              title={t('rfqs.empty')}
              detail={t(seller ? 'rfqs.emptySeller' : 'rfqs.emptyBuyer')}
              action={mayAsk ? create : undefined}
            />
          ))
        }
      >
        {({ rfqs }) => (
          <>
            {seller ? <RfqCards rfqs={items} /> : <RfqTable rfqs={items} withBuyer={side === null} />}
            <LoadMore
              text={
                failed ? t('rfqs.moreFailed') : t('state.shown', { shown: count(items.length), total: count(rfqs.totalCount) })
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
