import { useQuery } from '@apollo/client/react';
import { addMonths } from '@lienket/domain';
import { Button, DateField, Field, FieldRow, Notice, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { certificates } from '../../shared/messages/vi/certificates';
import { papers } from '../../shared/messages/vi/papers';
import { CertificateCorrectDocument, CertificateDeclareDocument, CertificateKindsDocument } from './certificate-operations';
import { CertificateScan } from './certificate-scan';
import { OcopFields } from './ocop-fields';
import { inputOf, type CertificateValues } from './certificate-values';
import s from './certificates.module.css';

const both = { ...papers, ...certificates };
const AFTER = [
  'myCertificates',
  'myOrganization',
  'certificatesToVerify',
  'product',
  'workItems',
  'readinessGaps',
  'productReadiness',
];

interface CertificateFormProps {
  initial: CertificateValues;
  /** The paper that is corrected; a new one without it. */
  id: string | null;
  onDone: () => void;
  onCancel: () => void;
}

/** Declared by its holder; it counts as verified once the Alliance has seen the paper. */
export function CertificateForm({ initial, id, onDone, onCancel }: CertificateFormProps) {
  const t = useText(both);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const { data } = useQuery(CertificateKindsDocument);
  const [values, setValues] = useState(initial);
  const set = (change: Partial<CertificateValues>) => setValues((current) => ({ ...current, ...change }));
  const kind = data?.certificateKinds.find(({ code }) => code === values.kind);
  const isTermFixed = kind?.isTermFixed ?? false;
  const done = (message: string) => () => {
    toast.success(message);
    onDone();
  };
  const declaring = useMutationForm(CertificateDeclareDocument, {
    form: 'certificate-declare',
    pick: (answer) => answer.certificateDeclare,
    stale: AFTER,
    onDone: done(t('certificate.declared')),
  });
  const correcting = useMutationForm(CertificateCorrectDocument, {
    form: `certificate-correct-${id}`,
    pick: (answer) => answer.certificateCorrect,
    stale: AFTER,
    onDone: done(t('certificate.corrected')),
  });
  const form = id ? correcting : declaring;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const required = t('form.required');
    const needsProduct = kind?.scope === 'PRODUCT' && !values.productId;
    if (!form.check({ issuedOn: values.issuedOn ? null : required, productId: needsProduct ? required : null })) return;
    const input = inputOf(kind?.scope === 'ORGANIZATION' ? { ...values, productId: '' } : values, isTermFixed);
    if (id) void correcting.submit((clientKey) => ({ input: { clientKey, id, ...input } }));
    else void declaring.submit((clientKey) => ({ input: { clientKey, ...input } }));
  };
  const date = (field: 'issuedOn' | 'expiresOn' | 'decidedOn', latest?: string) => (
    <DateField
      value={values[field]}
      onValueChange={(day) => set({ [field]: day })}
      max={latest}
      locale={locale}
      labels={labels}
    />
  );
  return (
    <form className={s.form} noValidate onSubmit={save} aria-label={t(id ? 'certificate.correctTitle' : 'certificate.declare')}>
      <Stack>
        <h2>{t(id ? 'certificate.correctTitle' : 'certificate.declare')}</h2>
        <FormErrors form={form} />
        <FieldRow>
          <Field label={t('certificates.kind')} id="kind" required error={form.errorOf('kind')}>
            <Select
              value={values.kind}
              options={(data?.certificateKinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(event) => set({ kind: event.target.value })}
            />
          </Field>
          {kind?.scope !== 'ORGANIZATION' && (
            <Field
              label={t('certificate.product')}
              id="productId"
              required={kind?.scope === 'PRODUCT'}
              error={form.errorOf('productId')}
            >
              <Select
                value={values.productId}
                placeholder={t(kind?.scope === 'PRODUCT' ? 'certificate.chooseProduct' : 'papers.wholeOrganization')}
                options={data?.myProducts.edges.map(({ node }) => ({ value: node.id, label: node.nameVi })) ?? []}
                onChange={(event) => set({ productId: event.target.value })}
              />
            </Field>
          )}
        </FieldRow>
        <CertificateScan file={values.file} onChange={(file) => set({ file })} error={form.errorOf('fileId')} />
        {values.kind === 'OCOP' && <OcopFields values={values} set={set} form={form} decidedOn={date('decidedOn', f.today())} />}
        <FieldRow>
          <Field label={t('certificates.number')} id="number" optionalText={t('state.optional')} error={form.errorOf('number')}>
            <TextInput value={values.number} maxLength={100} onChange={(event) => set({ number: event.target.value })} />
          </Field>
          <Field label={t('certificates.issuer')} id="issuer" optionalText={t('state.optional')} error={form.errorOf('issuer')}>
            <TextInput value={values.issuer} maxLength={200} onChange={(event) => set({ issuer: event.target.value })} />
          </Field>
        </FieldRow>
        {values.kind === 'SELF_DECLARATION' && (
          <Field
            label={t('certificate.legalBasis')}
            id="legalBasis"
            hint={t('certificate.legalBasisHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('legalBasis')}
          >
            <TextInput value={values.legalBasis} maxLength={200} onChange={(event) => set({ legalBasis: event.target.value })} />
          </Field>
        )}
        <FieldRow>
          <Field label={t('certificates.issuedOn')} id="issuedOn" required error={form.errorOf('issuedOn')}>
            {date('issuedOn', f.today())}
          </Field>
          {!isTermFixed && (
            <Field
              label={t('certificates.expiresOn')}
              id="expiresOn"
              hint={kind?.months ? t('certificate.expiresHint', { months: kind.months }) : undefined}
              optionalText={t('state.optional')}
              error={form.errorOf('expiresOn')}
            >
              {date('expiresOn')}
            </Field>
          )}
        </FieldRow>
        {isTermFixed && kind?.months != null && (
          <Notice>
            {values.issuedOn
              ? t('certificate.termUntil', { months: kind.months, date: f.date(addMonths(values.issuedOn, kind.months)) })
              : t('certificate.term', { months: kind.months })}
          </Notice>
        )}
        <div className={s.buttons}>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t(id ? 'certificate.save' : 'certificate.declare')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
