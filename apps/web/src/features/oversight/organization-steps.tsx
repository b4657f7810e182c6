import { Button, Cluster, Dialog, DialogClose, RadioGroup, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationFilePartsFragment, VerificationMethod } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import {
  CloseOrganizationDocument,
  RestoreOrganizationDocument,
  ReturnOrganizationDocument,
  SubmitForDocument,
  SuspendOrganizationDocument,
  VerifyOrganizationDocument,
} from './organization-operations';

const STEPS = ['verify', 'submit', 'return', 'restore', 'suspend', 'close'] as const;
type Step = (typeof STEPS)[number];
const METHODS: readonly VerificationMethod[] = ['PAPERS', 'REGISTER_LOOKUP'];
const WITH_REASON: readonly Step[] = ['return', 'suspend', 'close'];
const STALE = ['organizationFiles', 'organizationFile', 'organizationPage', 'workItems', 'catalog'];

interface Props {
  file: OrganizationFilePartsFragment;
  onReload: () => void;
}

/** The steps this person may take from here, each asked once more. */
export function OrganizationSteps({ file, onReload }: Props) {
  const t = useText(organizations);
  const [asked, setAsked] = useState<Step | null>(null);
  const possible = STEPS.filter((step) => file.availableActions.some(({ action }) => action === step));
  if (possible.length === 0) return null;
  return (
    <>
      <Cluster>
        {possible.map((step, index) => (
          <Button
            key={step}
            variant={index === 0 && (step === 'verify' || step === 'restore') ? 'primary' : undefined}
            disabled={!file.availableActions.find(({ action }) => action === step)?.allowed}
            onClick={() => setAsked(step)}
          >
            {t(`file.${step}`)}
          </Button>
        ))}
      </Cluster>
      {asked && (
        <StepDialog
          file={file}
          step={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            onReload();
          }}
        />
      )}
    </>
  );
}

function StepDialog({
  file,
  step,
  onClose,
  onDone,
}: {
  file: Props['file'];
  step: Step;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText(organizations);
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState<VerificationMethod>('PAPERS');
  const { name } = file.ref;
  const common = {
    form: `organization-${step}-${file.id}`,
    stale: STALE,
    onDone: () => {
      toast.success(t('file.done', { name: t(`file.${step}`) }));
      onDone();
    },
  };
  const verify = useMutationForm(VerifyOrganizationDocument, { ...common, pick: (data) => data.organizationVerify });
  const submit = useMutationForm(SubmitForDocument, { ...common, pick: (data) => data.organizationSubmit });
  const back = useMutationForm(ReturnOrganizationDocument, { ...common, pick: (data) => data.organizationReturn });
  const suspend = useMutationForm(SuspendOrganizationDocument, { ...common, pick: (data) => data.organizationSuspend });
  const restore = useMutationForm(RestoreOrganizationDocument, { ...common, pick: (data) => data.organizationRestore });
  const close = useMutationForm(CloseOrganizationDocument, { ...common, pick: (data) => data.organizationClose });
  const form = { verify, submit, return: back, suspend, restore, close }[step];
  const withReason = WITH_REASON.includes(step);
  const send = () => {
    if (withReason && !form.check({ reason: reason.trim() ? null : t('file.reasonMissing') })) return;
    const input = (clientKey: string) => ({ clientKey, id: file.id, version: file.version });
    if (step === 'verify') void verify.submit((key) => ({ input: { ...input(key), method } }));
    else {
      const plain = { submit, return: back, suspend, restore, close }[step];
      void plain.submit((key) => ({ input: { ...input(key), reason: reason.trim() || null } }));
    }
  };
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t(`file.${step}Title`, { name })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant={step === 'suspend' || step === 'close' ? 'danger' : 'primary'} loading={form.busy} onClick={send}>
              {t(`file.${step}`)}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {step === 'verify' && (
            <>
              <p>{t('file.verifyWhat')}</p>
              <RadioGroup
                legend={t('file.verifyMethod')}
                name="method"
                value={method}
                onValueChange={(value) => setMethod(value as VerificationMethod)}
                options={METHODS.map((value) => ({ value, label: t(`file.methodLong.${value}`) }))}
              />
            </>
          )}
          {step === 'submit' && <p>{t('file.submitWhat')}</p>}
          {step === 'suspend' && <p>{t('file.suspendWhat')}</p>}
          {step === 'close' && <p>{t('file.closeWhat')}</p>}
          {withReason && (
            <ReasonField
              id="reason"
              label={t('file.reason')}
              value={reason}
              onValueChange={setReason}
              error={form.errorOf('reason')}
              choices={step === 'return' ? [t('file.reason1'), t('file.reason2'), t('file.reason3')] : []}
            />
          )}
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={onDone} />
    </>
  );
}
