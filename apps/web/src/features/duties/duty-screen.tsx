import { useQuery } from '@apollo/client/react';
import { Button, Cluster, DescriptionList, Link, PageHeader, Section, Stack, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { DutyPartsFragment, DutyStep } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { DutyDocument } from './duties.operations';
import { DutyRecordDialog } from './duty-record-dialog';
import { dutyTone } from './duty-tone';
import { DutyWordsWaiting } from './duty-words-waiting';
import s from './duties.module.css';

export default function DutyScreen() {
  const { id = '' } = useParams();
  const query = useQuery(DutyDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.duty}>
      {({ duty }) => <DutyPage duty={duty!} />}
    </AsyncScreen>
  );
}

function DutyPage({ duty }: { duty: DutyPartsFragment }) {
  const t = useText(duties);
  const f = useFormats();
  const [step, setStep] = useState<DutyStep | null>(null);
  useDemoMark(duty.isDemo);
  return (
    <>
      <PageTitle>{duty.title}</PageTitle>
      <PageHeader
        title={duty.title}
        back={{ href: '/duties', label: t('noticeDuty.title') }}
        meta={
          <Cluster>
            <StatusMark tone={dutyTone[duty.state]}>{t(`dutyState.${duty.state}`)}</StatusMark>
            {duty.dayHasCome && <StatusMark tone="warning">{t('noticeDuty.dayHasCome')}</StatusMark>}
            <span>{t('noticeDuty.section', { section: duty.section })}</span>
          </Cluster>
        }
      />
      <Section title={t('noticeDuty.quote')} meta={duty.eventTitle}>
        <blockquote className={s.quote}>{duty.quote}</blockquote>
      </Section>
      <Section
        title={t('noticeDuty.facts')}
        actions={
          <Cluster>
            {duty.availableActions
              .filter(({ allowed }) => allowed)
              .map(({ action }, index) => (
                <Button
                  key={action}
                  // Where a body's word waits, confirming it is the one next act.
                  variant={index === 0 && duty.words.length === 0 ? 'primary' : 'secondary'}
                  onClick={() => setStep(action as DutyStep)}
                >
                  {t(`dutyStep.${action as DutyStep}`)}
                </Button>
              ))}
          </Cluster>
        }
      >
        <DescriptionList
          columns={2}
          items={[
            {
              term: t('noticeDuty.col.actor'),
              detail: duty.actorToday
                ? `${duty.actorName} (${t('noticeDuty.today', { name: duty.actorToday })})`
                : duty.actorName,
            },
            {
              term: t('noticeDuty.whose'),
              detail: duty.nextMove
                ? t('noticeDuty.nextOn', { move: duty.nextMove, day: f.date(duty.nextOn) })
                : t(`dutyMover.${duty.mover}`),
            },
            ...(duty.before ? [{ term: t('noticeDuty.deadline'), detail: f.date(duty.before) }] : []),
            { term: t('noticeDuty.version'), detail: f.count(duty.recordCount) },
          ]}
        />
        {duty.continuing && <p className={s.under}>{t('noticeDuty.continuing')}</p>}
      </Section>
      <DutyWordsWaiting duty={duty} />
      <Section title={t('noticeDuty.diary')}>
        {duty.records.length === 0 ? <p>{t('noticeDuty.noDiary')}</p> : <Diary duty={duty} />}
      </Section>
      {step && <DutyRecordDialog key={`${step}-${duty.version}`} duty={duty} step={step} onClose={() => setStep(null)} />}
    </>
  );
}

function Diary({ duty }: { duty: DutyPartsFragment }) {
  const t = useText(duties);
  const f = useFormats();
  return (
    <ul className={s.list}>
      {duty.records.map((record) => (
        <li key={record.id} className={s.item}>
          <Stack gap="small">
            <strong>
              {f.date(record.happenedOn)} · {t(`dutyStep.${record.step}`)}
              {record.organization && ` · ${record.organization}`}
            </strong>
            <p className={s.text}>{record.text}</p>
            {record.docNo && <span>{t('noticeDuty.doc', { number: record.docNo, day: f.date(record.docDate) })}</span>}
            {record.file && <Link href={`/files/${record.file.id}`}>{record.file.name}</Link>}
            <span className={s.under}>{t('noticeDuty.by', { name: record.by, when: f.dateTime(record.at) })}</span>
          </Stack>
        </li>
      ))}
    </ul>
  );
}
