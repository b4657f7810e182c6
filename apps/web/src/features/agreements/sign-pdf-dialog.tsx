import { Notice, toast } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { FileField, type ChosenFile } from '../../shared/files/file-field';
import type { MouDialogProps } from './mou-dialogs';
import { AFTER_MOU } from './mou-mutations';

const SignPdfDocument = graphql(`
  mutation MouSignPdf($input: SignWithPdfInput!) {
    mouSignPdf(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

/** The round's paper, signed with one's own device and given back. */
export function SignPdfDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const l = useText(signing);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const form = useMutationForm(SignPdfDocument, {
    form: `mou-sign-pdf-${mou.id}`,
    pick: (data) => data.mouSignPdf,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.signed'));
      onClose();
    },
  });
  const paper = mou.signingRounds[0]?.paperUrl;
  const send = () => {
    if (!form.check({ fileId: file ? null : l('pdf.missing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: mou.id, version: mou.version, fileId: file!.id } }));
  };
  return (
    <ActionDialog
      form={form}
      title={l('pdf.title')}
      confirmLabel={l('pdf.send')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{l('pdf.steps')}</p>
      {paper && (
        <p>
          <a href={paper} download>
            {l('pdf.download')}
          </a>
        </p>
      )}
      <FileField
        id="fileId"
        label={l('pdf.file')}
        chooseLabel={l('pdf.choose')}
        dropLabel={l('pdf.drop')}
        accept="application/pdf"
        required
        value={file}
        error={form.errorOf('fileId')}
        onChange={setFile}
      />
      <Notice>{l('pdf.notVouched')}</Notice>
    </ActionDialog>
  );
}
