import { useQuery } from '@apollo/client/react';
import { Button, DateField, Dialog, DialogClose, Field, FieldRow, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { CreditPartsFragment, Side } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { credits } from '../../shared/messages/vi/credits';
import { stillOpen, sumOf } from './amounts';
import { PaymentRequestsDocument } from './billing.operations';
import { CreditAllocateDocument, CreditReturnDocument } from './credit.operations';
import s from './billing.module.css';

export type CreditStep = 'allocate' | 'return';

interface CreditDialogProps {
  credit: CreditPartsFragment;
  step: CreditStep;
  side: Side;
  reload: () => void;
  onClose: () => void;
}

const MOST_SHOWN = 50;
const STALE = ['buyerCredits', 'paymentRequests', 'orders', 'workItems', 'tradeAccounts', 'exposures'] as const;

export const CreditDialog = (props: CreditDialogProps) =>
  props.step === 'allocate' ? <Allocate {...props} /> : <Return {...props} />;

function Allocate({ credit, side, reload, onClose }: CreditDialogProps) {
  const t = useText(credits);
  const f = useFormats();
  const typed = useTypedNumbers();
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const { data } = useQuery(PaymentRequestsDocument, {
    variables: { filter: { side, status: ['DUE', 'PART_PAID'] }, first: MOST_SHOWN },
  });
  const requests = (data?.paymentRequests.edges ?? [])
    .map(({ node }) => node)
    .filter(({ seller, buyer }) => seller.id === credit.seller.id && buyer.id === credit.buyer.id);
  const form = useMutationForm(CreditAllocateDocument, {
    form: `credit-allocate-${credit.id}`,
    pick: (answer) => answer.creditAllocate,
    stale: STALE,
    onDone: () => {
      toast.success(t('credits.allocated'));
      onClose();
    },
  });
  const read = Object.entries(amounts).flatMap(([id, text]) => (text.trim() ? [{ id, amount: typed.money(text) }] : []));
  const taken = sumOf(read.flatMap(({ amount }) => (amount.ok ? [BigInt(amount.wire)] : [])));
  const send = () => {
    const wrong = read.map(({ amount }) => (amount.ok ? null : amount.message)).find(Boolean);
    const above = taken > BigInt(credit.free) ? t('credits.above', { left: f.vnd(credit.free) }) : null;
    if (!form.check({ allocations: wrong ?? above ?? (taken > 0n ? null : t('credits.noAmount')) })) return;
    const allocations = read.flatMap(({ id, amount }) => (amount.ok ? [{ paymentRequestId: id, amount: amount.wire }] : []));
    void form.submit((clientKey) => ({ input: { clientKey, creditId: credit.id, version: credit.version, allocations } }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t('credits.allocateTitle', { amount: f.vnd(credit.free) })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('credits.allocateSend', { amount: f.vnd(taken) })}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {requests.length === 0 && <p id="allocations">{t('credits.noOpen')}</p>}
          {requests.map((request, index) => (
            <Field
              key={request.id}
              id={index === 0 ? 'allocations' : `allocation-${request.id}`}
              label={request.number}
              hint={t('credits.openOf', { open: f.vnd(stillOpen(request)), date: f.date(request.dueOn) })}
              error={index === 0 ? form.errorOf('allocations') : undefined}
            >
              <NumberInput
                inputMode="text"
                unit="₫"
                value={amounts[request.id] ?? ''}
                onChange={(event) => setAmounts({ ...amounts, [request.id]: event.target.value })}
              />
            </Field>
          ))}
          <p className={s.small}>{t('credits.rest', { rest: f.vnd(BigInt(credit.free) - taken) })}</p>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}

function Return({ credit, reload, onClose }: CreditDialogProps) {
  const t = useText(credits);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const typed = useTypedNumbers();
  const [amount, setAmount] = useState(f.vnd(credit.free).replace(/\s₫$/, ''));
  const [paidOn, setPaidOn] = useState(f.today());
  const [bankReference, setBankReference] = useState('');
  const [reason, setReason] = useState('');
  const form = useMutationForm(CreditReturnDocument, {
    form: `credit-return-${credit.id}`,
    pick: (answer) => answer.creditReturn,
    stale: STALE,
    onDone: () => {
      toast.success(t('credits.returned'));
      onClose();
    },
  });
  const read = typed.money(amount);
  const send = () => {
    const why = reason.trim();
    if (!form.check({ amount: read.ok ? null : read.message, reason: why ? null : t('form.required') }) || !read.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        creditId: credit.id,
        version: credit.version,
        amount: read.wire,
        paidOn,
        bankReference: bankReference.trim() || null,
        reason: why,
      },
    }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t('credits.returnTitle', { buyer: credit.buyer.shortName })}
        description={t('credits.returnHint')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('credits.returnSend')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <FieldRow>
            <Field id="amount" label={t('credits.amount')} error={form.errorOf('amount')} required>
              <NumberInput inputMode="text" unit="₫" value={amount} onChange={(event) => setAmount(event.target.value)} />
            </Field>
            <Field id="paidOn" label={t('credits.paidOn')} error={form.errorOf('paidOn')} required>
              <DateField value={paidOn} onValueChange={setPaidOn} max={f.today()} locale={locale} labels={dateLabels} />
            </Field>
          </FieldRow>
          <Field id="bankReference" label={t('credits.bankReference')} optionalText={t('state.optional')}>
            <TextInput value={bankReference} maxLength={100} onChange={(event) => setBankReference(event.target.value)} />
          </Field>
          <ReasonField
            id="reason"
            label={t('credits.reason')}
            choices={[t('credits.why.asked'), t('credits.why.twice')]}
            value={reason}
            onValueChange={setReason}
            error={form.errorOf('reason')}
          />
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}
