import { useQuery } from '@apollo/client/react';
import { EmptyState, Figure, Figures, LinkButton, LoadMore, PageHeader, Section, TabNav } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { PaymentRequestStatus, Side } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useLoadMore } from '../../shared/screen/use-load-more';
import { useMe } from '../../shared/session/session';
import { stillOpen, sumOf } from './amounts';
import { PaymentRequestsDocument } from './billing.operations';
import { PaymentTable } from './payment-table';
import s from './billing.module.css';

const tabs = {
  open: ['DUE', 'DECLARED', 'PART_PAID'],
  paid: ['PAID'],
  all: null,
} satisfies Record<string, PaymentRequestStatus[] | null>;
type Tab = keyof typeof tabs;
const tabNames = Object.keys(tabs) as Tab[];
/** More overdue requests than this are a matter for a person with a telephone. */
const LATE_SHOWN = 100;

export default function PaymentsScreen() {
  const t = useText(billing);
  const f = useFormats();
  const { workplace } = useMe();
  const [params] = useSearchParams();
  const tab: Tab = tabNames.find((name) => name === params.get('tab')) ?? 'open';
  const side: Side | null = workplace === 'SELLER' || workplace === 'BUYER' ? workplace : null;
  const open = tab === 'open';
  const late = useQuery(PaymentRequestsDocument, {
    variables: { filter: { side, overdue: true }, first: LATE_SHOWN },
    skip: !open,
  });
  const query = useQuery(PaymentRequestsDocument, {
    variables: { filter: { side, status: tabs[tab], ...(open && { overdue: false }) }, first: 30 },
  });
  const { items, hasMore, loading, failed, loadMore } = useLoadMore(query.data?.paymentRequests, query.fetchMore);
  const byDeadline = [...items].sort((a, b) => (open ? a.dueOn.localeCompare(b.dueOn) : b.dueOn.localeCompare(a.dueOn)));
  const overdue = (late.data?.paymentRequests.edges.map(({ node }) => node) ?? []).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const shown = open ? [...overdue, ...byDeadline] : byDeadline;
  useDemoMark(shown.some(({ seller }) => seller.isDemo));
  const more = (total: number) => (
    <LoadMore
      text={failed ? t('payments.moreFailed') : t('state.shown', { shown: f.count(items.length), total: f.count(total) })}
      label={t('action.more')}
      onMore={loadMore}
      loading={loading}
      done={!hasMore}
    />
  );
  return (
    <>
      <PageTitle>{t('payments.title')}</PageTitle>
      <PageHeader
        title={t(side === 'SELLER' ? 'payments.titleSeller' : 'payments.title')}
        actions={
          side && (
            <>
              <ExportButton list="payments" filter={{ side, ...(open ? { tab } : { status: tabs[tab] }) }} />
              <LinkButton href="/invoices">{t('payments.invoices')}</LinkButton>
              {side === 'SELLER' && <LinkButton href="/payments/bank">{t('bank.statement')}</LinkButton>}
              <LinkButton href="/payments/accounts">{t('accounts.title')}</LinkButton>
            </>
          )
        }
      />
      <TabNav
        label={t('payments.tabs')}
        items={tabNames.map((name) => ({
          href: name === 'open' ? '/payments' : `/payments?tab=${name}`,
          label: t(`payments.tab.${name}`),
          current: name === tab,
        }))}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.paymentRequests.edges.length === 0 &&
          overdue.length === 0 &&
          !late.loading && (
            <EmptyState
              title={t(side === 'SELLER' ? 'payments.emptySeller' : 'payments.empty')}
              detail={t('payments.emptyDetail')}
              action={<LinkButton href="/orders">{t('payments.emptyAction')}</LinkButton>}
            />
          )
        }
      >
        {({ paymentRequests }) =>
          open ? (
            <>
              <div className={s.figures}>
                <Figures>
                  <Figure
                    size="large"
                    label={t(side === 'SELLER' ? 'payments.owedSeller' : 'payments.owed')}
                    value={f.vnd(sumOf(shown.map(stillOpen)))}
                    detail={t('payments.ofShown', { count: shown.length })}
                  />
                  <Figure size="large" label={t('payments.late')} value={f.vnd(sumOf(overdue.map(stillOpen)))} />
                </Figures>
              </div>
              <Section title={t('payments.overdue')} meta={overdue.length > 0 ? f.count(overdue.length) : undefined}>
                {overdue.length > 0 ? (
                  <PaymentTable caption={t('payments.overdue')} requests={overdue} side={side} />
                ) : (
                  <p>{t('payments.nothingLate')}</p>
                )}
              </Section>
              {byDeadline.length > 0 && (
                <Section title={t('payments.coming')}>
                  <PaymentTable caption={t('payments.coming')} requests={byDeadline} side={side} />
                  {more(paymentRequests.totalCount)}
                </Section>
              )}
            </>
          ) : (
            <>
              <PaymentTable caption={t('payments.paidList')} requests={byDeadline} side={side} />
              {more(paymentRequests.totalCount)}
            </>
          )
        }
      </AsyncScreen>
    </>
  );
}
