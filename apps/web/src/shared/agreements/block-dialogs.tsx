import { Field, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import { ReasonField } from '../forms/reason-field';
import { useMutationForm } from '../forms/use-mutation-form';
import { useText } from '../i18n/use-text';
import { blocked } from '../messages/vi/blocked';
import { AFTER_BLOCK, PetitionBlockDocument, PetitionUnblockDocument } from './blocked.operations';
import { CaseDialog } from './case-dialog';
import { type OpenPetition, OpenPetitionField } from './open-petition-field';

interface LinkProps {
  mouId: string;
  onClose: () => void;
}

/** An agreement that moves, yet waits for a petition: no alert is needed to say so. */
export function BlockDialog({ mouId, onClose }: LinkProps) {
  const t = useText(blocked);
  const [petition, setPetition] = useState<OpenPetition | null>(null);
  const [note, setNote] = useState('');
  const form = useMutationForm(PetitionBlockDocument, {
    form: `petition-block-${mouId}`,
    pick: (data) => data.petitionBlock,
    stale: AFTER_BLOCK,
    onDone: () => {
      toast.success(t('blocked.saved'));
      onClose();
    },
  });
  const send = () => {
    if (!petition) return void form.check({ petitionId: t('form.required') });
    void form.submit((clientKey) => ({
      input: { clientKey, id: petition.value, version: petition.version, mouId, note: note || null },
    }));
  };
  return (
    <CaseDialog title={t('blocked.link')} form={form} submit={t('blocked.save')} onSend={send} onClose={onClose}>
      <OpenPetitionField value={petition} error={form.errorOf('petitionId')} onChange={setPetition} />
      <Field id="note" label={t('blocked.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </CaseDialog>
  );
}

interface UnlinkProps extends LinkProps {
  petition: { id: string; number: string; version: number };
}

/** The waiting ends by a person's word, with the reason: a receipt may have come while something still blocks. */
export function UnblockDialog({ mouId, petition, onClose }: UnlinkProps) {
  const t = useText(blocked);
  const [reason, setReason] = useState('');
  const form = useMutationForm(PetitionUnblockDocument, {
    form: `petition-unblock-${petition.id}-${mouId}`,
    pick: (data) => data.petitionUnblock,
    stale: AFTER_BLOCK,
    onDone: () => {
      toast.success(t('blocked.saved'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: petition.id, version: petition.version, mouId, reason } }));
  };
  return (
    <CaseDialog
      title={t('blocked.unlinkTitle', { number: petition.number })}
      form={form}
      submit={t('blocked.unlink')}
      onSend={send}
      onClose={onClose}
    >
      <ReasonField
        id="reason"
        label={t('blocked.reason')}
        choices={[t('blocked.reason.answered'), t('blocked.reason.moved'), t('blocked.reason.mistake')]}
        value={reason}
        onValueChange={setReason}
        error={form.errorOf('reason')}
      />
    </CaseDialog>
  );
}
