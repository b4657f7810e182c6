import { useQuery } from '@apollo/client/react';
import { Button, Figure, Figures, LinkButton, PageHeader, Section, Table } from '@lienket/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SupplyRowFragment } from '../../gql/graphql';
import { SupplyView, weekNo } from '../../shared/catalog/supply-strip';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { CalendarForm } from './calendar-form';
import { ForecastDialog } from './forecast-dialog';
import { HarvestDialog } from './harvest-dialog';
import { LotList } from './lot-list';
import { StockSettings } from './stock-settings';
import { SupplyProductDocument } from './supply.operations';
import s from './supply.module.css';

/** One product over the year: its strip, its forecasts, its calendar, and how it is kept. */
export default function SupplyProductScreen() {
  const t = useText(supply);
  const { id = '' } = useParams();
  const query = useQuery(SupplyProductDocument, { variables: { productId: id } });
  return (
    <>
      <PageTitle>{query.data?.productSupply?.product.nameVi ?? t('supply.title')}</PageTitle>
      <AsyncScreen query={query} count={6} missing={({ productSupply }) => productSupply?.stockKept == null}>
        {({ productSupply }) => <ProductPage row={productSupply!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

type Act = { kind: 'harvest' } | { kind: 'forecast'; week?: string } | null;

function ProductPage({ row, reload }: { row: SupplyRowFragment; reload: () => void }) {
  const t = useText(supply);
  const f = useFormats();
  const [act, setAct] = useState<Act>(null);
  const { product, accuracy, weeks } = row;
  const done = () => {
    setAct(null);
    reload();
  };
  const number = (amount: string | null | undefined) => f.quantity(amount ?? '0');
  return (
    <div className={s.page}>
      <PageHeader
        back={{ href: '/supply', label: t('supply.title') }}
        title={product.nameVi}
        actions={
          <>
            <Button variant="primary" onClick={() => setAct({ kind: 'harvest' })}>
              {t('supply.harvest')}
            </Button>
            <LinkButton href={`/products/${product.id}/edit`}>{t('supply.product')}</LinkButton>
          </>
        }
      />
      <Figures>
        <Figure label={t('supply.firmNow')} value={number(weeks[0]?.firm)} unit={product.baseUnit} />
        <Figure label={t('supply.planNow')} value={number(weeks[0]?.plan)} unit={product.baseUnit} />
        <Figure label={t('supply.uncommittedNow')} value={number(weeks[0]?.uncommitted)} unit={product.baseUnit} />
        <Figure
          label={t('supply.accuracy')}
          unknown={accuracy?.wapeBp == null}
          value={accuracy?.wapeBp == null ? '—' : f.percentBp(accuracy.wapeBp)}
          detail={
            accuracy?.wapeBp == null
              ? t('supply.accuracyNone')
              : t('supply.accuracyOf', { percent: f.percentBp(accuracy.wapeBp), weeks: accuracy.weeks })
          }
        />
      </Figures>
      <SupplyView supply={row} />
      <Section title={t('supply.forecasts')}>
        <p className={s.soft}>{t('supply.forecastsHint')}</p>
        <Table
          caption={t('supply.forecasts')}
          captionHidden
          density="compact"
          stickyHeader={false}
          rows={weeks}
          rowKey={(week) => week.week}
          columns={[
            {
              key: 'week',
              header: t('supply.forecastWeek'),
              primary: true,
              cell: (week) => t('supply.weekFrom', { week: weekNo(week), date: f.date(week.week) }),
            },
            {
              key: 'expected',
              header: t('supply.expected'),
              numeric: true,
              cell: (week) => (week.expected == null ? t('supply.expectedNone') : f.quantity(week.expected, product.baseUnit)),
            },
            {
              key: 'confidence',
              header: t('supply.sure'),
              cell: (week) => (week.confidence ? t(`confidence.${week.confidence}`) : '—'),
            },
            {
              key: 'say',
              header: t('supply.forecast'),
              headerHidden: true,
              cell: (week) => (
                <Button
                  size="small"
                  aria-label={`${t('supply.forecast')}, ${t('supply.week', { week: weekNo(week) })}`}
                  onClick={() => setAct({ kind: 'forecast', week: week.week })}
                >
                  {t('supply.forecast')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('supply.calendar')}>
        <CalendarForm row={row} onSaved={reload} />
      </Section>
      <Section title={t('supply.lots')}>
        <LotList productId={product.id} />
      </Section>
      <Section title={t('supply.settings')}>
        <StockSettings row={row} onSaved={reload} />
      </Section>
      {act?.kind === 'harvest' && (
        <HarvestDialog products={[row]} productId={product.id} onClose={() => setAct(null)} onDone={done} />
      )}
      {act?.kind === 'forecast' && (
        <ForecastDialog products={[row]} productId={product.id} week={act.week} onClose={() => setAct(null)} onDone={done} />
      )}
    </div>
  );
}
