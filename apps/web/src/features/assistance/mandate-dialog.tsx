import { MANDATE_SCOPES } from '@lienket/domain';
import { Checkbox, DateField, Field, FieldError, FieldRow, RadioGroup, Stack, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MandateRecordWay, MandateScope, OrganizationPartsFragment } from '../../gql/graphql';
import { CaseDialog } from '../../shared/agreements/case-dialog';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { ASSISTANCE_LISTS, MandateGiveDocument, MandateRecordDocument } from './assistance.operations';
import s from './assistance.module.css';

const START = {
  scopes: ['ORDERS'] as MandateScope[],
  reason: '',
  startsOn: '',
  endsOn: '',
  org: null as OrganizationPartsFragment | null,
  way: 'PHONE' as MandateRecordWay,
  givenBy: '',
  file: null as ChosenFile | null,
};

/** A director gives a mandate; an officer (`recording`) writes down one that was given by telephone or on paper. */
export function MandateDialog({ recording, onClose }: { recording: boolean; onClose: () => void }) {
  const t = useText(assistance);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const [values, setValues] = useState({ ...START, startsOn: f.today(), endsOn: f.daysFromToday(13) });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const done = {
    stale: ASSISTANCE_LISTS,
    onDone: () => {
      toast.success(t('mandate.saved'));
      onClose();
    },
  };
  const give = useMutationForm(MandateGiveDocument, { form: 'mandate-give', pick: (data) => data.mandateGive, ...done });
  const record = useMutationForm(MandateRecordDocument, {
    form: 'mandate-record',
    pick: (data) => data.mandateRecord,
    ...done,
  });
  const form = recording ? record : give;
  const send = () => {
    const missing = {
      reason: values.reason.trim() ? null : t('form.required'),
      startsOn: values.startsOn ? null : t('form.required'),
      endsOn: values.endsOn ? null : t('form.required'),
      ...(recording && {
        orgId: values.org ? null : t('form.required'),
        givenBy: values.givenBy.trim() ? null : t('form.required'),
      }),
    };
    if (!form.check(missing)) return;
    const { scopes, reason, startsOn, endsOn, way, givenBy, org, file } = values;
    const terms = { scopes, reason, startsOn, endsOn };
    if (!recording) void give.submit((clientKey) => ({ input: { clientKey, ...terms } }));
    else
      void record.submit((clientKey) => ({
        input: { clientKey, ...terms, orgId: org!.id, way, givenBy, evidenceFileId: file?.id ?? null },
      }));
  };
  return (
    <CaseDialog
      title={t(recording ? 'mandate.recordTitle' : 'mandate.giveTitle')}
      form={form}
      submit={t(recording ? 'assistance.record' : 'assistance.give')}
      onSend={send}
      onClose={onClose}
    >
      {recording && <RecordedFields values={values} set={set} errorOf={form.errorOf} />}
      <fieldset id="scopes" tabIndex={-1} className={s.scopes} aria-describedby={form.errorOf('scopes') && 'scopes-error'}>
        <legend>{t('assistance.scopes')}</legend>
        <Stack>
          {MANDATE_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              label={t(`scope.${scope}`)}
              hint={t(`scope.${scope}.detail`)}
              checked={values.scopes.includes(scope)}
              onChange={(event) =>
                set({
                  scopes: event.target.checked ? [...values.scopes, scope] : values.scopes.filter((chosen) => chosen !== scope),
                })
              }
            />
          ))}
        </Stack>
        {form.errorOf('scopes') && <FieldError id="scopes-error">{form.errorOf('scopes')}</FieldError>}
        <p className={s.never}>{t('scope.never')}</p>
      </fieldset>
      <Field id="reason" label={t('mandate.reason')} hint={t('mandate.reasonHint')} error={form.errorOf('reason')} required>
        <TextArea rows={2} maxLength={500} value={values.reason} onChange={(event) => set({ reason: event.target.value })} />
      </Field>
      <FieldRow>
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <Field key={field} id={field} label={t(`mandate.${field}`)} error={form.errorOf(field)} required>
            <DateField
              value={values[field]}
              onValueChange={(day) => set({ [field]: day })}
              min={f.today()}
              locale={locale}
              labels={labels}
            />
          </Field>
        ))}
      </FieldRow>
    </CaseDialog>
  );
}

interface RecordedProps {
  values: Pick<typeof START, 'org' | 'way' | 'givenBy' | 'file'>;
  set: (patch: Partial<typeof START>) => void;
  errorOf: (field: string) => string | undefined;
}

/** Who gave it, how, and what proves it. */
function RecordedFields({ values, set, errorOf }: RecordedProps) {
  const t = useText(assistance);
  return (
    <>
      <p className={s.never}>{t('mandate.recordLead')}</p>
      <Field id="orgId" label={t('mandate.org')} error={errorOf('orgId')} required>
        <OrganizationCombobox value={values.org} onChange={(org) => set({ org })} />
      </Field>
      <RadioGroup
        id="way"
        legend={t('mandate.way')}
        value={values.way}
        onValueChange={(way) => set({ way: way as MandateRecordWay })}
        options={(['PHONE', 'PAPER'] as const).map((value) => ({ value, label: t(`mandate.way.${value}`) }))}
      />
      <Field id="givenBy" label={t('mandate.givenBy')} error={errorOf('givenBy')} required>
        <TextInput maxLength={200} value={values.givenBy} onChange={(event) => set({ givenBy: event.target.value })} />
      </Field>
      <FileField
        id="evidenceFileId"
        label={t('mandate.evidence')}
        chooseLabel={t('mandate.addFile')}
        accept="application/pdf,image/*"
        required
        value={values.file}
        error={errorOf('evidenceFileId')}
        onChange={(file) => set({ file })}
      />
    </>
  );
}
