import { useQuery } from '@apollo/client/react';
import {
  EmptyState,
  Field,
  FilterChips,
  LinkButton,
  LoadMore,
  PageHeader,
  SearchInput,
  Select,
  StatusMark,
  Table,
  TabNav,
  Toolbar,
  type Tone,
} from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { DemandRowFragment, DemandStatus, ProductGroup } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { demand } from '../../shared/messages/vi/demand';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useDebounced } from '../../shared/screen/use-debounced';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useSession } from '../../shared/session/session';
import { DemandPostsDocument } from './demand.operations';
import s from './demand.module.css';

export const demandTone: Record<DemandStatus, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'success',
  EXPIRED: 'warning',
  CLOSED: 'neutral',
};
const GROUPS = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'] as const satisfies readonly ProductGroup[];
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

export default function DemandListScreen() {
  const t = useText(demand);
  const f = useFormats();
  const { me, may } = useSession();
  const [params, setParams] = useSearchParams();
  const buys = Boolean(me) && may('demand.manage', { buyerOrgId: me!.organization.id });
  const mine = buys && params.get('tab') !== 'others';
  const group = GROUPS.find((name) => name === params.get('group')) ?? null;
  const month = MONTHS.find((number) => String(number) === params.get('month')) ?? null;
  const openOnly = !mine && params.get('all') === null;
  const unanswered = params.has('unanswered');
  const search = useDebounced(params.get('q') ?? '', 250);
  const query = useQuery(DemandPostsDocument, {
    variables: {
      filter: {
        mine: me ? mine : null,
        group,
        month,
        search: search || null,
        status: openOnly ? ['OPEN'] : null,
        unanswered: unanswered || null,
      },
      first: 30,
    },
  });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.demandPosts, query.fetchMore);
  useDemoMark(items.some(({ isDemo }) => isDemo));
  const put = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const filtered = Boolean(group || month || search || unanswered);
  return (
    <>
      <PageTitle>{t('demand.title')}</PageTitle>
      <PageHeader
        title={t('demand.title')}
        meta={t(buys ? 'demand.metaBuyer' : 'demand.meta')}
        actions={
          <>
            <ExportButton
              list="demand"
              filter={{
                mine: me ? mine : null,
                group,
                month,
                search,
                status: openOnly ? 'OPEN' : null,
                unanswered: unanswered || null,
              }}
            />
            {buys && (
              <LinkButton variant="primary" href="/demand/new">
                {t('demand.new')}
              </LinkButton>
            )}
          </>
        }
      />
      {buys && (
        <TabNav
          label={t('demand.tabs')}
          items={(['mine', 'others'] as const).map((tab) => ({
            href: tab === 'mine' ? '/demand' : '/demand?tab=others',
            label: t(`demand.tab.${tab}`),
            current: mine === (tab === 'mine'),
          }))}
        />
      )}
      <Toolbar label={t('demand.filters')}>
        <SearchInput
          label={t('demand.search')}
          placeholder={t('demand.search')}
          value={params.get('q') ?? ''}
          onChange={(event) => put('q', event.target.value || null)}
        />
        <Field label={t('demand.group')} labelHidden className={s.filter}>
          <Select
            value={group ?? ''}
            placeholder={t('demand.anyGroup')}
            options={GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))}
            onChange={(event) => put('group', event.target.value || null)}
          />
        </Field>
        <Field label={t('demand.month')} labelHidden className={s.filter}>
          <Select
            value={month ? String(month) : ''}
            placeholder={t('demand.anyMonth')}
            options={MONTHS.map((value) => ({ value: String(value), label: f.month(value) }))}
            onChange={(event) => put('month', event.target.value || null)}
          />
        </Field>
      </Toolbar>
      {!mine && (
        <FilterChips
          label={t('demand.filters')}
          chips={[
            { key: 'all', label: t('demand.openOnly'), selected: openOnly },
            ...(me && !buys ? [{ key: 'unanswered', label: t('demand.unanswered'), selected: unanswered }] : []),
          ]}
          onToggle={(key) => put(key, key === 'all' ? (openOnly ? '' : null) : unanswered ? null : '')}
        />
      )}
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.demandPosts.edges.length === 0 &&
          (filtered ? (
            <EmptyState title={t('demand.emptyFiltered')} />
          ) : mine ? (
            <EmptyState title={t('demand.emptyMine')} detail={t('demand.emptyMineDetail')} />
          ) : (
            <EmptyState title={t('demand.empty')} detail={t('demand.emptyDetail')} />
          ))
        }
      >
        {({ demandPosts }) => (
          <>
            <DemandTable rows={items} mine={mine} />
            <LoadMore
              text={
                failed
                  ? t('demand.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(demandPosts.totalCount) })
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

function DemandTable({ rows, mine }: { rows: readonly DemandRowFragment[]; mine: boolean }) {
  const t = useText(demand);
  const f = useFormats();
  const standing = (row: DemandRowFragment) => {
    if (row.answerCount != null) return t('demand.answerCount', { count: row.answerCount });
    const own = row.ownAnswer;
    if (!own) return t('demand.notAnswered');
    return own.withdrawnAt ? t('demand.withdrawn') : t('demand.answered', { qty: f.quantity(own.weeklyQty, row.baseUnit) });
  };
  return (
    <Table
      caption={t('demand.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/demand/${row.id}`}
      columns={[
        {
          key: 'goods',
          header: t('demand.goods'),
          primary: true,
          cell: (row) => (
            <span>
              {row.title}
              <span className={s.under}>{row.number ?? t('demand.noNumber')}</span>
            </span>
          ),
        },
        ...(mine
          ? []
          : [
              {
                key: 'buyer',
                header: t('demand.buyer'),
                cell: (row: DemandRowFragment) => <span title={row.buyer.name}>{row.buyer.shortName}</span>,
              },
            ]),
        {
          key: 'weekly',
          header: t('demand.weekly'),
          numeric: true,
          width: 120,
          cell: (row) => f.quantity(row.weeklyQty, row.baseUnit),
        },
        {
          key: 'period',
          header: t('demand.period'),
          width: 200,
          cell: (row) => t('demand.periodText', { from: f.date(row.periodFrom), to: f.date(row.periodTo) }),
        },
        {
          key: 'until',
          header: t('demand.until'),
          width: 140,
          cell: (row) =>
            row.openUntil && (
              <span>
                {f.date(row.openUntil)}
                {row.status === 'OPEN' && <span className={s.under}>{f.due(row.openUntil)}</span>}
              </span>
            ),
        },
        {
          key: 'state',
          header: t('demand.state'),
          width: 150,
          cell: (row) => <StatusMark tone={demandTone[row.status]}>{t(`demandStatus.${row.status}`)}</StatusMark>,
        },
        { key: 'answers', header: t('demand.answers'), width: 150, cell: standing },
      ]}
    />
  );
}
