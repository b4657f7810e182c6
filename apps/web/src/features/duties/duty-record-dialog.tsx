import { DateField, Field, FieldRow, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { DutyPartsFragment, DutyStep, OrganizationPartsFragment } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { DutyRecordDocument } from './duties.operations';
import { type ChosenFile, FileField } from '../../shared/files/file-field';

interface Props {
  duty: DutyPartsFragment;
  step: DutyStep;
  onClose: () => void;
}

/** One entry of a duty's diary: what is known and how, its evidence, and what comes next. */
export function DutyRecordDialog({ duty, step, onClose }: Props) {
  const t = useText(duties);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [values, setValues] = useState({
    text: '',
    happenedOn: f.today(),
    org: null as OrganizationPartsFragment | null,
    docNo: '',
    docDate: '',
    file: null as ChosenFile | null,
    nextMove: duty.nextMove ?? '',
    nextOn: '',
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(DutyRecordDocument, {
    form: `duty-${step}-${duty.id}`,
    pick: (data) => data.dutyRecord,
    stale: ['duties', 'workItems'],
    onDone: () => {
      toast.success(t('noticeDuty.saved'));
      onClose();
    },
  });
  const ends = step === 'complete' || step === 'miss';
  const send = () => {
    if (!form.check({ text: values.text.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: duty.id,
        version: duty.version,
        step,
        text: values.text,
        happenedOn: values.happenedOn,
        orgId: values.org?.id ?? null,
        docNo: values.docNo || null,
        docDate: values.docDate || null,
        fileId: values.file?.id ?? null,
        nextMove: ends ? null : values.nextMove || null,
        nextOn: ends ? null : values.nextOn || null,
      },
    }));
  };
  const optional = { optionalText: t('state.optional') };
  return (
    <CaseDialog title={t(`dutyStep.${step}`)} form={form} submit={t(`dutyStep.${step}`)} onSend={send} onClose={onClose}>
      <Field id="text" label={t('noticeDuty.form.text')} error={form.errorOf('text')} required>
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
      <Field id="orgId" label={t('noticeDuty.form.org')} error={form.errorOf('orgId')} {...optional}>
        <OrganizationCombobox value={values.org} onChange={(org) => set({ org })} />
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
      {!ends && (
        <FieldRow>
          <Field id="nextMove" label={t('noticeDuty.form.nextMove')} error={form.errorOf('nextMove')} {...optional}>
            <TextInput maxLength={500} value={values.nextMove} onChange={(event) => set({ nextMove: event.target.value })} />
          </Field>
          <Field id="nextOn" label={t('noticeDuty.form.nextOn')} error={form.errorOf('nextOn')} {...optional}>
            <DateField
              value={values.nextOn}
              onValueChange={(nextOn) => set({ nextOn })}
              min={f.today()}
              locale={locale}
              labels={labels}
            />
          </Field>
        </FieldRow>
      )}
    </CaseDialog>
  );
}
