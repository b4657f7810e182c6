import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { papers } from '../../shared/messages/vi/papers';

const ReturnDocument = graphql(`
  mutation CertificateReturn($input: CertificateActionInput!) {
    certificateReturn(input: $input) {
      ...CertificateRow
      ...RefusalParts
    }
  }
`);

const RevokeDocument = graphql(`
  mutation CertificateRevoke($input: CertificateActionInput!) {
    certificateRevoke(input: $input) {
      ...CertificateRow
      ...RefusalParts
    }
  }
`);

const AFTER = [
  'certificatesToVerify',
  'certificatesExpiring',
  'certificateExpiry',
  'workItems',
  'catalog',
  'catalogFacets',
  'product',
];

export interface JudgedPaper {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly stars?: number | null;
  readonly holderName: string;
}

interface JudgeProps {
  paper: JudgedPaper;
  act: 'return' | 'revoke';
  onClose: () => void;
  onDone: () => void;
}

/** An officer sends a paper back or takes it out of force; the holder reads the reason. */
export function JudgeCertificate({ paper, act, onClose, onDone }: JudgeProps) {
  const t = useText(papers);
  const name = useCertificateName()(paper);
  const [reason, setReason] = useState('');
  const done = (message: string) => () => {
    toast.success(message);
    onClose();
    onDone();
  };
  const returning = useMutationForm(ReturnDocument, {
    form: `certificate-return-${paper.id}`,
    pick: (data) => data.certificateReturn,
    stale: AFTER,
    onDone: done(t('papers.givenBack', { name })),
  });
  const revoking = useMutationForm(RevokeDocument, {
    form: `certificate-revoke-${paper.id}`,
    pick: (data) => data.certificateRevoke,
    stale: AFTER,
    onDone: done(t('papers.revoked', { name })),
  });
  const form = act === 'return' ? returning : revoking;
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('papers.reasonMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: paper.id, reason: reason.trim() } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(act === 'return' ? 'papers.returnTitle' : 'papers.revokeTitle', { name })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant={act === 'return' ? 'primary' : 'danger'} loading={form.busy} onClick={send}>
            {t(`papers.${act}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <p>{t(act === 'return' ? 'papers.returnWhat' : 'papers.revokeWhat', { holder: paper.holderName })}</p>
        <ReasonField
          id="reason"
          label={t(act === 'return' ? 'papers.returnReason' : 'papers.revokeReason')}
          value={reason}
          onValueChange={setReason}
          error={form.errorOf('reason')}
          choices={
            act === 'return'
              ? [t('papers.reasonBlurred'), t('papers.reasonNumber'), t('papers.reasonScan'), t('papers.reasonHolder')]
              : []
          }
        />
      </Stack>
    </Dialog>
  );
}
