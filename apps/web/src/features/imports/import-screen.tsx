import { useQuery } from '@apollo/client/react';
import { Button, Notice, PageHeader, Progress, Stepper } from '@lienket/ui';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import type { ImportPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { imports } from '../../shared/messages/vi/imports';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { CheckResult } from './check-result';
import { ImportBatchDocument, ImportCancelDocument } from './import-operations';
import { ImportOutcome } from './import-outcome';
import { importSteps, isMoving, stepStates } from './import-status';
import s from './imports.module.css';
import { MatchColumns } from './match-columns';

const ASK_EVERY_MS = 700;

/** One import from the upload to the day after: the screen follows its state. */
export default function ImportScreen() {
  const t = useText(imports);
  const { id = '' } = useParams();
  const query = useQuery(ImportBatchDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { data, startPolling, stopPolling } = query;
  const moving = data?.importBatch ? isMoving(data.importBatch.status) : false;
  useEffect(() => {
    if (moving) startPolling(ASK_EVERY_MS);
    return stopPolling;
  }, [moving, startPolling, stopPolling]);
  return (
    <AsyncScreen query={query} missing={(found) => !found.importBatch}>
      {({ importBatch }) => {
        const batch = importBatch!;
        const states = stepStates(batch.status);
        return (
          <>
            <PageTitle>{batch.fileName}</PageTitle>
            <PageHeader
              title={batch.fileName}
              back={{ href: '/imports', label: t('imports.back') }}
              meta={t(`imports.status.${batch.status}`)}
            />
            <Stepper
              label={t('imports.steps')}
              steps={importSteps.map((key, index) => ({ key, label: t(`imports.step.${key}`), state: states[index]! }))}
              stateLabels={{
                done: t('imports.state.done'),
                current: t('imports.state.current'),
                ahead: t('imports.state.ahead'),
                error: t('imports.state.error'),
              }}
            />
            <div className={s.body}>
              <Stage batch={batch} />
            </div>
          </>
        );
      }}
    </AsyncScreen>
  );
}

function Stage({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  switch (batch.status) {
    case 'MATCHING':
      return <MatchColumns key={batch.id} batch={batch} />;
    case 'CHECKED':
      return <CheckResult key={`${batch.id} ${batch.version}`} batch={batch} />;
    case 'COMMITTED':
    case 'REVERTED':
      return <ImportOutcome batch={batch} />;
    case 'REJECTED':
    case 'FAILED':
      return (
        <Notice tone="danger" title={t(`imports.status.${batch.status}`)}>
          {batch.refusal}
        </Notice>
      );
    case 'CANCELLED':
      return <Notice tone="info">{t('imports.cancelled')}</Notice>;
    default:
      return <Moving batch={batch} />;
  }
}

function Moving({ batch }: { batch: ImportPartsFragment }) {
  const t = useText(imports);
  const f = useFormats();
  const form = useMutationForm(ImportCancelDocument, {
    form: `import-cancel-${batch.id}`,
    pick: (data) => data.importCancel,
    stale: ['imports'],
  });
  const sentence = t(batch.status === 'COMMITTING' ? 'imports.committing' : 'imports.reading');
  return (
    <div className={s.moving}>
      <FormErrors form={form} />
      <p aria-live="polite">{batch.cancelAsked ? t('imports.stopping') : sentence}</p>
      <Progress
        value={batch.rowsDone}
        max={batch.rowsTotal}
        label={sentence}
        text={t('imports.progress', { done: f.count(batch.rowsDone), all: f.count(batch.rowsTotal) })}
      />
      <div>
        <Button
          disabled={batch.cancelAsked}
          loading={form.busy}
          onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: batch.id } }))}
        >
          {t('imports.cancel')}
        </Button>
      </div>
    </div>
  );
}
