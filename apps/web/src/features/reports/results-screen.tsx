import { useQuery } from '@apollo/client/react';
import { DemoMark, EmptyState, Figure, Figures, PageHeader, Section } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { reports } from '../../shared/messages/vi/reports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { LadderFunnel, Volumes } from './report-charts';
import { PublicResultsDocument } from './report-operations';
import s from './report.module.css';

/** What became of what was signed, for everybody: sums of issued reports, no prices, no names. */
export default function ResultsScreen() {
  const t = useText(reports);
  const f = useFormats();
  const query = useQuery(PublicResultsDocument);
  return (
    <>
      <PageTitle>{t('results.title')}</PageTitle>
      <PageHeader title={t('results.title')} meta={t('results.lead')} />
      <AsyncScreen
        query={query}
        empty={({ publicResults }) => publicResults.length === 0 && <EmptyState title={t('results.none')} />}
      >
        {({ publicResults }) =>
          publicResults.map((result) => (
            <Section key={result.id} title={result.title}>
              <p className={s.soft}>
                {t('results.source', { number: result.number, asOf: f.date(result.asOf), on: f.date(result.issuedOn) })}{' '}
                {result.isDemo && <DemoMark text={t('demo')} />}
              </p>
              <Figures>
                <Figure label={t('reports.agreements')} value={f.count(result.agreements)} />
                <Figure label={t('reports.signed')} value={f.count(result.signed)} />
                <Figure label={t('reports.quantified')} value={`${f.count(result.quantified)}/${f.count(result.agreements)}`} />
                {result.credits && result.credits.agreements > 0 && (
                  <Figure
                    label={t('reports.signedCredits')}
                    value={f.count(result.credits.agreements)}
                    detail={t('reports.withMoneyCount', { n: result.credits.withMoney })}
                  />
                )}
              </Figures>
              <LadderFunnel rungs={result.rungs} minCases={result.minCases} />
              <Volumes
                title={t('reports.byGroup')}
                header={t('reports.col.group')}
                rows={result.groups}
                minCases={result.minCases}
              />
              <Volumes
                title={t('reports.byDistrict')}
                header={t('reports.col.area')}
                rows={result.districts}
                minCases={result.minCases}
              />
            </Section>
          ))
        }
      </AsyncScreen>
    </>
  );
}
