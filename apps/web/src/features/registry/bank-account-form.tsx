import { BANKS } from '@lienket/domain';
import { Button, Field, FieldRow, Notice, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import { graphql } from '../../gql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { organizations } from '../../shared/messages/vi/organizations';
import s from './organization.module.css';

const RequestDocument = graphql(`
  mutation BankAccountChangeRequest($input: BankAccountChangeRequestInput!) {
    bankAccountChangeRequest(input: $input) {
      ...BankChangeParts
      ...RefusalParts
    }
  }
`);

const OTHER = 'OTHER';
const empty = {
  bank: BANKS[0].bin as string,
  bankBin: '',
  bankName: '',
  accountNo: '',
  accountName: '',
  reason: '',
  password: '',
};

interface Props {
  holdHours: number;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks for another account; nothing typed here is kept in the browser. */
export function BankAccountForm({ holdHours, onDone, onCancel }: Props) {
  const t = useText(organizations);
  const [values, setValues] = useState(empty);
  const set = (change: Partial<typeof empty>) => setValues((current) => ({ ...current, ...change }));
  const form = useMutationForm(RequestDocument, {
    form: 'bank-change-request',
    pick: (data) => data.bankAccountChangeRequest,
    stale: ['myBankAccountChanges', 'workItems'],
    onDone: () => {
      toast.success(t('bank.requested'));
      onDone();
    },
  });
  const isOther = values.bank === OTHER;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const missing = (text: string) => (text.trim() ? null : t('form.required'));
    const sound = form.check({
      ...(isOther ? { bankName: missing(values.bankName), bankBin: missing(values.bankBin) } : {}),
      accountNo: missing(values.accountNo),
      accountName: missing(values.accountName),
      reason: missing(values.reason),
      password: missing(values.password),
    });
    if (!sound) return;
    const known = BANKS.find(({ bin }) => bin === values.bank);
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        bankBin: known?.bin ?? values.bankBin.trim(),
        bankName: known?.name ?? values.bankName.trim(),
        accountNo: values.accountNo,
        accountName: values.accountName,
        reason: values.reason,
        password: values.password,
      },
    }));
  };
  return (
    <form className={s.form} noValidate onSubmit={save} autoComplete="off">
      <Stack>
        <Notice>{t('bank.rule', { hours: holdHours })}</Notice>
        <FormErrors form={form} />
        <Field id="bank" label={t('bank.bank')} required>
          <Select
            value={values.bank}
            options={[...BANKS.map(({ bin, name }) => ({ value: bin, label: name })), { value: OTHER, label: t('bank.other') }]}
            onChange={(event) => set({ bank: event.target.value })}
          />
        </Field>
        {isOther && (
          <FieldRow>
            <Field id="bankName" label={t('bank.name')} required error={form.errorOf('bankName')}>
              <TextInput value={values.bankName} maxLength={100} onChange={(event) => set({ bankName: event.target.value })} />
            </Field>
            <Field id="bankBin" label={t('bank.bin')} required error={form.errorOf('bankBin')}>
              <TextInput
                inputMode="numeric"
                value={values.bankBin}
                maxLength={6}
                onChange={(event) => set({ bankBin: event.target.value })}
              />
            </Field>
          </FieldRow>
        )}
        <FieldRow>
          <Field id="accountNo" label={t('bank.accountNo')} required error={form.errorOf('accountNo')}>
            <TextInput
              inputMode="numeric"
              value={values.accountNo}
              maxLength={30}
              onChange={(event) => set({ accountNo: event.target.value })}
            />
          </Field>
          <Field id="accountName" label={t('bank.accountName')} required error={form.errorOf('accountName')}>
            <TextInput
              autoCapitalize="characters"
              value={values.accountName}
              maxLength={140}
              onChange={(event) => set({ accountName: event.target.value })}
            />
          </Field>
        </FieldRow>
        <Field id="reason" label={t('bank.reason')} required error={form.errorOf('reason')}>
          <TextInput value={values.reason} maxLength={500} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        <Field id="password" label={t('bank.password')} hint={t('bank.passwordHint')} required error={form.errorOf('password')}>
          <TextInput
            type="password"
            autoComplete="current-password"
            value={values.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        </Field>
        <div className={s.buttons}>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('bank.send')}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
