import { Button, Dialog, DialogClose, Field, FieldRow, NumberInput, RadioGroup, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { NoteKind, PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { sumOf } from './amounts';
import { NoteIssueDocument } from './invoice.operations';
import s from './billing.module.css';

interface NoteDialogProps {
  request: PaymentRequestPartsFragment;
  reload: () => void;
  onClose: () => void;
}

/** The seller lowers the debt at once, or asks the buyer for more. */
export function NoteDialog({ request, reload, onClose }: NoteDialogProps) {
  const t = useText(invoices);
  const f = useFormats();
  const typed = useTypedNumbers();
  const [kind, setKind] = useState<NoteKind>('CREDIT');
  const [reason, setReason] = useState('');
  const [symbol, setSymbol] = useState('');
  const [invoiceNumber, setInvoiceNumber] = useState('');
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const form = useMutationForm(NoteIssueDocument, {
    form: `note-issue-${request.id}`,
    pick: (data) => data.noteIssue,
    stale: ['invoices', 'paymentRequests', 'workItems', 'tradeAccounts', 'buyerCredits', 'exposures'],
    onDone: () => {
      toast.success(t(kind === 'CREDIT' ? 'note.creditDone' : 'note.debitDone'));
      reload();
      onClose();
    },
  });
  const read = Object.entries(amounts).flatMap(([id, text]) => (text.trim() ? [{ id, amount: typed.money(text) }] : []));
  const sum = sumOf(read.flatMap(({ amount }) => (amount.ok ? [BigInt(amount.wire)] : [])));
  const send = () => {
    const wrong = read.map(({ amount }) => (amount.ok ? null : amount.message)).find(Boolean);
    const why = reason.trim();
    if (!form.check({ lines: wrong ?? (sum > 0n ? null : t('note.noAmount')), reason: why ? null : t('form.required') })) return;
    const lines = read.flatMap(({ id, amount }) => (amount.ok ? [{ requestLineId: id, netAmount: amount.wire }] : []));
    const named = symbol.trim() || invoiceNumber.trim();
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        paymentRequestId: request.id,
        version: request.version,
        kind,
        reason: why,
        lines,
        ...(named && { symbol, invoiceNumber, invoicedOn: f.today() }),
      },
    }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t('note.dialogTitle', { number: request.number })}
        description={t('note.dialogHint')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t(kind === 'CREDIT' ? 'note.sendCredit' : 'note.sendDebit', { amount: f.vnd(sum) })}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <RadioGroup
            legend={t('note.kind')}
            name="note-kind"
            value={kind}
            onValueChange={(value) => setKind(value as NoteKind)}
            options={[
              { value: 'CREDIT', label: t('note.credit'), hint: t('note.creditHint') },
              { value: 'DEBIT', label: t('note.debit'), hint: t('note.debitHint') },
            ]}
          />
          {request.lines.map((line, index) => (
            <Field
              key={line.id}
              id={index === 0 ? 'lines' : `note-${line.id}`}
              label={t('note.line', { line: line.description })}
              hint={t('note.lineHint', { worth: f.vnd(BigInt(line.amount) + BigInt(line.notedAmount)) })}
              error={index === 0 ? form.errorOf('lines') : undefined}
            >
              <NumberInput
                inputMode="text"
                unit="₫"
                value={amounts[line.id] ?? ''}
                onChange={(event) => setAmounts({ ...amounts, [line.id]: event.target.value })}
              />
            </Field>
          ))}
          <ReasonField
            id="reason"
            label={t('invoice.reason')}
            choices={[t('note.why.quality'), t('note.why.return'), t('note.why.price')]}
            value={reason}
            onValueChange={setReason}
            error={form.errorOf('reason')}
          />
          <FieldRow>
            <Field id="symbol" label={t('note.symbol')} optionalText={t('state.optional')} error={form.errorOf('symbol')}>
              <TextInput value={symbol} maxLength={12} onChange={(event) => setSymbol(event.target.value)} />
            </Field>
            <Field
              id="invoiceNumber"
              label={t('invoice.number')}
              optionalText={t('state.optional')}
              error={form.errorOf('invoiceNumber')}
            >
              <TextInput value={invoiceNumber} maxLength={12} onChange={(event) => setInvoiceNumber(event.target.value)} />
            </Field>
          </FieldRow>
          <p className={s.small}>{t('note.vatAdded')}</p>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}
