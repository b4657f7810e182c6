import { useQuery } from '@apollo/client/react';
import {
  EmptyState,
  LinkButton,
  LoadMore,
  PageHeader,
  StatusMark,
  Table,
  type TableColumn,
  TabNav,
  type Tone,
} from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { InvoicesQuery, InvoiceState, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe } from '../../shared/session/session';
import { InvoicesDocument } from './invoice.operations';
import s from './billing.module.css';

type Row = InvoicesQuery['invoices']['edges'][number]['node'];

export const invoiceTone: Record<InvoiceState, Tone> = {
  MATCHED: 'success',
  EXCEPTION: 'warning',
  APPROVED: 'success',
  RETURNED: 'danger',
  REPLACED: 'neutral',
};
/** What needs a hand comes first: the buyer's queue of exceptions, the seller's returned ones. */
const tabs = { queue: ['EXCEPTION', 'RETURNED'], all: null } satisfies Record<string, InvoiceState[] | null>;
type Tab = keyof typeof tabs;

export default function InvoicesScreen() {
  const t = useText(invoices);
  const f = useFormats();
  const { workplace } = useMe();
  const [params] = useSearchParams();
  const tab: Tab = params.get('tab') === 'queue' ? 'queue' : 'all';
  const side: Side = workplace === 'SELLER' ? 'SELLER' : 'BUYER';
  const query = useQuery(InvoicesDocument, { variables: { filter: { side, state: tabs[tab] }, first: 30 } });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.invoices, query.fetchMore);
  useDemoMark(items.some(({ seller }) => seller.isDemo));
  const columns: TableColumn<Row>[] = [
    {
      key: 'number',
      header: t('invoices.number'),
      primary: true,
      width: 190,
      cell: (row) => (
        <span className={s.whole}>
          {t('invoices.name', { symbol: row.symbol, number: row.number })}
          <span className={s.under}>{row.requestNumber}</span>
        </span>
      ),
    },
    {
      key: 'who',
      header: t(side === 'SELLER' ? 'invoices.buyer' : 'invoices.seller'),
      cell: (row) => (side === 'SELLER' ? row.buyer : row.seller).shortName,
    },
    { key: 'on', header: t('invoices.issuedOn'), width: 112, cell: (row) => f.date(row.issuedOn) },
    {
      key: 'state',
      header: t('invoices.state'),
      cell: (row) => <StatusMark tone={invoiceTone[row.state]}>{t(`invoice.state.${row.state}`)}</StatusMark>,
    },
    {
      key: 'paid',
      header: t('invoices.paid'),
      cell: (row) => {
        const [owed, paid] = [BigInt(row.requestOwed), BigInt(row.requestPaid)];
        if (paid >= owed) return t('invoices.paidWhole');
        return (
          <span className={row.overdue ? s.late : undefined}>
            {paid > 0n ? t('invoices.paidPart') : t('invoices.due', { date: f.date(row.dueOn) })}
          </span>
        );
      },
    },
    { key: 'total', header: t('invoices.total'), numeric: true, width: 148, cell: (row) => <b>{f.vnd(row.total)}</b> },
  ];
  return (
    <>
      <PageTitle>{t('invoices.title')}</PageTitle>
      <PageHeader
        back={{ href: '/payments', label: t(side === 'SELLER' ? 'invoices.collect' : 'invoices.pay') }}
        title={t('invoices.title')}
        meta={t('invoices.hint')}
        actions={
          <>
            <ExportButton list="invoices" filter={{ side, state: tabs[tab] }} />
            <ExportButton list="billing-notes" label={t('invoices.exportNotes')} filter={{ side }} />
          </>
        }
      />
      <TabNav
        label={t('invoices.tabs')}
        items={(['all', 'queue'] as const).map((name) => ({
          href: name === 'all' ? '/invoices' : `/invoices?tab=${name}`,
          label: t(`invoices.tab.${name}`),
          current: name === tab,
        }))}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.invoices.edges.length === 0 && (
            <EmptyState
              title={t(`invoices.empty.${tab}`)}
              detail={t(side === 'SELLER' ? 'invoices.emptySeller' : 'invoices.emptyBuyer')}
              action={<LinkButton href="/payments">{t('invoices.emptyAction')}</LinkButton>}
            />
          )
        }
      >
        {(data) => (
          <>
            <Table
              caption={t('invoices.title')}
              captionHidden
              density="compact"
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/invoices/${id}`}
              rowTone={({ state }) => (state === 'EXCEPTION' ? 'warning' : undefined)}
            />
            <LoadMore
              text={
                failed
                  ? t('invoices.moreFailed')
                  : t('state.shown', { shown: f.count(items.length), total: f.count(data.invoices.totalCount) })
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
