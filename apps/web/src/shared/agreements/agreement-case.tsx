import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Link, Section, StatusMark } from '@lienket/ui';
import { useState } from 'react';
import type { CaseFilePartsFragment } from '../../gql/graphql';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { cases } from '../messages/vi/cases';
import { useSession } from '../session/session';
import s from './alerts.module.css';
import { CaseEntryForm, CaseFileForm, PlanTaskEndForm, PlanTaskForm } from './case-forms';
import { CaseFileDocument } from './case.operations';

type Task = CaseFilePartsFragment['tasks'][number];
type Open = { form: 'file' | 'entry' | 'task' } | { form: 'end'; task: Task; done: boolean };

const tones = { OPEN: 'info', DONE: 'success', DROPPED: 'neutral' } as const;

/** The Alliance's own work on an agreement: who looks after it, what comes next, the plan, the calls and promises. */
export function AgreementCase({ mouId }: { mouId: string }) {
  const t = useText(cases);
  const f = useFormats();
  const { may } = useSession();
  const file = useQuery(CaseFileDocument, { variables: { mouId }, skip: !may('case.work') }).data?.caseFile;
  const [open, setOpen] = useState<Open | null>(null);
  if (!file) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Section
        id="case"
        title={t('case.title')}
        meta={t('case.private')}
        actions={
          <Cluster>
            <Button size="small" onClick={() => setOpen({ form: 'file' })}>
              {t('case.edit')}
            </Button>
            <Button size="small" onClick={() => setOpen({ form: 'entry' })}>
              {t('case.addEntry')}
            </Button>
            <Button size="small" onClick={() => setOpen({ form: 'task' })}>
              {t('case.addTask')}
            </Button>
          </Cluster>
        }
      >
        <p className={s.line}>
          {t('case.ownerIs', { name: file.owner?.name ?? t('case.noOwner') })}{' '}
          {file.nextAction && file.nextActionOn && (
            <b>{t('case.nextIs', { action: file.nextAction, date: f.date(file.nextActionOn) })}</b>
          )}
        </p>
        <h3>{t('case.plan')}</h3>
        {file.tasks.length === 0 ? (
          <p className={s.soft}>{t('case.noTasks')}</p>
        ) : (
          <ul className={s.list}>
            {file.tasks.map((task) => (
              <li key={task.id} className={s.alert}>
                <div className={s.head}>
                  <StatusMark tone={task.overdue ? 'danger' : tones[task.state]}>
                    {task.overdue ? t('case.overdue') : t(`planTask.${task.state}`)}
                  </StatusMark>
                  <b>{task.title}</b>
                  <span className={s.soft}>
                    {t('case.due', { name: task.responsibleName ?? t('case.alliance'), date: f.date(task.dueOn) })}
                  </span>
                </div>
                {task.outcome && <p className={s.line}>{task.outcome}</p>}
                {task.evidenceUrl && <Link href={task.evidenceUrl}>{t('case.seeEvidence')}</Link>}
                {task.state === 'OPEN' && (
                  <Cluster>
                    <Button size="small" onClick={() => setOpen({ form: 'end', task, done: true })}>
                      {t('case.finish')}
                    </Button>
                    <Button size="small" variant="quiet" onClick={() => setOpen({ form: 'end', task, done: false })}>
                      {t('case.drop')}
                    </Button>
                  </Cluster>
                )}
              </li>
            ))}
          </ul>
        )}
        <h3>{t('case.diary')}</h3>
        {file.entries.length === 0 ? (
          <p className={s.soft}>{t('case.noEntries')}</p>
        ) : (
          <ul className={s.list}>
            {file.entries.map((entry) => (
              <li key={entry.id} className={s.alert}>
                <div className={s.head}>
                  <b>{t(`caseEntry.${entry.kind}`)}</b>
                  <span className={s.soft}>
                    {[f.date(entry.happenedOn), entry.withName, entry.recordedBy].filter(Boolean).join(' · ')}
                  </span>
                </div>
                <p className={s.line}>
                  {entry.text}
                  {entry.promisedFor && <b> {t('case.promised', { date: f.date(entry.promisedFor) })}</b>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {open?.form === 'file' && <CaseFileForm file={file} onClose={close} />}
      {open?.form === 'entry' && <CaseEntryForm file={file} onClose={close} />}
      {open?.form === 'task' && <PlanTaskForm file={file} onClose={close} />}
      {open?.form === 'end' && <PlanTaskEndForm task={open.task} done={open.done} onClose={close} />}
    </>
  );
}
