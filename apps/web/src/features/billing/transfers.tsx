import { Button, Cluster, ConfirmDialog, Dialog, DialogClose, Stack, StatusMark, toast, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { PaymentConfirmDocument, PaymentDenyDocument } from './billing.operations';
import s from './billing.module.css';

type Payment = PaymentRequestPartsFragment['payments'][number];

const known = ['DECLARED', 'SUCCEEDED', 'DENIED'] as const;
type TransferStatus = (typeof known)[number];
const methods = ['BANK_TRANSFER', 'CARD', 'CASH', 'CREDIT'] as const;
const tones: Record<TransferStatus, Tone> = { DECLARED: 'warning', SUCCEEDED: 'success', DENIED: 'danger' };
const statusOf = (payment: Payment): TransferStatus => known.find((status) => status === payment.status) ?? 'DECLARED';

interface TransfersProps {
  request: PaymentRequestPartsFragment;
  reload: () => void;
}

/** Every transfer that was told of, and the seller's answer to it. */
export function Transfers({ request, reload }: TransfersProps) {
  const t = useText(billing);
  const f = useFormats();
  const [asking, setAsking] = useState<{ payment: Payment; answer: 'confirm' | 'deny' } | null>(null);
  const may = (action: string) => request.availableActions.some((found) => found.action === action && found.allowed);
  if (request.payments.length === 0) return <p>{t('payment.transfersEmpty')}</p>;
  return (
    <>
      <ul className={s.transfers}>
        {request.payments.map((payment) => {
          const status = statusOf(payment);
          const details = [
            t(`payment.method.${methods.find((method) => method === payment.method) ?? 'BANK_TRANSFER'}`),
            t('payment.transferOn', { date: f.date(payment.paidOn) }),
            payment.bankReference && t('payment.transferRef', { reference: payment.bankReference }),
            BigInt(payment.released) > 0n && t('payment.released', { amount: f.vnd(payment.released) }),
            payment.confirmedAt && t('payment.confirmedAt', { date: f.dateTime(payment.confirmedAt) }),
          ];
          return (
            <li key={payment.id} className={s.payment}>
              <p className={s.paymentHead}>
                <b>{f.vnd(payment.amount)}</b>
                <StatusMark tone={tones[status]}>
                  {t(payment.method === 'CARD' ? 'payment.transfer.CARD' : `payment.transfer.${status}`)}
                </StatusMark>
              </p>
              <p className={s.small}>{details.filter(Boolean).join(' · ')}</p>
              {payment.denyReason && <p className={s.small}>{t('payment.transferWhy', { reason: payment.denyReason })}</p>}
              {status === 'DECLARED' && (may('paymentConfirm') || may('paymentDeny')) && (
                <Cluster>
                  {may('paymentConfirm') && (
                    <Button variant="primary" onClick={() => setAsking({ payment, answer: 'confirm' })}>
                      {t('payment.confirm')}
                    </Button>
                  )}
                  {may('paymentDeny') && (
                    <Button onClick={() => setAsking({ payment, answer: 'deny' })}>{t('payment.deny')}</Button>
                  )}
                </Cluster>
              )}
            </li>
          );
        })}
      </ul>
      {asking && <Answer key={asking.payment.id} {...asking} request={request} reload={reload} onClose={() => setAsking(null)} />}
    </>
  );
}

interface AnswerProps extends TransfersProps {
  payment: Payment;
  answer: 'confirm' | 'deny';
  onClose: () => void;
}

function Answer({ request, payment, answer, onClose, reload }: AnswerProps) {
  const t = useText(billing);
  const f = useFormats();
  const [reason, setReason] = useState('');
  const amount = f.vnd(payment.amount);
  const common = { stale: ['paymentRequests', 'orders', 'workItems'] as const };
  const confirm = useMutationForm(PaymentConfirmDocument, {
    ...common,
    form: `payment-confirm-${payment.id}`,
    pick: (data) => data.paymentConfirm,
    onDone: () => {
      toast.success(t('payment.confirmed'));
      onClose();
    },
  });
  const deny = useMutationForm(PaymentDenyDocument, {
    ...common,
    form: `payment-deny-${payment.id}`,
    pick: (data) => data.paymentDeny,
    onDone: () => {
      toast.success(t('payment.denied'));
      onClose();
    },
  });
  const input = (clientKey: string, why: string | null) => ({
    input: { clientKey, paymentId: payment.id, version: request.version, reason: why },
  });
  const close = (open: boolean) => !open && onClose();
  if (answer === 'confirm') {
    return (
      <>
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t('payment.confirmTitle', { amount })}
          description={t('payment.confirmDetail')}
          confirmLabel={t('payment.confirm')}
          cancelLabel={t('action.cancel')}
          loading={confirm.busy}
          onConfirm={() => void confirm.submit((clientKey) => input(clientKey, null))}
        >
          <FormErrors form={confirm} />
        </ConfirmDialog>
        <ConflictDialog form={confirm} onReload={reload} />
      </>
    );
  }
  return (
    <>
      <Dialog
        open
        onOpenChange={close}
        size="small"
        title={t('payment.denyTitle', { amount })}
        description={t('payment.denyDetail')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button
              variant="danger"
              loading={deny.busy}
              onClick={() => {
                const why = reason.trim();
                if (deny.check({ reason: why ? null : t('form.required') }))
                  void deny.submit((clientKey) => input(clientKey, why));
              }}
            >
              {t('payment.deny')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={deny} />
          <ReasonField
            id="reason"
            label={t('payment.reason')}
            choices={[t('payment.reason.notSeen'), t('payment.reason.amount'), t('payment.reason.memo')]}
            value={reason}
            onValueChange={setReason}
            error={deny.errorOf('reason')}
          />
        </Stack>
      </Dialog>
      <ConflictDialog form={deny} onReload={reload} />
    </>
  );
}
