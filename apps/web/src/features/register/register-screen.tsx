import { useQuery } from '@apollo/client/react';
import { LinkButton, Notice, PageHeader, Stepper } from '@lienket/ui';
import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import type { RegisterPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { RegisterActions } from './register-actions';
import { RegisterBatchDocument } from './register-operations';
import { RegisterMatches } from './register-matches';
import { RegisterProblems } from './register-problems';
import { RegisterSheets } from './register-sheets';
import { isMoving, registerSteps, stepStates } from './register-status';
import s from './register.module.css';

const ASK_EVERY_MS = 700;

/** One register from the upload to the day after: the screen follows its state. */
export default function RegisterScreen() {
  const t = useText(register);
  const { id = '' } = useParams();
  const query = useQuery(RegisterBatchDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { data, startPolling, stopPolling } = query;
  const moving = data?.registerBatch ? isMoving(data.registerBatch.status) : false;
  useEffect(() => {
    if (moving) startPolling(ASK_EVERY_MS);
    return stopPolling;
  }, [moving, startPolling, stopPolling]);
  return (
    <AsyncScreen query={query} missing={(found) => !found.registerBatch}>
      {({ registerBatch }) => <RegisterPage batch={registerBatch!} t={t} />}
    </AsyncScreen>
  );
}

function RegisterPage({ batch, t }: { batch: RegisterPartsFragment; t: ReturnType<typeof useText<keyof typeof register>> }) {
  const states = stepStates(batch.status);
  const isKept = batch.status !== 'REJECTED';
  return (
    <>
      <PageTitle>{batch.fileName}</PageTitle>
      <PageHeader
        title={batch.fileName}
        back={{ href: '/registers', label: t('registers.title') }}
        meta={`${batch.event.title} · ${t(`registers.status.${batch.status}`)}`}
        actions={
          isKept && (
            <LinkButton icon={<Download />} href={`/register-files/${batch.id}/file.xlsx`}>
              {t('registers.download')}
            </LinkButton>
          )
        }
      />
      <Stepper
        label={t('registers.steps')}
        steps={registerSteps.map((key, index) => ({ key, label: t(`registers.step.${key}`), state: states[index]! }))}
        stateLabels={{
          done: t('registers.state.done'),
          current: t('registers.state.current'),
          ahead: t('registers.state.ahead'),
          error: t('registers.state.error'),
        }}
      />
      <div className={s.body}>
        <Standing batch={batch} />
        {batch.status === 'VALIDATED' && <RegisterMatches key={batch.id} batch={batch} />}
        {batch.sheets.some(({ total }) => total > 0) && (
          <>
            <RegisterSheets sheets={batch.sheets} />
            <RegisterProblems batch={batch} />
            <RegisterActions key={`${batch.id} ${batch.version}`} batch={batch} />
          </>
        )}
      </div>
    </>
  );
}

/** What has happened and what is waited for, in a sentence. */
function Standing({ batch }: { batch: RegisterPartsFragment }) {
  const t = useText(register);
  const f = useFormats();
  const at = (when: string | null | undefined) => (when ? f.dateTime(when) : '');
  switch (batch.status) {
    case 'UPLOADED':
      return <p aria-live="polite">{t('registers.reading')}</p>;
    case 'REJECTED':
      return (
        <Notice tone="danger" title={t('registers.status.REJECTED')}>
          {batch.refusal}
        </Notice>
      );
    case 'VALIDATED':
      return (
        <>
          {batch.refusal && <Notice tone="warning">{batch.refusal}</Notice>}
          {batch.returnReason && (
            <Notice tone="warning" title={t('registers.returned')}>
              {batch.returnReason}
            </Notice>
          )}
          <p>{t('registers.nothingYet')}</p>
        </>
      );
    case 'SUBMITTED':
      return (
        <Notice tone="info">{t('registers.waits', { by: batch.submittedByName ?? '', when: at(batch.submittedAt) })}</Notice>
      );
    case 'APPROVED':
      return <p aria-live="polite">{t('registers.committing', { by: batch.approvedByName ?? '' })}</p>;
    case 'COMMITTED':
      return (
        <Notice tone="success" live title={t('registers.committed')}>
          {t('registers.committedBy', {
            by: batch.approvedByName ?? '',
            when: at(batch.committedAt),
            until: at(batch.revertUntil),
          })}
        </Notice>
      );
    case 'REVERTED':
      return (
        <Notice tone="info" live>
          {t('registers.reverted', { when: at(batch.revertedAt) })}
        </Notice>
      );
    case 'WITHDRAWN':
      return <Notice tone="info">{t('registers.withdrawn')}</Notice>;
  }
}
