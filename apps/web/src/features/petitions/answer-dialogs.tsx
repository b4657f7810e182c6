import { DateField, Field, FieldRow, TextArea, TextInput } from '@lienket/ui';
import { useState } from 'react';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { PetitionDialog } from './petition-dialog';
import type { PetitionDialogProps } from './petition-dialogs';
import { PetitionDraftDocument, PetitionIssueDocument, PetitionReportAnswerDocument } from './petitions.operations';
import { usePetitionForm } from './use-petition-form';

export function ReportAnswerDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const [summary, setSummary] = useState('');
  const form = usePetitionForm(PetitionReportAnswerDocument, 'petition-report', (data) => data.petitionAnswerInReport, props);
  const send = () => {
    if (!form.check({ content: summary.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: petition.id, version: petition.version, summary } }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionAnswerInReport" onConfirm={send}>
      <Field id="content" label={t('petitionAct.summary')} error={form.errorOf('content')} required>
        <TextArea rows={4} maxLength={4000} value={summary} onChange={(event) => setSummary(event.target.value)} />
      </Field>
    </PetitionDialog>
  );
}

export function DraftDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const [text, setText] = useState(petition.draft ?? '');
  const form = usePetitionForm(PetitionDraftDocument, 'petition-draft', (data) => data.petitionDraft, props);
  const send = () => {
    if (!form.check({ content: text.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: petition.id, version: petition.version, text } }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionDraft" onConfirm={send}>
      <Field id="content" label={t('petitionAct.text')} hint={t('petition.draftNote')} error={form.errorOf('content')} required>
        <TextArea rows={8} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </PetitionDialog>
  );
}

/** Number, date and file: without one of them the answer is not official. */
export function IssueDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [values, setValues] = useState({
    docNo: petition.registeredDocNo ?? '',
    docDate: petition.registeredDocDate ?? '',
    summary: '',
    file: null as ChosenFile | null,
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = usePetitionForm(PetitionIssueDocument, 'petition-issue', (data) => data.petitionIssue, props);
  const send = () =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: petition.id,
        version: petition.version,
        docNo: values.docNo || null,
        docDate: values.docDate || null,
        fileId: values.file?.id ?? null,
        summary: values.summary || null,
      },
    }));
  return (
    <PetitionDialog {...props} form={form} act="petitionIssue" onConfirm={send}>
      <FieldRow>
        <Field id="docNo" label={t('petitionAct.docNo')} error={form.errorOf('docNo')} required>
          <TextInput maxLength={100} value={values.docNo} onChange={(event) => set({ docNo: event.target.value })} />
        </Field>
        <Field id="docDate" label={t('petitionAct.docDate')} error={form.errorOf('docDate')} required>
          <DateField value={values.docDate} onValueChange={(docDate) => set({ docDate })} locale={locale} labels={labels} />
        </Field>
      </FieldRow>
      <FileField
        id="fileId"
        label={t('petitionAct.file')}
        chooseLabel={t('petitionAct.addFile')}
        accept="application/pdf,image/*"
        required
        value={values.file}
        error={form.errorOf('fileId')}
        onChange={(file) => set({ file })}
      />
      <Field id="content" label={t('petitionAct.summary')} optionalText={t('state.optional')} error={form.errorOf('content')}>
        <TextArea maxLength={4000} value={values.summary} onChange={(event) => set({ summary: event.target.value })} />
      </Field>
    </PetitionDialog>
  );
}
