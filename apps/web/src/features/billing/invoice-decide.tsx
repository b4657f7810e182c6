import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { InvoicePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { InvoiceApproveDocument, InvoiceReturnDocument } from './invoice.operations';

interface DecideDialogProps {
  decision: 'approve' | 'return';
  invoice: InvoicePartsFragment;
  reload: () => void;
  onClose: () => void;
}

/** The buyer's manager takes a differing invoice as it is, or sends it back; both with a reason that stays on it. */
export function DecideDialog({ decision, invoice, reload, onClose }: DecideDialogProps) {
  const t = useText(invoices);
  const f = useFormats();
  const [reason, setReason] = useState('');
  const common = { stale: ['invoices', 'paymentRequests', 'workItems', 'tradeAccounts'] as const };
  const done = () => {
    toast.success(t(decision === 'approve' ? 'invoice.approved' : 'invoice.returned'));
    onClose();
  };
  const approve = useMutationForm(InvoiceApproveDocument, {
    ...common,
    form: `invoice-approve-${invoice.id}`,
    pick: (data) => data.invoiceApprove,
    onDone: done,
  });
  const giveBack = useMutationForm(InvoiceReturnDocument, {
    ...common,
    form: `invoice-return-${invoice.id}`,
    pick: (data) => data.invoiceReturn,
    onDone: done,
  });
  const form = decision === 'approve' ? approve : giveBack;
  const send = () => {
    const why = reason.trim();
    if (!form.check({ reason: why ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: invoice.id, version: invoice.version, reason: why } }));
  };
  const choices =
    decision === 'approve'
      ? [t('invoice.why.agreed'), t('invoice.why.rounding'), t('invoice.why.price')]
      : [t('invoice.why.wrongPrice'), t('invoice.why.wrongVat'), t('invoice.why.wrongTaxCode')];
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title={t(decision === 'approve' ? 'invoice.approveTitle' : 'invoice.returnTitle')}
        description={t(decision === 'approve' ? 'invoice.approveDetail' : 'invoice.returnDetail', {
          total: f.vnd(invoice.total),
        })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t(decision === 'approve' ? 'invoice.approve' : 'invoice.return')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <ReasonField
            id="reason"
            label={t('invoice.reason')}
            choices={choices}
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
