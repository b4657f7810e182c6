import { useQuery } from '@apollo/client/react';
import { EmptyState, Figure, Figures, LinkButton, PageHeader, Table, type TableColumn } from '@lienket/ui';
import type { Side, TradeAccountsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { sumOf } from './amounts';
import { CreditSection } from './credit-section';
import { TradeAccountsDocument } from './statement.operations';
import s from './billing.module.css';

type Account = TradeAccountsQuery['tradeAccounts'][number];

/** Who owes whom, by age: every amount leads to the statement behind it. */
export default function AccountsScreen() {
  const t = useText(billing);
  const f = useFormats();
  const { workplace } = useMe();
  const side: Side = workplace === 'SELLER' ? 'SELLER' : 'BUYER';
  const query = useQuery(TradeAccountsDocument, { variables: { side } });
  const accounts = query.data?.tradeAccounts ?? [];
  useDemoMark(accounts.some(({ counterparty }) => counterparty.isDemo));
  const total = (pick: (account: Account) => string | number) => sumOf(accounts.map((account) => BigInt(pick(account))));
  const band = (key: Account['bands'][number]['band']): TableColumn<Account> => ({
    key,
    header: t(`accounts.band.${key}`),
    numeric: true,
    width: 118,
    cell: ({ bands }) => {
      const { amount } = bands.find((found) => found.band === key)!;
      return BigInt(amount) === 0n ? t('accounts.none') : f.vnd(amount);
    },
  });
  const columns: TableColumn<Account>[] = [
    {
      key: 'who',
      header: t(side === 'SELLER' ? 'payments.buyer' : 'payments.seller'),
      primary: true,
      cell: ({ counterparty }) => counterparty.shortName,
    },
    { key: 'balance', header: t('accounts.balance'), numeric: true, width: 128, cell: ({ balance }) => <b>{f.vnd(balance)}</b> },
    band('NOT_DUE'),
    band('DAYS_1_30'),
    band('DAYS_31_60'),
    band('DAYS_61_90'),
    band('DAYS_OVER_90'),
    {
      key: 'days',
      header: t('accounts.days'),
      numeric: true,
      width: 108,
      cell: ({ promisedDays, realDays }) =>
        realDays === null || promisedDays === null
          ? t('accounts.none')
          : t('accounts.daysOf', { real: f.count(realDays), promised: f.count(promisedDays) }),
    },
  ];
  return (
    <>
      <PageTitle>{t('accounts.title')}</PageTitle>
      <PageHeader
        back={{ href: '/payments', label: t(side === 'SELLER' ? 'payments.titleSeller' : 'payments.title') }}
        title={t('accounts.title')}
        meta={t('accounts.hint')}
        actions={
          <>
            <ExportButton list="accounts" filter={{ side }} />
            {side === 'SELLER' && <LinkButton href="/payments/exposure">{t('accounts.exposure')}</LinkButton>}
          </>
        }
      />
      <CreditSection side={side} />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.tradeAccounts.length === 0 && (
            <EmptyState
              title={t('accounts.empty')}
              detail={t('payments.emptyDetail')}
              action={<LinkButton href="/orders">{t('payments.emptyAction')}</LinkButton>}
            />
          )
        }
      >
        {() => (
          <>
            <div className={s.figures}>
              <Figures>
                <Figure
                  size="large"
                  label={t(side === 'SELLER' ? 'payments.owedSeller' : 'payments.owed')}
                  value={f.vnd(total(({ balance }) => balance))}
                />
                <Figure size="large" label={t('payments.late')} value={f.vnd(total(({ overdue }) => overdue))} />
              </Figures>
            </div>
            <Table
              caption={t('accounts.caption')}
              captionHidden
              density="compact"
              columns={columns}
              rows={accounts}
              rowKey={({ counterparty }) => counterparty.id}
              rowHref={({ counterparty }) => `/payments/accounts/${counterparty.id}`}
              rowTone={({ overdue }) => (BigInt(overdue) > 0n ? 'danger' : undefined)}
            />
            <p className={s.small}>{t('accounts.daysWhy')}</p>
          </>
        )}
      </AsyncScreen>
    </>
  );
}
