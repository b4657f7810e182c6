import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ReviewChangeFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';

const DeclineDocument = graphql(`
  mutation ProductChangeDecline($input: ProductChangeActionInput!) {
    productChangeDecline(input: $input) {
      ... on Product {
        id
        nameVi
      }
      ...RefusalParts
    }
  }
`);

interface Props {
  change: ReviewChangeFragment;
  onClose: () => void;
  onReload: () => void;
}

/** What is on show stays; the cooperative reads why. */
export function DeclineDialog({ change, onClose, onReload }: Props) {
  const t = useText(changes);
  const [reason, setReason] = useState('');
  const name = change.product.nameVi;
  const form = useMutationForm(DeclineDocument, {
    form: `product-change-decline-${change.id}`,
    pick: (data) => data.productChangeDecline,
    stale: ['productChangesToReview', 'workItems'],
    onDone: () => {
      toast.success(t('changes.declinedDone', { name }));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('changes.reasonMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: change.id, version: change.version, reason: reason.trim() } }));
  };
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t('changes.declineTitle', { name })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('changes.decline')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <p>{t('changes.declineWhat', { cooperative: change.cooperative.name })}</p>
          <ReasonField
            id="reason"
            label={t('changes.reason')}
            value={reason}
            onValueChange={setReason}
            error={form.errorOf('reason')}
            choices={[t('changes.reasonProof'), t('changes.reasonPhoto'), t('changes.reasonName')]}
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
