import { Button, DateField, Field, NumberInput, PageHeader, RadioGroup, Stack, TextArea, TextInput, toast } from '@lienket/ui';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { type ChosenFile, FileField } from '../../shared/files/file-field';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { AFTER_CREDIT, CreditRecordDocument } from './credit.operations';
import s from './credit.module.css';

/** Writes a signed paper down; what it does not say stays empty. */
export default function CreditNewScreen() {
  const t = useText(lending);
  const { organization } = useMe();
  const navigate = useNavigate();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const numbers = useTypedNumbers();
  const [values, setValues] = useState({
    bank: null as OrganizationPartsFragment | null,
    borrower: null as OrganizationPartsFragment | null,
    amount: '',
    security: '',
    purpose: '',
    termMonths: '',
    ratePrinciple: '',
    signedOn: '',
    file: null as ChosenFile | null,
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(CreditRecordDocument, {
    form: 'credit-new',
    pick: (data) => data.creditRecord,
    stale: AFTER_CREDIT,
    onDone: ({ id }) => {
      toast.success(t('lending.recorded'));
      void navigate(`/credits/${id}`);
    },
  });
  const isBank = organization.kind === 'BANK';
  const asksBank = !isBank;
  const asksBorrower = isBank || organization.kind === 'ALLIANCE';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const amount = values.amount.trim() ? numbers.money(values.amount) : null;
    const months = values.termMonths.trim();
    const missing = {
      bankOrgId: !asksBank || values.bank ? null : t('form.required'),
      borrowerOrgId: !asksBorrower || values.borrower ? null : t('form.required'),
      amount: amount && !amount.ok ? amount.message : null,
      termMonths: !months || /^\d{1,3}$/.test(months) ? null : t('lending.termHint'),
    };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        bankOrgId: values.bank?.id ?? null,
        borrowerOrgId: values.borrower?.id ?? null,
        amount: amount?.ok ? amount.wire : null,
        isSecured: values.security ? values.security === 'yes' : null,
        purpose: values.purpose || null,
        termMonths: months ? Number(months) : null,
        ratePrinciple: values.ratePrinciple || null,
        signedOn: values.signedOn || null,
        fileId: values.file?.id ?? null,
      },
    }));
  };
  const optional = { optionalText: t('state.optional') };
  return (
    <>
      <PageTitle>{t('lending.record')}</PageTitle>
      <PageHeader
        title={t('lending.record')}
        back={{ href: '/credits', label: t('lending.title') }}
        meta={t('lending.recordMeta')}
      />
      <form className={s.form} noValidate onSubmit={send}>
        <Stack>
          <FormErrors form={form} />
          {asksBank && (
            <Field id="bankOrgId" label={t('lending.bank')} error={form.errorOf('bankOrgId')} required>
              <OrganizationCombobox value={values.bank} onChange={(bank) => set({ bank })} />
            </Field>
          )}
          {asksBorrower && (
            <Field id="borrowerOrgId" label={t('lending.borrower')} error={form.errorOf('borrowerOrgId')} required>
              <OrganizationCombobox value={values.borrower} onChange={(borrower) => set({ borrower })} />
            </Field>
          )}
          <Field
            id="amount"
            label={t('lending.amount')}
            hint={t('lending.amountHint')}
            error={form.errorOf('amount')}
            {...optional}
          >
            <NumberInput unit="₫" value={values.amount} onChange={(event) => set({ amount: event.target.value })} />
          </Field>
          <RadioGroup
            id="isSecured"
            legend={t('lending.security')}
            value={values.security}
            onValueChange={(security) => set({ security })}
            options={[
              { value: 'no', label: t('lending.unsecured') },
              { value: 'yes', label: t('lending.secured') },
              { value: '', label: t('lending.unknown') },
            ]}
          />
          <Field id="purpose" label={t('lending.purpose')} error={form.errorOf('purpose')} {...optional}>
            <TextArea maxLength={2000} value={values.purpose} onChange={(event) => set({ purpose: event.target.value })} />
          </Field>
          <Field
            id="termMonths"
            label={t('lending.term')}
            hint={t('lending.termHint')}
            error={form.errorOf('termMonths')}
            {...optional}
          >
            <NumberInput
              unit={t('lending.month')}
              value={values.termMonths}
              onChange={(event) => set({ termMonths: event.target.value })}
            />
          </Field>
          <Field id="ratePrinciple" label={t('lending.rate')} error={form.errorOf('ratePrinciple')} {...optional}>
            <TextInput
              maxLength={200}
              value={values.ratePrinciple}
              onChange={(event) => set({ ratePrinciple: event.target.value })}
            />
          </Field>
          <Field id="signedOn" label={t('lending.signedOn')} error={form.errorOf('signedOn')} {...optional}>
            <DateField value={values.signedOn} onValueChange={(signedOn) => set({ signedOn })} locale={locale} labels={labels} />
          </Field>
          <FileField
            id="fileId"
            label={t('lending.paper')}
            chooseLabel={t('lending.choose')}
            accept="application/pdf,image/*"
            value={values.file}
            error={form.errorOf('fileId')}
            onChange={(file) => set({ file })}
          />
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t('lending.record')}
            </Button>
          </div>
        </Stack>
      </form>
    </>
  );
}
