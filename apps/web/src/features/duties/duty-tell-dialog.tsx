import { DateField, Field, FieldRow, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { DutyWordStep, OwnDutyPartsFragment } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { DutyTellDocument } from './duties.operations';
import { type ChosenFile, FileField } from '../../shared/files/file-field';

interface Props {
  duty: OwnDutyPartsFragment;
  step: DutyWordStep;
  onClose: () => void;
}

/** What the reader's body did of a duty, when, and by which paper or file. */
export function DutyTellDialog({ duty, step, onClose }: Props) {
  const t = useText(duties);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [values, setValues] = useState({
    text: '',
    happenedOn: f.today(),
    docNo: '',
    docDate: '',
    file: null as ChosenFile | null,
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(DutyTellDocument, {
    form: `duty-tell-${step}-${duty.id}-${duty.words.length}`,
    pick: (data) => data.dutyTell,
    stale: ['workItems'],
    onDone: () => {
      toast.success(t('ownDuty.told'));
      onClose();
    },
  });
  const send = () => {
    const missing = {
      text: values.text.trim() ? null : t('form.required'),
      happenedOn: values.happenedOn ? null : t('form.required'),
    };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        dutyId: duty.id,
        step,
        text: values.text,
        happenedOn: values.happenedOn,
        docNo: values.docNo || null,
        docDate: values.docDate || null,
        fileId: values.file?.id ?? null,
      },
    }));
  };
  const optional = { optionalText: t('state.optional') };
  return (
    <CaseDialog title={t(`dutyTell.${step}`)} form={form} submit={t('ownDuty.send')} onSend={send} onClose={onClose}>
      <Field id="text" label={t('ownDuty.text')} error={form.errorOf('text')} required>
        <TextArea rows={3} maxLength={2000} value={values.text} onChange={(event) => set({ text: event.target.value })} />
      </Field>
      <Field id="happenedOn" label={t('noticeDuty.form.happenedOn')} error={form.errorOf('happenedOn')} required>
        <DateField
          value={values.happenedOn}
          onValueChange={(happenedOn) => set({ happenedOn })}
          max={f.today()}
          locale={locale}
          labels={labels}
        />
      </Field>
      <FieldRow>
        <Field id="docNo" label={t('noticeDuty.form.docNo')} error={form.errorOf('docNo')} {...optional}>
          <TextInput maxLength={100} value={values.docNo} onChange={(event) => set({ docNo: event.target.value })} />
        </Field>
        <Field id="docDate" label={t('noticeDuty.form.docDate')} error={form.errorOf('docDate')} {...optional}>
          <DateField value={values.docDate} onValueChange={(docDate) => set({ docDate })} locale={locale} labels={labels} />
        </Field>
      </FieldRow>
      <FileField
        id="fileId"
        chooseLabel={t('noticeDuty.form.addFile')}
        accept="application/pdf,image/*"
        label={t('noticeDuty.form.file')}
        hint={step === 'complete' ? t('noticeDuty.form.evidence') : undefined}
        error={form.errorOf('fileId')}
        value={values.file}
        onChange={(file) => set({ file })}
      />
    </CaseDialog>
  );
}
