import { PaceChart, Section, Stack, Table } from '@lienket/ui';
import type { ReactNode } from 'react';
import type { PublicResultsQuery, ReportFactsPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { reports } from '../../shared/messages/vi/reports';
import s from './report.module.css';

type Result = PublicResultsQuery['publicResults'][number];
type Apart = Pick<ReportFactsPartsFragment['groups'][number], 'acceptedB' | 'acceptedC' | 'rateBpAB'>;
/** B and C are told in the report itself; the public page tells grade A beside the whole. */
export type Volume = Omit<Result['groups'][number], '__typename'> & Partial<Apart>;
export type RungCount = Omit<Result['rungs'][number], '__typename'>;

interface Bar {
  key: string;
  label: ReactNode;
  /** 0 to 1. */
  share: number;
  value: ReactNode;
}

/** Lengths to compare at a glance; the table beside them says the same in numbers, so readers of screens skip the drawing. */
const Bars = ({ bars }: { bars: readonly Bar[] }) => (
  <div className={s.bars} aria-hidden="true">
    {bars.map(({ key, label, share, value }) => (
      <div key={key} className={s.bar}>
        <span>{label}</span>
        <svg className={s.track} viewBox="0 0 100 8" preserveAspectRatio="none">
          <rect className={s.rail} width="100" height="8" />
          <rect className={s.fill} width={100 * Math.min(1, Math.max(0, share))} height="8" />
        </svg>
        <span className={s.value}>{value}</span>
      </div>
    ))}
  </div>
);

/** How many agreements came how far. */
export function LadderFunnel({ rungs, minCases }: { rungs: readonly RungCount[]; minCases: number }) {
  const t = useText({ ...reports, ...agreements });
  const f = useFormats();
  return (
    <Section title={t('reports.funnel')}>
      <Bars
        bars={rungs.map(({ rung, reached, outOf }) => ({
          key: rung,
          label: t(`rung.${rung}`),
          share: outOf ? reached / outOf : 0,
          value: `${f.count(reached)}/${f.count(outOf)}`,
        }))}
      />
      <Table
        caption={t('reports.funnel')}
        captionHidden
        rows={rungs}
        rowKey={({ rung }) => rung}
        columns={[
          { key: 'rung', header: t('reports.col.rung'), primary: true, cell: ({ rung }) => t(`rung.${rung}`) },
          { key: 'reached', header: t('reports.col.reached'), numeric: true, cell: ({ reached }) => f.count(reached) },
          {
            key: 'reachedA',
            header: t('reports.col.gradeA'),
            numeric: true,
            cell: ({ reachedA }) => (reachedA == null ? '–' : f.count(reachedA)),
          },
          { key: 'outOf', header: t('reports.col.outOf'), numeric: true, cell: ({ outOf }) => f.count(outOf) },
          {
            key: 'rate',
            header: t('reports.col.rate'),
            numeric: true,
            cell: ({ rateBp }) => (rateBp == null ? '–' : f.percentBp(rateBp)),
          },
        ]}
      />
      <p className={s.soft}>{t('reports.fewNote', { n: f.count(minCases) })}</p>
    </Section>
  );
}

/** Accepted against promised, one row per group or area and unit. */
export function Volumes({
  title,
  header,
  rows,
  minCases,
}: {
  title: string;
  header: string;
  rows: readonly Volume[];
  minCases: number;
}) {
  const t = useText(reports);
  const f = useFormats();
  const keyOf = ({ label, unit }: Volume) => `${label ?? ''}|${unit}`;
  const number = (value: string) => f.quantity(value);
  const apart = (value: string | null | undefined) => (value == null ? '–' : number(value));
  const rate = (bp: number | null | undefined) => (bp == null ? '–' : f.percentBp(bp));
  const tellsB = rows.some(({ acceptedB }) => acceptedB !== undefined);
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className={s.soft}>{t('reports.noVolumes', { n: f.count(minCases) })}</p>
      ) : (
        <Stack gap="small">
          <Bars
            bars={rows
              .filter(({ committed }) => Number(committed) > 0)
              .map((row) => ({
                key: keyOf(row),
                label: row.label ?? t('reports.unknown'),
                // What records in the system prove; weaker proof stands in the table.
                share: Number(row.acceptedA ?? row.accepted) / Number(row.committed),
                value: `${number(row.acceptedA ?? row.accepted)}/${number(row.committed)} ${row.unit}`,
              }))}
          />
          <Table
            caption={title}
            captionHidden
            rows={rows}
            rowKey={keyOf}
            columns={[
              { key: 'label', header, primary: true, cell: ({ label }) => label ?? t('reports.unknown') },
              { key: 'unit', header: t('reports.col.unit'), cell: ({ unit }) => unit },
              { key: 'n', header: t('reports.col.agreements'), numeric: true, cell: (row) => f.count(row.agreements) },
              {
                key: 'committed',
                header: t('reports.col.committed'),
                numeric: true,
                cell: ({ committed }) => (Number(committed) > 0 ? number(committed) : t('reports.notQuantified')),
              },
              { key: 'a', header: t('reports.col.acceptedA'), numeric: true, cell: ({ acceptedA }) => apart(acceptedA) },
              ...(tellsB
                ? [
                    { key: 'b', header: t('reports.col.acceptedB'), numeric: true, cell: (row: Volume) => apart(row.acceptedB) },
                    { key: 'c', header: t('reports.col.acceptedC'), numeric: true, cell: (row: Volume) => apart(row.acceptedC) },
                  ]
                : [
                    {
                      key: 'all',
                      header: t('reports.col.acceptedAll'),
                      numeric: true,
                      cell: (row: Volume) => number(row.accepted),
                    },
                  ]),
              { key: 'rateA', header: t('reports.col.rateA'), numeric: true, cell: ({ rateBpA }) => rate(rateBpA) },
              ...(tellsB
                ? [{ key: 'rateAB', header: t('reports.col.rateAB'), numeric: true, cell: (row: Volume) => rate(row.rateBpAB) }]
                : []),
              { key: 'rate', header: t('reports.col.rateAll'), numeric: true, cell: ({ rateBp }) => rate(rateBp) },
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}

/** Planned against accepted, month by month to the cut-off, of all quantified agreements together. */
export function ReportPace({ pace, minCases }: Pick<ReportFactsPartsFragment, 'pace' | 'minCases'>) {
  const t = useText({ ...reports, ...agreements });
  const f = useFormats();
  return (
    <Section title={t('reports.pace')}>
      {pace.length === 0 ? (
        <p className={s.soft}>{t('reports.noPace', { n: f.count(minCases) })}</p>
      ) : (
        <PaceChart
          title={t('reports.pace')}
          todayIndex={undefined}
          labels={{
            planned: t('agreement.planned'),
            accepted: t('agreement.accepted'),
            today: t('reports.asOf'),
            period: t('agreement.month'),
            showTable: t('agreement.paceTable'),
          }}
          points={pace.map(({ month, plannedBp, acceptedBp, acceptedBpA }) => ({
            key: month,
            label: `${month.slice(5)}/${month.slice(2, 4)}`,
            planned: plannedBp / 100,
            accepted: acceptedBp / 100,
            plannedText: f.percentBp(plannedBp),
            acceptedText:
              acceptedBpA == null
                ? f.percentBp(acceptedBp)
                : t('reports.ofWhichA', { all: f.percentBp(acceptedBp), a: f.percentBp(acceptedBpA) }),
          }))}
        />
      )}
      <p className={s.soft}>{t('reports.paceNote')}</p>
    </Section>
  );
}
