import { Field, RadioGroup, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { ObligationEventKind, ObligationResult } from '../../gql/graphql';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import { ActionDialog } from '../../shared/forms/action-dialog';
import type { Duty } from './agreement-obligations';
import { FileField, type ChosenFile } from '../../shared/files/file-field';
import { AFTER_MOU } from './mou-mutations';

const ClaimDocument = graphql(`
  mutation ObligationClaim($input: ObligationActInput!) {
    obligationClaim(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);
const ConfirmDocument = graphql(`
  mutation ObligationConfirm($input: ObligationActInput!) {
    obligationConfirm(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);
const DisputeDocument = graphql(`
  mutation ObligationDispute($input: ObligationActInput!) {
    obligationDispute(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);
const AttestDocument = graphql(`
  mutation ObligationAttest($input: ObligationActInput!) {
    obligationAttest(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

const RESULTS = ['MET', 'PARTLY_MET', 'NOT_MET'] as const satisfies readonly ObligationResult[];

interface Props {
  duty: Duty;
  kind: ObligationEventKind;
  onClose: () => void;
  onReload: () => void;
}

/** One word about a duty: reported, confirmed, disputed or attested. */
export function ObligationDialog({ duty, kind, onClose, onReload }: Props) {
  const t = useText(signing);
  const [result, setResult] = useState<ObligationResult | ''>('');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const options = {
    form: `duty-${kind}-${duty.id}-${duty.events.length}`,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('duties.saved'));
      onClose();
    },
  };
  const forms = {
    CLAIM: useMutationForm(ClaimDocument, { ...options, pick: (data) => data.obligationClaim }),
    CONFIRM: useMutationForm(ConfirmDocument, { ...options, pick: (data) => data.obligationConfirm }),
    DISPUTE: useMutationForm(DisputeDocument, { ...options, pick: (data) => data.obligationDispute }),
    ATTEST: useMutationForm(AttestDocument, { ...options, pick: (data) => data.obligationAttest }),
  };
  const form = forms[kind];
  const states = kind === 'CLAIM' || kind === 'ATTEST';
  const send = () => {
    if (!form.check({ result: states && !result ? t('duties.resultMissing') : null })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, id: duty.id, result: result || null, note: note.trim() || null, fileId: file?.id ?? null },
    }));
  };
  return (
    <ActionDialog
      form={form}
      title={t(`duties.act.${kind}`)}
      confirmLabel={t(`duties.act.${kind}`)}
      danger={kind === 'DISPUTE'}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{duty.title}</p>
      {states && (
        <RadioGroup
          id="result"
          legend={t('duties.result')}
          value={result}
          error={form.errorOf('result')}
          onValueChange={(value) => setResult(value as ObligationResult)}
          options={RESULTS.map((value) => ({ value, label: t(`duties.${value}`) }))}
        />
      )}
      <Field
        id="reason"
        label={t(kind === 'DISPUTE' ? 'duties.why' : 'duties.note')}
        required={kind === 'DISPUTE'}
        optionalText={kind === 'DISPUTE' ? undefined : t('state.optional')}
        error={form.errorOf('reason')}
      >
        <TextArea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {states && (
        <FileField
          id="fileId"
          label={t('duties.file')}
          hint={t('duties.fileHint')}
          chooseLabel={t('duties.chooseFile')}
          dropLabel={t('pdf.drop')}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          value={file}
          error={form.errorOf('fileId')}
          onChange={setFile}
        />
      )}
    </ActionDialog>
  );
}
