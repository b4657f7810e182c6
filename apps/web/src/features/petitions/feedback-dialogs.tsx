import { Field, RadioGroup, TextArea } from '@lienket/ui';
import { useState } from 'react';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { PetitionDialog } from './petition-dialog';
import type { PetitionDialogProps } from './petition-dialogs';
import { PetitionFeedbackDocument, PetitionReopenDocument } from './petitions.operations';
import { usePetitionForm } from './use-petition-form';

export function FeedbackDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const [satisfied, setSatisfied] = useState<'yes' | 'no' | ''>('');
  const [note, setNote] = useState('');
  const form = usePetitionForm(PetitionFeedbackDocument, 'petition-feedback', (data) => data.petitionFeedback, props);
  const send = () => {
    const missing = {
      satisfied: satisfied ? null : t('form.required'),
      reason: satisfied !== 'no' || note.trim() ? null : t('form.required'),
    };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: { clientKey, id: petition.id, version: petition.version, satisfied: satisfied === 'yes', note: note || null },
    }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionFeedback" onConfirm={send}>
      <RadioGroup
        id="satisfied"
        legend={t('petitionAct.opinion')}
        error={form.errorOf('satisfied')}
        value={satisfied}
        onValueChange={(value) => setSatisfied(value as 'yes' | 'no')}
        options={[
          { value: 'yes', label: t('petitionAct.yes') },
          { value: 'no', label: t('petitionAct.no') },
        ]}
      />
      {satisfied === 'no' && (
        <Field id="reason" label={t('petitionAct.note')} error={form.errorOf('reason')} required>
          <TextArea maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      )}
    </PetitionDialog>
  );
}

export function ReopenDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const [reason, setReason] = useState('');
  const form = usePetitionForm(PetitionReopenDocument, 'petition-reopen', (data) => data.petitionReopen, props);
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: petition.id, version: petition.version, reason } }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionReopen" onConfirm={send}>
      <p>{t('petition.reopenedText', { count: petition.reopened, left: petition.reopensLeft })}</p>
      <Field id="reason" label={t('petitionAct.reason')} error={form.errorOf('reason')} required>
        <TextArea maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </PetitionDialog>
  );
}
