import { useQuery } from '@apollo/client/react';
import { EmptyState, Field, Figure, Figures, PageHeader, Section, Select, Stack } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import type { PetitionMetricsPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { blocked } from '../../shared/messages/vi/blocked';
import { petitions } from '../../shared/messages/vi/petitions';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { FirstCohort } from './first-cohort';
import { MetricsTable, useShare } from './metrics-table';
import { PetitionMetricsDocument } from './petitions.operations';
import s from './petitions.module.css';

/** How petitions are answered: in time, to whose satisfaction, and what waits for them. */
export default function MetricsScreen() {
  const t = useText({ ...petitions, ...blocked });
  const [params, setParams] = useSearchParams();
  const eventCode = params.get('event');
  const query = useQuery(PetitionMetricsDocument, { variables: { eventCode }, fetchPolicy: 'cache-and-network' });
  const events = query.data?.events ?? query.previousData?.events ?? [];
  return (
    <>
      <PageTitle>{t('petitionMetrics.title')}</PageTitle>
      <PageHeader
        title={t('petitionMetrics.title')}
        back={{ href: '/petitions', label: t('petition.back') }}
        meta={t('petitionMetrics.lead')}
        actions={
          <>
            <ExportButton
              list="petition-metrics"
              label={t('petitionMetrics.exportField')}
              filter={{ by: 'FIELD', event: eventCode }}
            />
            <ExportButton
              list="petition-metrics"
              label={t('petitionMetrics.exportDepartment')}
              filter={{ by: 'DEPARTMENT', event: eventCode }}
            />
          </>
        }
      />
      <Field id="event" label={t('petitionMetrics.event')} className={s.scope}>
        <Select
          value={eventCode ?? ''}
          options={[
            { value: '', label: t('petitionMetrics.allEvents') },
            ...events.map(({ code, title }) => ({ value: code, label: title })),
          ]}
          onChange={(event) => setParams(event.target.value ? { event: event.target.value } : {}, { replace: true })}
        />
      </Field>
      <AsyncScreen query={{ ...query, data: query.data ?? query.previousData }}>
        {({ petitionMetrics: { total, byField, byDepartment, cohorts } }) => (
          <Stack gap="large">
            {total.petitions === 0 ? <EmptyState title={t('petitionMetrics.none')} /> : <Totals total={total} />}
            {byField.length > 0 && (
              <Section title={t('petitionMetrics.byField')} meta={t('petitionMetrics.byFieldNote')}>
                <MetricsTable rows={byField} caption={t('petitionMetrics.byField')} of="field" />
              </Section>
            )}
            {byDepartment.length > 0 && (
              <Section title={t('petitionMetrics.byDepartment')}>
                <MetricsTable rows={byDepartment} caption={t('petitionMetrics.byDepartment')} of="department" />
              </Section>
            )}
            {cohorts.map((cohort) => (
              <FirstCohort key={cohort.eventCode} cohort={cohort} />
            ))}
          </Stack>
        )}
      </AsyncScreen>
    </>
  );
}

function Totals({ total }: { total: PetitionMetricsPartsFragment }) {
  const t = useText(blocked);
  const f = useFormats();
  const share = useShare();
  return (
    <Figures>
      <Figure label={t('petitionMetrics.total')} value={f.count(total.petitions)} />
      <Figure label={t('petitionMetrics.open')} value={f.count(total.open)} />
      <Figure label={t('petitionMetrics.overdue')} value={f.count(total.overdue)} />
      <Figure
        label={t('petitionMetrics.onTime')}
        value={share(total.onTime, total.due)}
        detail={t('petitionMetrics.onTimeDetail')}
      />
      <Figure
        label={t('petitionMetrics.satisfied')}
        value={share(total.satisfied, total.rated)}
        detail={t('petitionMetrics.satisfiedDetail')}
      />
      <Figure label={t('petitionMetrics.reopened')} value={f.count(total.reopened)} />
    </Figures>
  );
}
