import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MergePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import { MergeApproveDocument, MergeRefuseDocument, MergeWithdrawDocument } from './merge-operations';

export type Decision = 'approve' | 'refuse' | 'withdraw';

interface Props {
  merge: MergePartsFragment;
  decision: Decision;
  onClose: () => void;
  onDone: () => void;
}

const STALE = ['organizationMerges', 'organizationDuplicates', 'organizationFiles', 'organizationFile', 'workItems'];

/** Asks once more, with both names in front of the second person. */
export function MergeDecision({ merge, decision, onClose, onDone }: Props) {
  const t = useText(organizations);
  const [reason, setReason] = useState('');
  const form = `merge-${decision}-${merge.id}`;
  const approve = useMutationForm(MergeApproveDocument, {
    form,
    pick: (data) => data.mergeApprove,
    stale: STALE,
    onDone: (done) => {
      toast.success(t('merge.approved', { count: done.membersAdded }));
      onDone();
    },
  });
  const refuse = useMutationForm(MergeRefuseDocument, {
    form,
    pick: (data) => data.mergeRefuse,
    stale: STALE,
    onDone: () => {
      toast.success(t('merge.refused'));
      onDone();
    },
  });
  const withdraw = useMutationForm(MergeWithdrawDocument, {
    form,
    pick: (data) => data.mergeWithdraw,
    stale: STALE,
    onDone: () => {
      toast.success(t('merge.withdrawn'));
      onDone();
    },
  });
  const sent = { approve, refuse, withdraw }[decision];
  const names = { duplicate: merge.duplicate.name, survivor: merge.survivor.name };
  const send = () => {
    if (decision === 'refuse' && !refuse.check({ reason: reason.trim() ? null : t('file.reasonMissing') })) return;
    void sent.submit((clientKey) => ({
      input: { clientKey, id: merge.id, version: merge.version, reason: reason.trim() || null },
    }));
  };
  const title =
    decision === 'approve' ? t('merge.approveTitle', names) : t(decision === 'refuse' ? 'merge.refuseTitle' : 'merge.withdraw');
  return (
    <>
      <Dialog
        open={sent.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={title}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={sent.busy} onClick={send}>
              {t(`merge.${decision}`)}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={sent} />
          {decision === 'refuse' ? (
            <ReasonField
              id="reason"
              label={t('file.reason')}
              value={reason}
              onValueChange={setReason}
              error={refuse.errorOf('reason')}
              choices={[t('merge.refuseReason1'), t('merge.refuseReason2')]}
            />
          ) : (
            <p>{decision === 'approve' ? t('merge.what') : t('merge.into', names)}</p>
          )}
        </Stack>
      </Dialog>
      <ConflictDialog form={sent} onReload={onDone} />
    </>
  );
}
