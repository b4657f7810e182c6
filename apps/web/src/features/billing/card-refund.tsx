import { Button, Dialog, DialogClose, Field, NumberInput, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { CardRefundDocument } from './billing.operations';

/** The seller gives card money back; it is owed again from then on. */
export function CardRefund({ request, reload }: { request: PaymentRequestPartsFragment; reload: () => void }) {
  const t = useText(billing);
  const [isOpen, setOpen] = useState(false);
  const payment = request.payments.find(({ method, amount, refunded }) => method === 'CARD' && BigInt(amount) > BigInt(refunded));
  const mayRefund = request.availableActions.some(({ action, allowed }) => action === 'cardRefund' && allowed);
  if (!mayRefund || !payment) return null;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('payment.refund')}</Button>
      {isOpen && <RefundDialog request={request} payment={payment} reload={reload} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface RefundDialogProps {
  request: PaymentRequestPartsFragment;
  payment: PaymentRequestPartsFragment['payments'][number];
  reload: () => void;
  onClose: () => void;
}

function RefundDialog({ request, payment, reload, onClose }: RefundDialogProps) {
  const t = useText(billing);
  const f = useFormats();
  const typed = useTypedNumbers();
  const left = BigInt(payment.amount) - BigInt(payment.refunded);
  const [amount, setAmount] = useState(() => f.vnd(left).replace(/\s₫$/, ''));
  const [reason, setReason] = useState('');
  const form = useMutationForm(CardRefundDocument, {
    form: `card-refund-${payment.id}`,
    pick: (data) => data.cardRefund,
    stale: ['paymentRequests', 'orders', 'workItems'],
    onDone: () => {
      toast.success(t('payment.refundAsked'));
      onClose();
      reload();
    },
  });
  const read = typed.money(amount);
  const send = () => {
    const value = read.ok ? BigInt(read.wire) : 0n;
    const wrong = value <= 0n ? t('payment.err.amount') : value > left ? t('payment.err.refund', { left: f.vnd(left) }) : null;
    const sound = form.check({
      amount: read.ok ? wrong : read.message,
      reason: reason.trim() ? null : t('form.required'),
    });
    if (!sound || !read.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        paymentRequestId: request.id,
        version: request.version,
        paymentId: payment.id,
        amount: read.wire,
        reason: reason.trim(),
      },
    }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title={t('payment.refund')}
        description={t('payment.refundDetail')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="danger" loading={form.busy} onClick={send}>
              {t('payment.refundSend')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <Field id="amount" label={t('payment.refundAmount')} error={form.errorOf('amount')} required>
            <NumberInput inputMode="text" unit="₫" value={amount} onChange={(event) => setAmount(event.target.value)} />
          </Field>
          <Field id="reason" label={t('payment.reason')} error={form.errorOf('reason')} required>
            <TextArea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}
