import { useQuery } from '@apollo/client/react';
import { Button, DateField, Field, FieldRow, FileDrop, Notice, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { certificateKinds, useCertificateName } from '../../shared/catalog/certificate-name';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useUpload } from '../../shared/files/use-upload';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { certificates } from '../../shared/messages/vi/certificates';
import { registry } from '../../shared/messages/vi/registry';
import { CertificateDeclareDocument, OwnProductsDocument } from './organization-operations';
import s from './organization.module.css';

const both = { ...registry, ...certificates };
const empty = {
  kind: 'OCOP',
  productId: '',
  stars: '3',
  number: '',
  issuer: '',
  issuedOn: '',
  expiresOn: '',
  file: null as { id: string; name: string } | null,
};

/** Declared by the cooperative; it counts nowhere until the Alliance has seen the paper. */
export function CertificateForm({ onDeclared, onCancel }: { onDeclared: () => void; onCancel: () => void }) {
  const t = useText(both);
  const f = useFormats();
  const { locale } = useLanguage();
  const nameOf = useCertificateName();
  const labels = useDateLabels();
  const { data } = useQuery(OwnProductsDocument);
  const { send, sending, error: failed } = useUpload();
  const [values, setValues] = useState(empty);
  const set = (change: Partial<typeof empty>) => setValues((current) => ({ ...current, ...change }));
  const isOcop = values.kind === 'OCOP';
  const form = useMutationForm(CertificateDeclareDocument, {
    form: 'certificate-declare',
    pick: (answer) => answer.certificateDeclare,
    stale: ['certificatesToVerify', 'product', 'workItems'],
    onDone: () => {
      setValues(empty);
      toast.success(t('certificate.declared'));
      onDeclared();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const required = t('form.required');
    if (!form.check({ issuedOn: values.issuedOn ? null : required, productId: isOcop && !values.productId ? required : null }))
      return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        kind: values.kind,
        productId: values.productId || null,
        stars: isOcop ? Number(values.stars) : null,
        number: values.number.trim() || null,
        issuer: values.issuer.trim() || null,
        issuedOn: values.issuedOn,
        expiresOn: isOcop ? null : values.expiresOn || null,
        fileId: values.file?.id ?? null,
      },
    }));
  };
  const attach = async ([file]: File[]) => {
    const stored = file && (await send(file));
    if (stored) set({ file: { id: stored.id, name: file.name } });
  };
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} />
        <FieldRow>
          <Field label={t('certificates.kind')} id="kind" required error={form.errorOf('kind')}>
            <Select
              value={values.kind}
              options={certificateKinds.map((kind) => ({ value: kind, label: nameOf({ kind }) }))}
              onChange={(event) => set({ kind: event.target.value })}
            />
          </Field>
          {isOcop && (
            <Field label={t('certificate.stars')} id="stars" required error={form.errorOf('stars')}>
              <Select
                value={values.stars}
                options={['3', '4', '5'].map((stars) => ({ value: stars, label: t('certificate.starsOption', { stars }) }))}
                onChange={(event) => set({ stars: event.target.value })}
              />
            </Field>
          )}
          <Field label={t('certificate.product')} id="productId" required={isOcop} error={form.errorOf('productId')}>
            <Select
              value={values.productId}
              placeholder={t('certificate.wholeOrganization')}
              options={data?.myProducts.edges.map(({ node }) => ({ value: node.id, label: node.nameVi })) ?? []}
              onChange={(event) => set({ productId: event.target.value })}
            />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('certificates.number')} id="number" optionalText={t('state.optional')} error={form.errorOf('number')}>
            <TextInput value={values.number} maxLength={100} onChange={(event) => set({ number: event.target.value })} />
          </Field>
          <Field label={t('certificates.issuer')} id="issuer" optionalText={t('state.optional')} error={form.errorOf('issuer')}>
            <TextInput value={values.issuer} maxLength={200} onChange={(event) => set({ issuer: event.target.value })} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('certificates.issuedOn')} id="issuedOn" required error={form.errorOf('issuedOn')}>
            <DateField
              value={values.issuedOn}
              onValueChange={(issuedOn) => set({ issuedOn })}
              max={f.today()}
              locale={locale}
              labels={labels}
            />
          </Field>
          {!isOcop && (
            <Field
              label={t('certificates.expiresOn')}
              id="expiresOn"
              optionalText={t('state.optional')}
              error={form.errorOf('expiresOn')}
            >
              <DateField
                value={values.expiresOn}
                onValueChange={(expiresOn) => set({ expiresOn })}
                locale={locale}
                labels={labels}
              />
            </Field>
          )}
        </FieldRow>
        {isOcop && <Notice>{t('certificate.ocopEnd')}</Notice>}
        <Field
          label={t('certificate.file')}
          id="fileId"
          optionalText={t('state.optional')}
          error={form.errorOf('fileId') ?? failed ?? undefined}
        >
          <FileDrop
            chooseLabel={sending ? t('upload.sending') : t('certificate.choose')}
            dropLabel={t('certificate.drop')}
            accept="image/*,application/pdf"
            disabled={sending}
            files={values.file ? [{ id: values.file.id, name: values.file.name }] : []}
            removeLabel={(item) => t('action.remove', { name: item.name })}
            onAdd={(files) => void attach(files)}
            onRemove={() => set({ file: null })}
          />
        </Field>
        <div className={s.buttons}>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('certificate.declare')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
