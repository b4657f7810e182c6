import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { BankLinePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { BankLineIgnoreDocument } from './bank.operations';

interface IgnoreDialogProps {
  line: BankLinePartsFragment;
  reload: () => void;
  onClose: () => void;
}

export function IgnoreDialog({ line, reload, onClose }: IgnoreDialogProps) {
  const t = useText(billing);
  const f = useFormats();
  const [reason, setReason] = useState('');
  const form = useMutationForm(BankLineIgnoreDocument, {
    form: `bank-ignore-${line.id}`,
    pick: (data) => data.bankLineIgnore,
    stale: ['bankLines'],
    onDone: () => {
      toast.success(t('bank.ignored'));
      onClose();
    },
  });
  const send = () => {
    const why = reason.trim();
    if (!form.check({ reason: why ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, lineId: line.id, version: line.version, reason: why } }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title={t('bank.ignoreTitle', { amount: f.vnd(line.amount) })}
        description={line.memo}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('bank.ignore')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <ReasonField
            id="reason"
            label={t('payment.reason')}
            choices={[t('bank.ignore.other'), t('bank.ignore.deposit'), t('bank.ignore.own')]}
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
