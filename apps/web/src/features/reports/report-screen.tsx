import { useQuery } from '@apollo/client/react';
import { Button, Cluster, DemoMark, LinkButton, Notice, PageHeader, Section, StatusMark, Table } from '@lienket/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { ProgressReportQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { reports } from '../../shared/messages/vi/reports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { ReportActions } from './report-actions';
import { ReportFactsView } from './report-facts-view';
import { ProgressReportDocument } from './report-operations';
import { REPORT_TONES } from './reports-screen';
import s from './report.module.css';

type Report = NonNullable<ProgressReportQuery['progressReport']>;

/** One report: what was frozen, who issues it, and its files. */
export default function ReportScreen() {
  const { id = '' } = useParams();
  const [most, setMost] = useState(20);
  const query = useQuery(ProgressReportDocument, { variables: { id, most } });
  // A longer annex is the same report: it stays in sight while more of it comes.
  const before = query.previousData;
  const stands = !query.error && before?.progressReport?.id === id;
  const data = query.data ?? (stands ? before : undefined);
  return (
    <AsyncScreen query={{ ...query, data }} missing={({ progressReport }) => !progressReport}>
      {({ progressReport }) => progressReport && <Page report={progressReport} onMore={() => setMost(100)} />}
    </AsyncScreen>
  );
}

function Page({ report, onMore }: { report: Report; onMore: () => void }) {
  const t = useText({ ...reports, ...agreements });
  const f = useFormats();
  const nextOf = ({ ending, nextActor }: Report['annex'][number]) =>
    ending ? t(`reports.ending.${ending.outcome ?? ending.status}` as 'reports.ending.CLOSED') : t(`reports.actor.${nextActor}`);
  const title = report.number ? t('reports.numbered', { number: report.number }) : t('reports.draft');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        meta={`${report.event?.title ?? t('reports.allEvents')} · ${f.date(report.periodFrom)} – ${f.date(report.asOf)}`}
        back={{ href: '/reports', label: t('reports.title') }}
      />
      <Cluster>
        <StatusMark tone={REPORT_TONES[report.status]}>{t(`reports.status.${report.status}`)}</StatusMark>
        {report.isDemo && <DemoMark text={t('demo')} />}
        {(['pdf', 'docx', 'xlsx'] as const).map((kind) => (
          <LinkButton key={kind} icon={<Download />} href={`/reports-files/${report.id}.${kind}`}>
            {t(`reports.file.${kind}`)}
          </LinkButton>
        ))}
      </Cluster>
      <p className={s.soft}>
        {t('reports.preparedBy', { by: report.preparedByName, when: f.dateTime(report.preparedAt) })}
        {report.issuedOn && ` ${t('reports.issuedBy', { by: report.issuedByName ?? '', on: f.date(report.issuedOn) })}`}
      </p>
      {report.withdrawReason && <Notice tone="info">{t('reports.withdrawn', { reason: report.withdrawReason })}</Notice>}
      <ReportActions report={report} />
      <ReportFactsView facts={report.facts} />
      <Section title={t('reports.annex')}>
        <Table
          caption={t('reports.annex')}
          captionHidden
          rows={report.annex.flatMap((row) => row.lines.map((line) => ({ ...line, agreement: row })))}
          rowKey={({ agreement, lineNo }) => `${agreement.id}|${lineNo}`}
          rowHref={({ agreement }) => `/agreements/${agreement.id}`}
          columns={[
            {
              key: 'agreement',
              header: t('reports.col.agreement'),
              primary: true,
              cell: ({ agreement, description }) => `${agreement.registerNo}, ${description}`,
            },
            {
              key: 'parties',
              header: t('reports.col.parties'),
              cell: ({ agreement }) => agreement.parties.map(({ name }) => name).join('; '),
            },
            { key: 'rung', header: t('reports.col.rung'), cell: ({ agreement }) => t(`rung.${agreement.rung}`) },
            {
              key: 'committed',
              header: t('reports.col.committed'),
              numeric: true,
              cell: ({ committed, baseUnit }) =>
                committed == null ? t('reports.notQuantified') : `${f.quantity(committed)} ${baseUnit}`,
            },
            { key: 'ordered', header: t('reports.col.ordered'), numeric: true, cell: ({ ordered }) => f.quantity(ordered) },
            { key: 'shipped', header: t('reports.col.shipped'), numeric: true, cell: ({ shipped }) => f.quantity(shipped) },
            { key: 'accepted', header: t('reports.col.accepted'), numeric: true, cell: ({ accepted }) => f.quantity(accepted) },
            { key: 'next', header: t('reports.col.next'), cell: ({ agreement }) => nextOf(agreement) },
          ]}
        />
        {report.annex.length < Math.min(100, report.facts.agreements) && <Button onClick={onMore}>{t('action.more')}</Button>}
        {report.facts.agreements > 100 && <p className={s.soft}>{t('reports.annexRest')}</p>}
      </Section>
      <p className={s.soft}>{t('reports.hash', { hash: report.sha256 })}</p>
    </>
  );
}
