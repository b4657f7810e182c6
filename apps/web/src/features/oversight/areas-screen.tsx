import { useQuery } from '@apollo/client/react';
import { DateField, EmptyState, Field, FieldRow, PageHeader, Select, Stack, Table } from '@lienket/ui';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import s from './review.module.css';

const AreasDocument = graphql(`
  query AreaReport($by: AreaGrouping!, $on: LocalDate!) {
    areaReport(by: $by, on: $on) {
      code
      name
      organizations
      products
    }
  }
`);

const GROUPINGS = ['DISTRICT', 'COMMUNE'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Organizations and products by the districts that people remember or the communes of today. */
export default function AreasScreen() {
  const t = useText(organizations);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [params, setParams] = useSearchParams();
  const by = params.get('by') === 'COMMUNE' ? 'COMMUNE' : 'DISTRICT';
  const asked = params.get('on') ?? '';
  const on = day.test(asked) ? asked : f.today();
  const query = useQuery(AreasDocument, { variables: { by, on } });
  const put = (key: string, value: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageTitle>{t('areas.title')}</PageTitle>
      <PageHeader
        title={t('areas.title')}
        meta={t('areas.lead')}
        back={{ href: '/organizations', label: t('orgs.title') }}
        actions={<ExportButton list="areas" filter={{ by, on }} />}
      />
      <FieldRow>
        <Field id="by" label={t('areas.by')}>
          <Select
            value={by}
            options={GROUPINGS.map((grouping) => ({ value: grouping, label: t(`areas.${grouping}`) }))}
            onChange={(event) => put('by', event.target.value)}
          />
        </Field>
        <Field id="on" label={t('areas.on')}>
          <DateField
            value={on}
            onValueChange={(value) => value && put('on', value)}
            max={f.today()}
            locale={locale}
            labels={labels}
          />
        </Field>
      </FieldRow>
      <AsyncScreen query={query} empty={(data) => (data.areaReport.length === 0 ? <EmptyState title={t('areas.none')} /> : null)}>
        {({ areaReport }) => {
          const total = (key: 'organizations' | 'products') => f.count(areaReport.reduce((sum, row) => sum + row[key], 0));
          return (
            <Stack gap="small">
              <Table
                caption={t('areas.title')}
                captionHidden
                rows={areaReport}
                rowKey={(row) => row.code ?? ''}
                columns={[
                  {
                    key: 'unit',
                    header: t('areas.unit'),
                    primary: true,
                    cell: (row) => row.name ?? t('areas.unknown'),
                    footer: t('areas.total'),
                  },
                  {
                    key: 'organizations',
                    header: t('areas.organizations'),
                    numeric: true,
                    cell: (row) => f.count(row.organizations),
                    footer: total('organizations'),
                  },
                  {
                    key: 'products',
                    header: t('areas.products'),
                    numeric: true,
                    cell: (row) => f.count(row.products),
                    footer: total('products'),
                  },
                ]}
              />
              <p className={s.soft}>{t('areas.note')}</p>
            </Stack>
          );
        }}
      </AsyncScreen>
    </>
  );
}
