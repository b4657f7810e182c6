import { Button, Cluster, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import {
  ReceiptDisputeAnswerDocument,
  ReceiptDisputeDocument,
  ReceiptDisputeWithdrawDocument,
  ReceiptVoidDocument,
} from './fulfillment.operations';
import s from './fulfillment.module.css';

type Act = 'void' | 'dispute' | 'answer' | 'withdraw';
const ACTS = {
  void: 'receiptVoid',
  dispute: 'receiptDispute',
  answer: 'receiptDisputeAnswer',
  withdraw: 'receiptDisputeWithdraw',
} as const;
const CHOICES = ['typo', 'recount', 'weigh', 'photo'] as const;

/** What either side may still do about a count. */
export function ReceiptActs({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const [asking, setAsking] = useState<Act | null>(null);
  const offered = (Object.keys(ACTS) as Act[]).flatMap((act) => {
    const action = shipment.availableActions.find((one) => one.action === ACTS[act]);
    return action ? [{ act, ...action }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <>
      <Cluster>
        {offered
          .filter(({ allowed }) => allowed)
          .map(({ act }) => (
            <Button key={act} size="small" variant={act === 'answer' ? 'primary' : 'secondary'} onClick={() => setAsking(act)}>
              {t(`receipt.do.${act}`)}
            </Button>
          ))}
      </Cluster>
      {offered
        .filter(({ allowed, reason }) => !allowed && reason)
        .map(({ act, reason }) => (
          <p key={act} className={s.small}>
            {t(`receipt.do.${act}`)}: {reason}
          </p>
        ))}
      {asking && <ActDialog act={asking} shipment={shipment} onClose={() => setAsking(null)} />}
    </>
  );
}

const useAct = (act: Act, receiptId: string, onDone: () => void) => {
  const options = {
    form: `receipt-${act}-${receiptId}`,
    stale: ['workItems', 'order', 'agreementBoard', 'mou', 'paymentRequests'],
    onDone,
  };
  const voids = useMutationForm(ReceiptVoidDocument, { ...options, pick: (data) => data.receiptVoid });
  const dispute = useMutationForm(ReceiptDisputeDocument, { ...options, pick: (data) => data.receiptDispute });
  const answer = useMutationForm(ReceiptDisputeAnswerDocument, { ...options, pick: (data) => data.receiptDisputeAnswer });
  const withdraw = useMutationForm(ReceiptDisputeWithdrawDocument, { ...options, pick: (data) => data.receiptDisputeWithdraw });
  return { void: voids, dispute, answer, withdraw }[act];
};

function ActDialog({ act, shipment, onClose }: { act: Act; shipment: ShipmentPartsFragment; onClose: () => void }) {
  const t = useText(claims);
  const receipt = shipment.receipt!;
  const [reason, setReason] = useState('');
  const form = useAct(act, receipt.id, () => {
    toast.success(t('receipt.done'));
    onClose();
  });
  const send = () => {
    if (!form.check({ reason: act !== 'withdraw' && !reason.trim() ? t('form.required') : null })) return;
    void form.submit((clientKey) => ({ input: { clientKey, receiptId: receipt.id, reason: reason.trim() || null } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(`receipt.${act}.title`, { number: receipt.number })}
      description={t(`receipt.${act}.lead`)}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant={act === 'void' ? 'danger' : 'primary'} loading={form.busy} onClick={send}>
            {t(`receipt.do.${act}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        {act !== 'withdraw' && (
          <ReasonField
            id="reason"
            label={t('receipt.why')}
            choices={CHOICES.map((choice) => t(`receipt.choice.${choice}`))}
            value={reason}
            onValueChange={setReason}
            error={form.errorOf('reason')}
          />
        )}
      </Stack>
    </Dialog>
  );
}
