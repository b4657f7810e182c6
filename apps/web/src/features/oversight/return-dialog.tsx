import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ReviewProductFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { oversight } from '../../shared/messages/vi/oversight';

const ReturnDocument = graphql(`
  mutation ProductReturn($input: ProductActionInput!) {
    productReturn(input: $input) {
      ...ReviewProduct
      ...RefusalParts
    }
  }
`);

interface Props {
  product: ReviewProductFragment;
  onClose: () => void;
  onReload: () => void;
}

/** Back to the cooperative, with what to change. */
export function ReturnDialog({ product, onClose, onReload }: Props) {
  const t = useText(oversight);
  const [reason, setReason] = useState('');
  const form = useMutationForm(ReturnDocument, {
    form: `product-return-${product.id}`,
    pick: (data) => data.productReturn,
    stale: ['productsToReview', 'workItems'],
    onDone: () => {
      toast.success(t('review.returned', { name: product.nameVi }));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('review.reasonMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: product.id, version: product.version, reason: reason.trim() } }));
  };
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t('review.returnTitle', { name: product.nameVi })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('review.return')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <p>{t('review.returnWhat', { cooperative: product.cooperative.name })}</p>
          <ReasonField
            id="reason"
            label={t('review.reason')}
            value={reason}
            onValueChange={setReason}
            error={form.errorOf('reason')}
            choices={[t('review.reasonPhoto'), t('review.reasonPack'), t('review.reasonPrice'), t('review.reasonCertificate')]}
          />
        </Stack>
      </Dialog>
      <ConflictDialog
        form={form}
        onReload={() => {
          onReload();
          onClose();
        }}
      />
    </>
  );
}
