import { useQuery } from '@apollo/client/react';
import { DateField, Field, FieldRow, NumberInput, Select, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationPartsFragment, TrainingKind } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';
import { DutyChoicesDocument, TrainingRecordDocument } from './duties.operations';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { OrganizationListField } from './organization-list-field';

/** A session that was held: what, when, by whom, for whom. */
export function TrainingDialog({ onClose }: { onClose: () => void }) {
  const t = useText(duties);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const choices = useQuery(DutyChoicesDocument).data?.duties ?? [];
  const [values, setValues] = useState({
    kind: 'TRAINING' as TrainingKind,
    topic: '',
    heldOn: f.today(),
    place: '',
    organizer: null as OrganizationPartsFragment | null,
    dutyId: '',
    attendees: [] as OrganizationPartsFragment[],
    people: '',
    file: null as ChosenFile | null,
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(TrainingRecordDocument, {
    form: 'training',
    pick: (data) => data.trainingRecord,
    stale: ['trainings'],
    onDone: () => {
      toast.success(t('noticeDuty.saved'));
      onClose();
    },
  });
  const send = () => {
    const missing = {
      topic: values.topic.trim() ? null : t('form.required'),
      attendeeOrgIds: values.attendees.length ? null : t('form.required'),
      people: /^\d{1,6}$/.test(values.people.trim()) ? null : t('form.required'),
    };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        kind: values.kind,
        topic: values.topic,
        heldOn: values.heldOn,
        place: values.place || null,
        organizerOrgId: values.organizer?.id ?? null,
        dutyId: values.dutyId || null,
        attendeeOrgIds: values.attendees.map(({ id }) => id),
        people: Number(values.people),
        fileId: values.file?.id ?? null,
      },
    }));
  };
  const optional = { optionalText: t('state.optional') };
  return (
    <CaseDialog title={t('trainings.add')} form={form} submit={t('trainings.add')} onSend={send} onClose={onClose}>
      <Field id="topic" label={t('trainings.topic')} error={form.errorOf('topic')} required>
        <TextInput maxLength={500} value={values.topic} onChange={(event) => set({ topic: event.target.value })} />
      </Field>
      <FieldRow>
        <Field id="kind" label={t('trainings.kind')}>
          <Select
            value={values.kind}
            options={(['TRAINING', 'GUIDANCE'] as const).map((value) => ({ value, label: t(`trainingKind.${value}`) }))}
            onChange={(event) => set({ kind: event.target.value as TrainingKind })}
          />
        </Field>
        <Field id="heldOn" label={t('trainings.heldOn')} error={form.errorOf('heldOn')} required>
          <DateField
            value={values.heldOn}
            onValueChange={(heldOn) => set({ heldOn })}
            max={f.today()}
            locale={locale}
            labels={labels}
          />
        </Field>
      </FieldRow>
      <Field id="place" label={t('trainings.place')} error={form.errorOf('place')} {...optional}>
        <TextInput maxLength={300} value={values.place} onChange={(event) => set({ place: event.target.value })} />
      </Field>
      <Field id="organizerOrgId" label={t('trainings.organizer')} error={form.errorOf('organizerOrgId')} {...optional}>
        <OrganizationCombobox value={values.organizer} onChange={(organizer) => set({ organizer })} />
      </Field>
      <OrganizationListField
        id="attendeeOrgIds"
        label={t('trainings.attendees')}
        error={form.errorOf('attendeeOrgIds')}
        value={values.attendees}
        onChange={(attendees) => set({ attendees })}
      />
      <Field id="people" label={t('trainings.people')} error={form.errorOf('people')} required>
        <NumberInput value={values.people} onChange={(event) => set({ people: event.target.value })} />
      </Field>
      <Field id="dutyId" label={t('trainings.duty')} {...optional}>
        <Select
          value={values.dutyId}
          options={[
            { value: '', label: t('trainings.noDuty') },
            ...choices.map(({ id, section, title }) => ({ value: id, label: `${section} · ${title}` })),
          ]}
          onChange={(event) => set({ dutyId: event.target.value })}
        />
      </Field>
      <FileField
        id="fileId"
        chooseLabel={t('noticeDuty.form.addFile')}
        accept="application/pdf,image/*"
        label={t('trainings.file')}
        error={form.errorOf('fileId')}
        value={values.file}
        onChange={(file) => set({ file })}
      />
    </CaseDialog>
  );
}
