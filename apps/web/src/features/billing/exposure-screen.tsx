import { useQuery } from '@apollo/client/react';
import { EmptyState, Figure, Figures, PageHeader, Table, type TableColumn } from '@lienket/ui';
import type { ExposuresQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { credits } from '../../shared/messages/vi/credits';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { sumOf } from './amounts';
import { ExposuresDocument } from './credit.operations';
import s from './billing.module.css';

type Row = ExposuresQuery['exposures'][number];

/** What the cooperative stands to lose with each buyer before it says yes to the next order. */
export default function ExposureScreen() {
  const t = useText(credits);
  const f = useFormats();
  const query = useQuery(ExposuresDocument);
  useDemoMark(query.data?.exposures.some(({ buyer }) => buyer.isDemo) ?? false);
  const money = (amount: string | number) => (BigInt(amount) === 0n ? t('exposure.none') : f.vnd(amount));
  const columns: TableColumn<Row>[] = [
    { key: 'buyer', header: t('exposure.buyer'), primary: true, cell: ({ buyer }) => buyer.shortName },
    { key: 'total', header: t('exposure.total'), numeric: true, width: 150, cell: ({ total }) => <b>{f.vnd(total)}</b> },
    { key: 'unpaid', header: t('exposure.unpaid'), numeric: true, width: 140, cell: ({ unpaid }) => money(unpaid) },
    {
      key: 'overdue',
      header: t('exposure.overdue'),
      numeric: true,
      width: 140,
      cell: ({ overdue }) => <span className={BigInt(overdue) > 0n ? s.late : undefined}>{money(overdue)}</span>,
    },
    {
      key: 'undelivered',
      header: t('exposure.undelivered'),
      numeric: true,
      width: 160,
      cell: ({ undelivered, openOrders }) => (
        <span>
          {money(undelivered)}
          {openOrders > 0 && <span className={s.under}>{t('exposure.orders', { count: openOrders })}</span>}
        </span>
      ),
    },
    { key: 'credit', header: t('exposure.credit'), numeric: true, width: 130, cell: ({ credit }) => money(credit) },
  ];
  return (
    <>
      <PageTitle>{t('exposure.title')}</PageTitle>
      <PageHeader
        back={{ href: '/payments/accounts', label: t('exposure.back') }}
        title={t('exposure.title')}
        meta={t('exposure.hint')}
        actions={<ExportButton list="exposure" />}
      />
      <AsyncScreen
        query={query}
        empty={(data) =>
          data.exposures.length === 0 && <EmptyState title={t('exposure.empty')} detail={t('exposure.emptyDetail')} />
        }
      >
        {({ exposures }) => (
          <>
            <div className={s.figures}>
              <Figures>
                <Figure
                  size="large"
                  label={t('exposure.total')}
                  value={f.vnd(sumOf(exposures.map(({ total }) => BigInt(total))))}
                />
                <Figure label={t('exposure.unpaid')} value={f.vnd(sumOf(exposures.map(({ unpaid }) => BigInt(unpaid))))} />
                <Figure
                  label={t('exposure.undelivered')}
                  value={f.vnd(sumOf(exposures.map(({ undelivered }) => BigInt(undelivered))))}
                />
              </Figures>
            </div>
            <Table
              caption={t('exposure.title')}
              captionHidden
              density="compact"
              columns={columns}
              rows={exposures}
              rowKey={({ buyer }) => buyer.id}
              rowHref={({ buyer }) => `/payments/accounts/${buyer.id}`}
              rowTone={({ overdue }) => (BigInt(overdue) > 0n ? 'danger' : undefined)}
            />
          </>
        )}
      </AsyncScreen>
    </>
  );
}
