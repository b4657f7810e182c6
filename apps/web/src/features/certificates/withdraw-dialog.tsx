import { ConfirmDialog, toast } from '@lienket/ui';
import type { PaperFragment } from '../../gql/graphql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { papers } from '../../shared/messages/vi/papers';
import { CertificateWithdrawDocument } from './certificate-operations';

/** Declared by mistake: it leaves the lists. */
export function WithdrawDialog({ paper, onClose, onDone }: { paper: PaperFragment; onClose: () => void; onDone: () => void }) {
  const t = useText(papers);
  const name = useCertificateName()(paper);
  const form = useMutationForm(CertificateWithdrawDocument, {
    form: `certificate-withdraw-${paper.id}`,
    pick: (data) => data.certificateWithdraw,
    stale: ['myCertificates', 'workItems', 'certificatesToVerify'],
    onDone: () => {
      toast.success(t('papers.withdrawn', { name }));
      onClose();
      onDone();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('papers.withdrawTitle', { name })}
      confirmLabel={t('papers.withdraw')}
      cancelLabel={t('action.cancel')}
      loading={form.busy}
      onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: paper.id } }))}
    >
      <FormErrors form={form} />
      <p>{t('papers.withdrawWhat')}</p>
    </ConfirmDialog>
  );
}
