import { useQuery } from '@apollo/client/react';
import { EmptyState, LinkButton, LoadMore, type MenuItem, MoreMenu, PageHeader, SearchInput, TabNav, Toolbar } from '@lienket/ui';
import { CalendarClock, Layers, NotebookText, Truck, UserCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OrderStatus, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { useExportItems } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe, useSession } from '../../shared/session/session';
import { OrderCards } from './order-cards';
import { OrderTable } from './order-table';
import { OpenDuesDocument, OrdersDocument } from './ordering.operations';

const tabs = {
  all: undefined,
  answer: ['PLACED', 'COUNTERED'],
  doing: ['CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART'],
  received: ['RECEIVED'],
  ended: ['CLOSED', 'REFUSED', 'CANCELLED'],
} satisfies Record<string, OrderStatus[] | undefined>;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];

export default function OrdersScreen() {
  const t = useText(ordering);
  const { count } = useFormats();
  const { workplace, organization } = useMe();
  const { may } = useSession();
  const [params, setParams] = useSearchParams();
  const tab: Tab = tabNames.find((name) => name === params.get('tab')) ?? 'all';
  const contractId = params.get('contract');
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

  const side: Side | null = workplace === 'SELLER' || workplace === 'BUYER' ? workplace : null;
  const query = useQuery(OrdersDocument, {
    variables: { filter: { side, status: tabs[tab] ?? null, search: search || null, contractId } },
  });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.orders, query.fetchMore);
  const dues = useQuery(OpenDuesDocument, { variables: { side: side ?? 'BUYER' }, skip: side === null }).data;
  const moving = items.map((order) => ({
    ...order,
    paymentRequests: dues?.paymentRequests.edges
      .map(({ node }) => node)
      .filter(({ orderNumber }) => orderNumber === order.number),
  }));
  useDemoMark(items.some((order) => order.isDemo));
  const filtered = tab !== 'all' || search !== '' || contractId !== null;
  const mayPlace = may('order.place', { buyerOrgId: organization.id });
  const exports = useExportItems({ list: 'orders', filter: { side, status: tabs[tab], search, contract: contractId } });
  const elsewhere: MenuItem[] = [
    ...(may('route.edit', { ownerOrgId: organization.id })
      ? [{ key: 'routes', icon: <Truck />, label: t('orders.routes'), href: '/delivery-routes' }]
      : []),
    ...(mayPlace
      ? [
          { key: 'standing', icon: <CalendarClock />, label: t('orders.standing'), href: '/orders/standing' },
          { key: 'templates', icon: <NotebookText />, label: t('orders.templates'), href: '/orders/templates' },
          { key: 'groups', icon: <Layers />, label: t('orders.groups'), href: '/orders/groups' },
          { key: 'requests', icon: <UserCheck />, label: t('orders.requests'), href: '/orders/requests' },
        ]
      : []),
  ];
  const hrefOf = (name: Tab) => `/orders${name === 'all' ? '' : `?tab=${name}`}`;
  return (
    <>
      <PageTitle>{t('orders.title')}</PageTitle>
      <PageHeader
        title={t(side === 'SELLER' ? 'orders.titleSeller' : 'orders.title')}
        actions={
          <>
            <MoreMenu label={t('action.others')} items={[...elsewhere, ...exports]} />
            {mayPlace && (
              <LinkButton variant="primary" href="/orders/new">
                {t('orders.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <TabNav
        label={t('orders.tabs')}
        items={tabNames.map((name) => ({ href: hrefOf(name), label: t(`orders.tab.${name}`), current: name === tab }))}
      />
      <Toolbar label={t('action.search')}>
        <SearchInput
          label={t('orders.search')}
          placeholder={t('orders.search')}
          shortcut="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Toolbar>
      <AsyncScreen
        query={query}
        skeleton={side === 'SELLER' ? 'cards' : 'rows'}
        empty={(data) =>
          data.orders.edges.length === 0 &&
          (filtered ? (
            <EmptyState
              title={t('orders.emptyFilter')}
              action={<LinkButton href="/orders">{t('action.clearFilters')}</LinkButton>}
            />
          ) : (
            <NoOrders side={side} mayPlace={mayPlace} />
          ))
        }
      >
        {({ orders }) => (
          <>
            {side === 'SELLER' ? <OrderCards orders={moving} /> : <OrderTable orders={moving} side={side} />}
            <LoadMore
              text={
                failed
                  ? t('orders.moreFailed')
                  : t('state.shown', { shown: count(items.length), total: count(orders.totalCount) })
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

function NoOrders({ side, mayPlace }: { side: Side | null; mayPlace: boolean }) {
  const t = useText(ordering);
  if (mayPlace) {
    return (
      <EmptyState
        title={t('orders.empty')}
        detail={t('orders.emptyBuyer')}
        action={<LinkButton href="/orders/new">{t('orders.new')}</LinkButton>}
      />
    );
  }
  return side === 'SELLER' ? (
    <EmptyState
      title={t('orders.empty')}
      detail={t('orders.emptySeller')}
      action={<LinkButton href="/products">{t('orders.emptySellerAction')}</LinkButton>}
    />
  ) : (
    <EmptyState title={t('orders.empty')} detail={t('orders.emptyOther')} />
  );
}
