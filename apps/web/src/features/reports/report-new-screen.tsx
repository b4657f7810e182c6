import { useQuery } from '@apollo/client/react';
import { Button, Cluster, DateField, Field, FieldRow, PageHeader, Select } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { reports } from '../../shared/messages/vi/reports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ReportFactsView } from './report-facts-view';
import { ReportPrepareDocument, ReportPreviewDocument, ReportStartDocument } from './report-operations';
import s from './report.module.css';

/** Which agreements, which period; the numbers are shown before they are frozen. */
export default function ReportNewScreen() {
  const t = useText(reports);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const navigate = useNavigate();
  const start = useQuery(ReportStartDocument);
  const yesterday = f.daysFromToday(-1);
  const [eventCode, setEventCode] = useState('');
  const [periodFrom, setPeriodFrom] = useState(`${yesterday.slice(0, 4)}-01-01`);
  const [asOf, setAsOf] = useState(yesterday);
  const readable = Boolean(periodFrom && asOf && periodFrom <= asOf && asOf <= yesterday);
  const chosen = { eventCode: eventCode || null, periodFrom, asOf };
  const preview = useQuery(ReportPreviewDocument, { variables: chosen, skip: !readable, fetchPolicy: 'network-only' });
  const form = useMutationForm(ReportPrepareDocument, {
    form: `report-${eventCode}-${periodFrom}-${asOf}`,
    pick: (data) => data.reportPrepare,
    stale: ['progressReports', 'workItems'],
    onDone: ({ id }) => void navigate(`/reports/${id}`),
  });
  return (
    <>
      <PageTitle>{t('reports.new')}</PageTitle>
      <PageHeader title={t('reports.new')} meta={t('reports.newLead')} back={{ href: '/reports', label: t('reports.title') }} />
      <div className={s.form}>
        <FormErrors form={form} />
        <Field id="eventCode" label={t('reports.event')} error={form.errorOf('eventCode')}>
          <Select
            value={eventCode}
            onChange={({ target }) => setEventCode(target.value)}
            options={[
              { value: '', label: t('reports.allEvents') },
              ...(start.data?.events ?? []).map(({ code, title }) => ({ value: code, label: title })),
            ]}
          />
        </Field>
        <FieldRow>
          <Field id="periodFrom" label={t('reports.from')} error={form.errorOf('periodFrom')}>
            <DateField value={periodFrom} onValueChange={setPeriodFrom} max={yesterday} locale={locale} labels={labels} />
          </Field>
          <Field id="asOf" label={t('reports.asOf')} hint={t('reports.asOfHint')} error={form.errorOf('asOf')}>
            <DateField value={asOf} onValueChange={setAsOf} max={yesterday} locale={locale} labels={labels} />
          </Field>
        </FieldRow>
        <Cluster>
          <Button
            variant="primary"
            disabled={!readable}
            loading={form.busy}
            onClick={() => void form.submit((clientKey) => ({ input: { clientKey, ...chosen } }))}
          >
            {t('reports.prepare')}
          </Button>
        </Cluster>
      </div>
      {readable && <AsyncScreen query={preview}>{({ reportPreview }) => <ReportFactsView facts={reportPreview} />}</AsyncScreen>}
    </>
  );
}
