import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { BillingNotePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { NoteAcceptDocument, NoteDeclineDocument, NoteWithdrawDocument } from './invoice.operations';
import type { NoteAnswer } from './request-documents';

interface NoteAnswerDialogProps {
  note: BillingNotePartsFragment;
  answer: NoteAnswer;
  reload: () => void;
  onClose: () => void;
}

export function NoteAnswerDialog({ note, answer, reload, onClose }: NoteAnswerDialogProps) {
  const t = useText(invoices);
  const f = useFormats();
  const [reason, setReason] = useState('');
  const common = {
    stale: ['invoices', 'paymentRequests', 'workItems', 'tradeAccounts', 'exposures'] as const,
    onDone: () => {
      toast.success(t(`note.done.${answer}`));
      reload();
      onClose();
    },
  };
  const accept = useMutationForm(NoteAcceptDocument, {
    ...common,
    form: `note-accept-${note.id}`,
    pick: (data) => data.noteAccept,
  });
  const decline = useMutationForm(NoteDeclineDocument, {
    ...common,
    form: `note-decline-${note.id}`,
    pick: (data) => data.noteDecline,
  });
  const withdraw = useMutationForm(NoteWithdrawDocument, {
    ...common,
    form: `note-withdraw-${note.id}`,
    pick: (data) => data.noteWithdraw,
  });
  const form = { noteAccept: accept, noteDecline: decline, noteWithdraw: withdraw }[answer];
  const send = () => {
    const why = reason.trim();
    if (answer === 'noteDecline' && !form.check({ reason: why ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: note.id, version: note.version, reason: why || null } }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title={t(`note.${answer}`)}
        description={t('note.answerDetail', { number: note.number, amount: f.vnd(note.total), reason: note.reason })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t(`note.${answer}`)}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {answer === 'noteDecline' && (
            <ReasonField
              id="reason"
              label={t('invoice.reason')}
              choices={[t('note.why.notAgreed'), t('note.why.wrongAmount')]}
              value={reason}
              onValueChange={setReason}
              error={form.errorOf('reason')}
            />
          )}
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}
