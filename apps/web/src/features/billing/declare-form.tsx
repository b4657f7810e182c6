import { Button, Checkbox, DateField, Field, FieldRow, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { declaredAmount, stillOpen } from './amounts';
import { PaymentDeclareDocument } from './billing.operations';
import s from './billing.module.css';

/** The buyer's word that money was sent; it pays nothing until the seller has seen it. */
export function DeclareForm({ request, reload }: { request: PaymentRequestPartsFragment; reload: () => void }) {
  const t = useText(billing);
  const f = useFormats();
  const { locale } = useLanguage();
  const typed = useTypedNumbers();
  const dateLabels = useDateLabels();
  const left = stillOpen(request) - declaredAmount(request.payments);
  const [amount, setAmount] = useState(() => f.vnd(left).replace(/\s₫$/, ''));
  const [paidOn, setPaidOn] = useState(f.today());
  const [bankReference, setBankReference] = useState('');
  const [inCash, setInCash] = useState(false);
  const form = useMutationForm(PaymentDeclareDocument, {
    form: `payment-declare-${request.id}`,
    pick: (data) => data.paymentDeclare,
    stale: ['paymentRequests', 'orders', 'workItems'],
    onDone: () => toast.success(t('payment.declared')),
  });
  const read = typed.money(amount);
  const send = () => {
    const value = read.ok ? BigInt(read.wire) : 0n;
    const sound = form.check({
      amount: !read.ok
        ? read.message
        : value <= 0n
          ? t('payment.err.amount')
          : value > left
            ? t('payment.err.above', { open: f.vnd(left) })
            : null,
      paidOn: !paidOn ? t('payment.err.date') : paidOn > f.today() ? t('payment.err.future') : null,
    });
    if (!sound || !read.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        paymentRequestId: request.id,
        version: request.version,
        amount: read.wire,
        paidOn,
        bankReference: bankReference.trim() || null,
        inCash,
      },
    }));
  };
  return (
    <Stack>
      <p className={s.small}>{t('payment.declareHint')}</p>
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={reload} />
      <FieldRow>
        <Field
          id="amount"
          label={t('payment.declareAmount')}
          hint={read.ok ? t('payment.declareRead', { amount: f.vnd(read.wire) }) : t('payment.declareAmountHint')}
          error={form.errorOf('amount')}
          required
        >
          <NumberInput inputMode="text" unit="₫" value={amount} onChange={(event) => setAmount(event.target.value)} />
        </Field>
        <Field id="paidOn" label={t('payment.paidOn')} hint={t('payment.paidOnHint')} error={form.errorOf('paidOn')} required>
          <DateField value={paidOn} onValueChange={setPaidOn} max={f.today()} locale={locale} labels={dateLabels} />
        </Field>
      </FieldRow>
      <Field
        id="bankReference"
        label={t('payment.bankReference')}
        optionalText={t('state.optional')}
        error={form.errorOf('bankReference')}
      >
        <TextInput value={bankReference} maxLength={100} onChange={(event) => setBankReference(event.target.value)} />
      </Field>
      <Checkbox
        id="inCash"
        label={t('payment.inCash')}
        hint={t('payment.inCashHint')}
        error={form.errorOf('inCash')}
        checked={inCash}
        onChange={(event) => setInCash(event.target.checked)}
      />
      <div>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('payment.declareSend')}
        </Button>
      </div>
    </Stack>
  );
}
