import { useQuery } from '@apollo/client/react';
import { Button, DateField, Field, FileDrop, Notice, PageHeader, Stack, TextArea, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useUpload } from '../../shared/files/use-upload';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { FieldChoices } from './field-choices';
import { AFTER_PETITION, AgreementTitleDocument, PetitionFileDocument } from './petitions.operations';
import s from './petitions.module.css';

export default function PetitionNewScreen() {
  const t = useText(petitions);
  const me = useMe();
  const navigate = useNavigate();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const upload = useUpload();
  const mouId = useSearchParams()[0].get('mou');
  const mou = useQuery(AgreementTitleDocument, { variables: { id: mouId ?? '' }, skip: !mouId }).data?.mou;
  const records = me.organization.kind === 'ALLIANCE';
  const [values, setValues] = useState({
    content: '',
    wantedOutcome: '',
    receivedOn: '',
    fieldCodes: [] as string[],
    petitioner: null as OrganizationPartsFragment | null,
    files: [] as { id: string; name: string }[],
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(PetitionFileDocument, {
    form: 'petition-new',
    pick: (data) => data.petitionFile,
    stale: [...AFTER_PETITION, 'mouAlerts'],
    onDone: ({ id }) => {
      toast.success(t('petitionNew.sent'));
      void navigate(`/petitions/${id}`);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const missing = {
      content: values.content.trim() ? null : t('form.required'),
      petitionerOrgId: !records || values.petitioner ? null : t('form.required'),
    };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        content: values.content,
        wantedOutcome: values.wantedOutcome || null,
        fieldCodes: values.fieldCodes,
        fileIds: values.files.map(({ id }) => id),
        petitionerOrgId: values.petitioner?.id ?? null,
        receivedOn: values.receivedOn || null,
        mouId: mou?.id ?? null,
      },
    }));
  };
  const add = async (picked: File[]) => {
    for (const file of picked) {
      const stored = await upload.send(file);
      if (stored) setValues((before) => ({ ...before, files: [...before.files, { id: stored.id, name: file.name }] }));
    }
  };
  const title = t(records ? 'petitions.record' : 'petitionNew.title');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} back={{ href: '/petitions', label: t('petition.back') }} meta={t('petitionNew.meta')} />
      <form className={s.form} noValidate onSubmit={send}>
        <Stack>
          <FormErrors form={form} />
          {mou && <Notice>{t('petitionNew.waits', { agreement: `${mou.registerNo} · ${mou.title}` })}</Notice>}
          {records && (
            <>
              <Field id="petitionerOrgId" label={t('petitionNew.petitioner')} error={form.errorOf('petitionerOrgId')} required>
                <OrganizationCombobox value={values.petitioner} onChange={(petitioner) => set({ petitioner })} />
              </Field>
              <Field
                id="receivedOn"
                label={t('petitionNew.received')}
                optionalText={t('state.optional')}
                error={form.errorOf('receivedOn')}
              >
                <DateField
                  value={values.receivedOn}
                  onValueChange={(receivedOn) => set({ receivedOn })}
                  locale={locale}
                  labels={labels}
                />
              </Field>
            </>
          )}
          <Field id="content" label={t('petitionNew.content')} error={form.errorOf('content')} required>
            <TextArea
              rows={5}
              maxLength={4000}
              value={values.content}
              onChange={(event) => set({ content: event.target.value })}
            />
          </Field>
          <Field
            id="wantedOutcome"
            label={t('petitionNew.wanted')}
            optionalText={t('state.optional')}
            error={form.errorOf('wantedOutcome')}
          >
            <TextArea
              maxLength={4000}
              value={values.wantedOutcome}
              onChange={(event) => set({ wantedOutcome: event.target.value })}
            />
          </Field>
          <FieldChoices
            value={values.fieldCodes}
            hint={t('petitionNew.fieldsHint')}
            error={form.errorOf('fieldCodes')}
            onChange={(fieldCodes) => set({ fieldCodes })}
          />
          <Field
            id="fileIds"
            label={t('petitionNew.papers')}
            optionalText={t('state.optional')}
            error={upload.error ?? form.errorOf('fileIds')}
          >
            <FileDrop
              chooseLabel={t('petitionAct.addFile')}
              removeLabel={(item) => t('petitionAct.removeFile', { name: item.name })}
              multiple
              accept="application/pdf,image/*"
              disabled={upload.sending}
              files={values.files}
              onAdd={(picked) => void add(picked)}
              onRemove={(id) => set({ files: values.files.filter((file) => file.id !== id) })}
            />
          </Field>
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t(records ? 'petitions.record' : 'petitionNew.send')}
            </Button>
          </div>
        </Stack>
      </form>
    </>
  );
}
