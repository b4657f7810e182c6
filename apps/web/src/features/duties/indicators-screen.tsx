import { useQuery } from '@apollo/client/react';
import { BarChart, Button, EmptyState, PageHeader, Section, Stack, Table } from '@lienket/ui';
import { useState } from 'react';
import type { IndicatorPartsFragment } from '../../gql/graphql';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useSession } from '../../shared/session/session';
import { DutiesTabs } from './duties-tabs';
import { IndicatorsDocument } from './duties.operations';
import { IndicatorDialog } from './indicator-dialog';
import { useIndicatorWords } from './indicator-words';
import s from './duties.module.css';

/** The sector's figures for everybody, each with its period, its qualifier and its source. */
export default function IndicatorsScreen() {
  const { t } = useIndicatorWords();
  const query = useQuery(IndicatorsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageTitle>{t('indicators.title')}</PageTitle>
      <PageHeader title={t('indicators.title')} meta={t('indicators.lead')} actions={<ExportButton list="indicators" />} />
      <DutiesTabs current="indicators" />
      <AsyncScreen
        query={query}
        empty={(data) => data.sectorIndicators.length === 0 && <EmptyState title={t('indicators.none')} />}
      >
        {({ sectorIndicators }) => (
          <>
            {sectorIndicators.map((indicator) => (
              <Series key={indicator.code} indicator={indicator} />
            ))}
          </>
        )}
      </AsyncScreen>
    </>
  );
}

function Series({ indicator }: { indicator: IndicatorPartsFragment }) {
  const { t, f, period, figure, bare, unit } = useIndicatorWords();
  const { may } = useSession();
  const [entering, setEntering] = useState(false);
  const { values, name } = indicator;
  return (
    <Section
      title={name}
      actions={
        may('indicator.enter') && (
          <Button size="small" onClick={() => setEntering(true)}>
            {t('indicators.enter')}
          </Button>
        )
      }
    >
      <Stack>
        {values.length > 1 && (
          <BarChart
            title={t('indicators.chart', { name, unit: unit(indicator) })}
            labels={{ item: t('indicators.period'), value: t('indicators.valueCol'), showTable: t('indicators.table') }}
            bars={values.map((value) => ({
              key: value.id,
              label: period(value.period),
              value: Number(value.value),
              valueText: bare(value),
            }))}
          />
        )}
        <Table
          caption={name}
          captionHidden
          density="compact"
          rows={values}
          rowKey={({ id }) => id}
          columns={[
            { key: 'period', header: t('indicators.period'), primary: true, width: 150, cell: (row) => period(row.period) },
            {
              key: 'value',
              header: t('indicators.valueCol'),
              width: 220,
              cell: (row) => (
                <span>
                  {figure(indicator, row)}
                  {row.revision > 1 && (
                    <span className={s.under}>
                      {t('indicators.revision', { revision: row.revision - 1, reason: row.reason ?? '' })}
                    </span>
                  )}
                </span>
              ),
            },
            {
              key: 'plan',
              header: t('indicators.planShare'),
              numeric: true,
              width: 130,
              cell: ({ planShareBp }) => (planShareBp == null ? '–' : f.percentBp(planShareBp)),
            },
            { key: 'source', header: t('indicators.source'), cell: ({ source }) => <span className={s.under}>{source}</span> },
          ]}
        />
      </Stack>
      {entering && <IndicatorDialog indicator={indicator} onClose={() => setEntering(false)} />}
    </Section>
  );
}
