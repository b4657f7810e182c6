import { useQuery } from '@apollo/client/react';
import { DemoMark, EmptyState, PageHeader, Table } from '@lienket/ui';
import type { EventCohortsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { events } from '../../shared/messages/vi/events';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { EventCohortsDocument } from './day-operations';
import s from './event.module.css';

type Cohort = EventCohortsQuery['eventCohorts'][number];
const words = { ...agreements, ...events };

/** Conferences side by side: how far what was signed there has come, always with the whole it is a part of. */
export default function CompareScreen() {
  const t = useText(words);
  const f = useFormats();
  const query = useQuery(EventCohortsDocument, { fetchPolicy: 'cache-and-network' });
  /** A part with its whole, the percentage on a row of its own: seven shares stand side by side. */
  const share = ({ count, of, bp }: Cohort['quantified']) =>
    of === 0 ? (
      '–'
    ) : (
      <>
        {f.count(count)}/{f.count(of)}
        {bp != null && <span className={s.below}>{f.percentBp(bp)}</span>}
      </>
    );
  return (
    <>
      <PageTitle>{t('cohorts.title')}</PageTitle>
      <PageHeader title={t('cohorts.title')} back={{ href: '/events', label: t('events.title') }} meta={t('cohorts.lead')} />
      <AsyncScreen
        query={query}
        empty={({ eventCohorts }) => eventCohorts.length === 0 && <EmptyState title={t('events.empty')} />}
      >
        {({ eventCohorts }) => (
          <Table
            caption={t('cohorts.title')}
            captionHidden
            rows={eventCohorts}
            rowKey={({ code }) => code}
            rowHref={({ code }) => `/board?event=${encodeURIComponent(code)}`}
            columns={[
              {
                key: 'event',
                header: t('cohorts.event'),
                primary: true,
                width: 220,
                cell: (cohort) => (
                  <>
                    {cohort.title} {cohort.isDemo && <DemoMark text={t('cohorts.demo')} />}
                    <span className={s.below}>{f.date(cohort.heldOn)}</span>
                  </>
                ),
              },
              { key: 'agreements', header: t('cohorts.agreements'), numeric: true, cell: (cohort) => f.count(cohort.agreements) },
              ...(['SIGNED', 'CONTRACTED', 'FIRST_CALL_OFF', 'FIRST_ACCEPTED', 'FULFILLED'] as const).map((rung) => ({
                key: rung,
                header: t(`rung.${rung}`),
                numeric: true,
                cell: (cohort: Cohort) => {
                  const { share: part, provenByA } = cohort.rungs.find((one) => one.rung === rung)!;
                  return (
                    <>
                      {share(part)}
                      {part.count > 0 && provenByA < part.count && (
                        <span className={s.below}>{t('cohorts.provenByA', { n: f.count(provenByA) })}</span>
                      )}
                    </>
                  );
                },
              })),
              { key: 'quantified', header: t('cohorts.quantified'), numeric: true, cell: (cohort) => share(cohort.quantified) },
              {
                key: 'real',
                header: t('cohorts.realisation'),
                numeric: true,
                cell: ({ realisationBp, realisationBpA, realisationBpAB }) =>
                  realisationBp == null ? (
                    t('cohorts.tooFew')
                  ) : (
                    <>
                      {t('cohorts.rateA', { rate: f.percentBp(realisationBpA ?? 0) })}
                      <span className={s.below}>{t('cohorts.rateAB', { rate: f.percentBp(realisationBpAB ?? 0) })}</span>
                      <span className={s.below}>{t('cohorts.rateAll', { rate: f.percentBp(realisationBp) })}</span>
                    </>
                  ),
              },
              {
                key: 'credits',
                header: t('cohorts.credits'),
                numeric: true,
                cell: ({ credits }) =>
                  credits == null ? (
                    '–'
                  ) : (
                    <>
                      {t('cohorts.creditPaid', { paid: f.count(credits.withMoney), of: f.count(credits.agreements) })}
                      <span className={s.below}>
                        {credits.amount == null
                          ? t('cohorts.creditQuantified', { n: f.count(credits.quantified) })
                          : t('cohorts.creditSum', { amount: f.vndShort(credits.amount) })}
                      </span>
                      {credits.rateBp != null && <span className={s.below}>{f.percentBp(credits.rateBp)}</span>}
                    </>
                  ),
              },
            ]}
          />
        )}
      </AsyncScreen>
    </>
  );
}
