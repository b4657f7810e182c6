import { BarChart, Figure, Figures, Section, Table } from '@lienket/ui';
import type { ReportFactsPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { reports } from '../../shared/messages/vi/reports';
import { LadderFunnel, ReportPace, Volumes } from './report-charts';
import { ReportCredits } from './report-credits';

/** The body of a report: figures, bars where people would rather look, and the tables. */
export function ReportFactsView({ facts }: { facts: ReportFactsPartsFragment }) {
  const t = useText({ ...reports, ...agreements });
  const f = useFormats();
  const { minCases } = facts;
  const value = (measure: string, shown: string | null | undefined, unit: string | null | undefined) =>
    shown == null
      ? t('reports.nothing')
      : measure === 'RUNG'
        ? t(`rung.${shown}` as 'rung.SIGNED')
        : measure === 'PRESENT'
          ? t('reports.present')
          : `${f.quantity(shown)} ${unit ?? ''}`;
  return (
    <>
      <Figures>
        <Figure label={t('reports.agreements')} value={f.count(facts.agreements)} />
        <Figure label={t('reports.signed')} value={f.count(facts.signed)} />
        <Figure
          label={t('reports.ended')}
          value={f.count(facts.ended)}
          {...(facts.lapsed > 0 ? { detail: t('reports.lapsed', { n: f.count(facts.lapsed) }) } : {})}
        />
        <Figure label={t('reports.quantified')} value={`${f.count(facts.quantified)}/${f.count(facts.agreements)}`} />
        <Figure label={t('reports.lines')} value={`${f.count(facts.quantifiedLines)}/${f.count(facts.lines)}`} />
      </Figures>
      <LadderFunnel rungs={facts.rungs} minCases={minCases} />
      <ReportPace pace={facts.pace} minCases={minCases} />
      <Volumes title={t('reports.byGroup')} header={t('reports.col.group')} rows={facts.groups} minCases={minCases} />
      <Volumes title={t('reports.byDistrict')} header={t('reports.col.area')} rows={facts.districts} minCases={minCases} />
      <Volumes title={t('reports.byCommune')} header={t('reports.col.area')} rows={facts.communes} minCases={minCases} />
      <Section title={t('reports.grades')}>
        <Table
          caption={t('reports.grades')}
          captionHidden
          rows={facts.grades}
          rowKey={({ unit }) => unit}
          columns={[
            { key: 'unit', header: t('reports.col.unit'), primary: true, cell: ({ unit }) => unit },
            { key: 'a', header: 'A', numeric: true, cell: ({ a }) => f.quantity(a) },
            { key: 'ab', header: 'A + B', numeric: true, cell: ({ ab }) => f.quantity(ab) },
            { key: 'abc', header: 'A + B + C', numeric: true, cell: ({ abc }) => f.quantity(abc) },
          ]}
        />
      </Section>
      {facts.credits && <ReportCredits credits={facts.credits} />}
      <Section title={t('reports.movers')}>
        <Table
          caption={t('reports.movers')}
          captionHidden
          rows={facts.movers}
          rowKey={({ actor }) => actor}
          columns={[
            { key: 'actor', header: t('reports.col.actor'), primary: true, cell: ({ actor }) => t(`reports.actor.${actor}`) },
            { key: 'count', header: t('reports.col.agreements'), numeric: true, cell: ({ count }) => f.count(count) },
          ]}
        />
      </Section>
      {facts.stallReasons && (
        <Section title={t('reports.stalls')} meta={t('reports.stallsNote')}>
          {facts.stallReasons.length === 0 ? (
            <p>{t('reports.noStalls')}</p>
          ) : (
            <BarChart
              title={t('reports.stallsBy')}
              labels={{ item: t('reports.stallReason'), value: t('reports.stallAlerts'), showTable: t('reports.showTable') }}
              bars={facts.stallReasons.map(({ name, alerts, agreements: n }) => ({
                key: name ?? '',
                label: name ?? t('reports.noReason'),
                value: alerts,
                valueText: t('reports.stallValue', { alerts, agreements: n }),
              }))}
            />
          )}
        </Section>
      )}
      {facts.blocks.length > 0 && (
        <Section title={t('reports.blocks')}>
          <Table
            caption={t('reports.blocks')}
            captionHidden
            rows={facts.blocks}
            rowKey={({ petition, agreement }) => `${petition}${agreement}`}
            columns={[
              { key: 'agreement', header: t('reports.col.agreement'), primary: true, cell: ({ agreement }) => agreement },
              { key: 'petition', header: t('reports.col.petition'), cell: ({ petition }) => petition },
              { key: 'department', header: t('reports.col.department'), cell: ({ department }) => department ?? '' },
            ]}
          />
        </Section>
      )}
      {facts.corrections.length > 0 && (
        <Section title={t('reports.corrections')}>
          <Table
            caption={t('reports.corrections')}
            captionHidden
            rows={facts.corrections}
            rowKey={({ registerNo, lineNo, measure }) => `${registerNo}|${lineNo}|${measure}`}
            columns={[
              {
                key: 'agreement',
                header: t('reports.col.agreement'),
                primary: true,
                cell: ({ registerNo, lineNo }) => (lineNo ? `${registerNo}, ${t('reports.lineNo', { no: lineNo })}` : registerNo),
              },
              { key: 'measure', header: t('reports.col.measure'), cell: ({ measure }) => t(`reports.measure.${measure}`) },
              { key: 'before', header: t('reports.col.before'), numeric: true, cell: (r) => value(r.measure, r.before, r.unit) },
              { key: 'now', header: t('reports.col.now'), numeric: true, cell: (r) => value(r.measure, r.now, r.unit) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
