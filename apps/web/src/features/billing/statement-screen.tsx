import { useQuery } from '@apollo/client/react';
import { DateField, Field, FieldRow, Figure, Figures, PageHeader, PrintButton, Table, type TableColumn } from '@lienket/ui';
import { addMonths } from '@lienket/domain';
import { useParams, useSearchParams } from 'react-router';
import type { Side, StatementQuery } from '../../gql/graphql';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { CreditSection } from './credit-section';
import { TermSection } from './term-section';
import { StatementDocument } from './statement.operations';
import s from './billing.module.css';

type Line = NonNullable<StatementQuery['statement']>['lines'][number];

/** Every entry between two days with the balance after it, to be compared with the other side's book. */
export default function StatementScreen() {
  const t = useText(billing);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const { workplace } = useMe();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const side: Side = workplace === 'SELLER' ? 'SELLER' : 'BUYER';
  const to = params.get('to') ?? f.today();
  const from = params.get('from') ?? addMonths(f.today(), -3);
  const isBackwards = to < from;
  const query = useQuery(StatementDocument, {
    variables: { side, counterpartyOrgId: id, from, to: isBackwards ? from : to },
  });
  const name = query.data?.statement?.counterparty.shortName ?? '';
  useDemoMark(query.data?.statement?.counterparty.isDemo);
  const set = (key: 'from' | 'to', value: string) => {
    const next = new URLSearchParams(params);
    next.set(key, value);
    setParams(next, { replace: true });
  };
  const columns: TableColumn<Line>[] = [
    { key: 'on', header: t('statement.on'), width: 112, cell: ({ bookedOn }) => f.date(bookedOn) },
    {
      key: 'what',
      header: t('statement.what'),
      primary: true,
      cell: ({ kind, number, orderNumber }) => (
        <span>
          {t(`statement.kind.${kind}`, { number })}
          <span className={s.under}>{t('payments.order', { number: orderNumber })}</span>
        </span>
      ),
    },
    {
      key: 'more',
      header: t('statement.more'),
      numeric: true,
      width: 148,
      cell: ({ amount }) => BigInt(amount) > 0n && f.vnd(amount),
    },
    {
      key: 'less',
      header: t('statement.less'),
      numeric: true,
      width: 148,
      cell: ({ amount }) => BigInt(amount) < 0n && f.vnd(-BigInt(amount)),
    },
    { key: 'balance', header: t('statement.balance'), numeric: true, width: 148, cell: ({ balance }) => <b>{f.vnd(balance)}</b> },
  ];
  return (
    <>
      <PageTitle>{t('statement.title', { name })}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.statement}>
        {({ statement }) => (
          <>
            <PageHeader
              back={{ href: '/payments/accounts', label: t('accounts.title') }}
              title={t('statement.title', { name })}
              actions={
                <>
                  <ExportButton list="statement" filter={{ side, with: id, from: isBackwards ? to : from, to }} />
                  <PrintButton label={t('action.print')} />
                </>
              }
            />
            <FieldRow>
              <Field id="from" label={t('statement.from')}>
                <DateField
                  value={from}
                  onValueChange={(value) => set('from', value)}
                  max={f.today()}
                  locale={locale}
                  labels={dateLabels}
                />
              </Field>
              <Field id="to" label={t('statement.to')} error={isBackwards ? t('statement.backwards') : undefined}>
                <DateField
                  value={to}
                  onValueChange={(value) => set('to', value)}
                  max={f.today()}
                  locale={locale}
                  labels={dateLabels}
                />
              </Field>
            </FieldRow>
            <div className={s.figures}>
              <Figures>
                <Figure label={t('statement.opening', { date: f.date(statement!.from) })} value={f.vnd(statement!.opening)} />
                <Figure
                  size="large"
                  label={t('statement.closing', { date: f.date(statement!.to) })}
                  value={f.vnd(statement!.closing)}
                />
              </Figures>
            </div>
            <Table
              caption={t('statement.caption')}
              captionHidden
              density="compact"
              columns={columns}
              rows={statement!.lines}
              rowKey={({ kind, number, bookedOn, balance }) => `${kind}-${number}-${bookedOn}-${balance}`}
              rowHref={({ paymentRequestId }) => `/payments/${paymentRequestId}`}
              empty={t('statement.empty')}
            />
            <CreditSection side={side} counterpartyOrgId={id} />
            <TermSection side={side} counterpartyOrgId={id} />
          </>
        )}
      </AsyncScreen>
    </>
  );
}
