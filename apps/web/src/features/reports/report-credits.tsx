import { Figure, Figures, Section, Stack, StatusMark, Table } from '@lienket/ui';
import type { ReportFactsPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { reports } from '../../shared/messages/vi/reports';
import s from './report.module.css';

type Credits = NonNullable<ReportFactsPartsFragment['credits']>;

/** Credit at the cut-off: counts, sums of enough borrowers, and every agreement with what may be told of it. */
export function ReportCredits({ credits }: { credits: Credits }) {
  const t = useText({ ...lending, ...reports });
  const f = useFormats();
  const amountOf = ({ isQuantified, amount }: Credits['rows'][number]) =>
    !isQuantified ? t('lending.notQuantified') : amount == null ? t('lending.hidden') : f.vnd(amount);
  return (
    <Section title={t('reports.credits')}>
      {credits.rows.length === 0 ? (
        <p className={s.soft}>{t('reports.noCredits')}</p>
      ) : (
        <Stack gap="small">
          <Figures>
            <Figure
              label={t('lending.total')}
              value={f.count(credits.agreements)}
              detail={t('lending.totalDetail', { quantified: credits.quantified })}
            />
            <Figure label={t('reports.withMoney')} value={f.count(credits.withMoney)} />
            <Figure
              label={t('reports.promisedMoney')}
              value={credits.amount == null ? t('reports.notTold') : t('reports.about', { value: f.vndShort(credits.amount) })}
              unknown={credits.amount == null}
              detail={t('reports.sumNote')}
            />
            <Figure
              label={t('lending.realised')}
              value={credits.rateBp == null ? t('reports.notTold') : f.percentBp(credits.rateBp)}
              unknown={credits.rateBp == null}
            />
          </Figures>
          <Table
            caption={t('reports.credits')}
            captionHidden
            rows={credits.rows}
            rowKey={({ number }) => number}
            columns={[
              { key: 'number', header: t('reports.col.number'), primary: true, cell: ({ number }) => number },
              { key: 'bank', header: t('reports.col.bank'), cell: ({ bank }) => bank },
              { key: 'borrower', header: t('reports.col.borrower'), cell: ({ borrower }) => borrower },
              { key: 'amount', header: t('reports.col.amount'), numeric: true, cell: amountOf },
              {
                key: 'paid',
                header: t('reports.col.paid'),
                cell: ({ stage, paid }) => (
                  <>
                    {t(`creditStage.${stage}`)}
                    {paid != null && stage !== 'NOTHING' && ` (${f.vnd(paid)})`}
                  </>
                ),
              },
              {
                key: 'state',
                header: t('reports.col.state'),
                cell: ({ state, since }) => (
                  <>
                    <StatusMark tone="neutral">{t(`creditStatus.${state}`)}</StatusMark> {f.date(since)}
                  </>
                ),
              },
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}
