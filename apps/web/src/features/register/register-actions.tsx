import { Button, Cluster, ConfirmDialog, Dialog, LinkButton, Notice, RadioGroup } from '@lienket/ui';
import { useState } from 'react';
import type { RegisterMode, RegisterPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { register } from '../../shared/messages/vi/register';
import {
  RegisterApproveDocument,
  RegisterReturnDocument,
  RegisterRevertDocument,
  RegisterSubmitDocument,
  RegisterWithdrawDocument,
} from './register-operations';

const LISTS = ['registerBatches', 'workItems', 'agreementBoard', 'boardSummary', 'event', 'events'];

/** The one next step of this person, and why another is not his. */
export function RegisterActions({ batch }: { batch: RegisterPartsFragment }) {
  const may = (action: string) => batch.availableActions.find((one) => one.action === action);
  switch (batch.status) {
    case 'VALIDATED':
      return <Submit batch={batch} blocked={may('submit')?.allowed === false ? (may('submit')!.reason ?? '') : null} />;
    case 'SUBMITTED':
      return <Decide batch={batch} blocked={may('approve')?.allowed === false ? (may('approve')!.reason ?? '') : null} />;
    case 'COMMITTED':
      return <Revert batch={batch} blocked={may('revert')?.allowed === false ? (may('revert')!.reason ?? '') : null} />;
    default:
      return null;
  }
}

interface StepProps {
  batch: RegisterPartsFragment;
  blocked: string | null;
}

const stepOf = (batch: RegisterPartsFragment, clientKey: string) => ({ clientKey, id: batch.id, version: batch.version });

function Submit({ batch, blocked }: StepProps) {
  const t = useText(register);
  const f = useFormats();
  const [mode, setMode] = useState<RegisterMode>('VALID_ONLY');
  const key = `${batch.id}-${batch.version}`;
  const submit = useMutationForm(RegisterSubmitDocument, {
    form: `register-submit-${key}`,
    pick: (data) => data.registerSubmit,
    stale: LISTS,
  });
  const withdraw = useMutationForm(RegisterWithdrawDocument, {
    form: `register-withdraw-${key}`,
    pick: (data) => data.registerWithdraw,
    stale: LISTS,
  });
  const count = (kind: 'creates' | 'updates' | 'errors') => batch.sheets.reduce((sum, sheet) => sum + sheet[kind], 0);
  return (
    <>
      <FormErrors form={submit} />
      <FormErrors form={withdraw} />
      {count('errors') > 0 && (
        <RadioGroup
          legend={t('registers.mode')}
          name="mode"
          value={mode}
          onValueChange={(next) => setMode(next as RegisterMode)}
          options={(['VALID_ONLY', 'ALL_OR_NOTHING'] as const).map((value) => ({ value, label: t(`registers.mode.${value}`) }))}
        />
      )}
      {blocked && <Notice tone="warning">{blocked}</Notice>}
      <Cluster>
        <Button
          variant="primary"
          disabled={blocked !== null}
          loading={submit.busy}
          onClick={() => void submit.submit((clientKey) => ({ input: { ...stepOf(batch, clientKey), mode } }))}
        >
          {t('registers.submit', { count: f.count(count('creates') + count('updates')) })}
        </Button>
        <Button
          loading={withdraw.busy}
          onClick={() => void withdraw.submit((clientKey) => ({ input: stepOf(batch, clientKey) }))}
        >
          {t('registers.withdraw')}
        </Button>
      </Cluster>
    </>
  );
}

function Decide({ batch, blocked }: StepProps) {
  const t = useText(register);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const key = `${batch.id}-${batch.version}`;
  const approve = useMutationForm(RegisterApproveDocument, {
    form: `register-approve-${key}`,
    pick: (data) => data.registerApprove,
    stale: LISTS,
  });
  const giveBack = useMutationForm(RegisterReturnDocument, {
    form: `register-return-${key}`,
    pick: (data) => data.registerReturn,
    stale: LISTS,
    onDone: () => setReturning(false),
  });
  if (blocked) return <Notice tone="info">{blocked}</Notice>;
  return (
    <>
      <FormErrors form={approve} />
      <Cluster>
        <Button
          variant="primary"
          loading={approve.busy}
          onClick={() => void approve.submit((clientKey) => ({ input: stepOf(batch, clientKey) }))}
        >
          {t('registers.approve')}
        </Button>
        <Button onClick={() => setReturning(true)}>{t('registers.return')}</Button>
      </Cluster>
      <Dialog
        open={returning}
        onOpenChange={setReturning}
        title={t('registers.returnAsk')}
        closeLabel={t('action.close')}
        footer={
          <Button
            variant="primary"
            loading={giveBack.busy}
            onClick={() => void giveBack.submit((clientKey) => ({ input: { ...stepOf(batch, clientKey), reason } }))}
          >
            {t('registers.return')}
          </Button>
        }
      >
        <FormErrors form={giveBack} />
        <ReasonField
          id="reason"
          label={t('registers.reason')}
          choices={[t('registers.reason.mistakes'), t('registers.reason.scan'), t('registers.reason.matches')]}
          value={reason}
          onValueChange={setReason}
          error={giveBack.errorOf('reason')}
        />
      </Dialog>
    </>
  );
}

function Revert({ batch, blocked }: StepProps) {
  const t = useText(register);
  const [asking, setAsking] = useState(false);
  const form = useMutationForm(RegisterRevertDocument, {
    form: `register-revert-${batch.id}-${batch.version}`,
    pick: (data) => data.registerRevert,
    stale: LISTS,
  });
  return (
    <>
      <FormErrors form={form} />
      <Cluster>
        <LinkButton variant="primary" href={`/board?event=${encodeURIComponent(batch.event.code)}`}>
          {t('registers.seeBoard')}
        </LinkButton>
        {blocked === null && <Button onClick={() => setAsking(true)}>{t('registers.revert')}</Button>}
      </Cluster>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('registers.revertAsk')}
        description={t('registers.revertAskDetail')}
        confirmLabel={t('registers.revertGo')}
        cancelLabel={t('registers.keep')}
        danger
        loading={form.busy}
        onConfirm={() => void form.submit((clientKey) => ({ input: stepOf(batch, clientKey) })).then(() => setAsking(false))}
      />
    </>
  );
}
