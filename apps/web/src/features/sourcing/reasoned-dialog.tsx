import { Button, Dialog, DialogClose, Stack } from '@lienket/ui';
import { useState, type ReactNode } from 'react';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import type { MutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';

interface ReasonedDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  action: string;
  choices: readonly string[];
  form: MutationForm & {
    busy: boolean;
    check: (fields: Record<string, string | null>) => boolean;
    errorOf: (field: string) => string | undefined;
  };
  onSend: (reason: string) => void;
  danger?: boolean;
  children?: ReactNode;
}

/** Ends or sends something back, with a reason that the other side reads. */
export function ReasonedDialog({ open, onClose, title, action, choices, form, onSend, danger, children }: ReasonedDialogProps) {
  const t = useText(sourcing);
  const [reason, setReason] = useState('');
  const send = () => {
    if (form.check({ reason: reason.trim() ? null : t('form.required') })) onSend(reason.trim());
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.close')}</Button>
          </DialogClose>
          <Button variant={danger ? 'danger' : 'primary'} loading={form.busy} onClick={send}>
            {action}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        {children}
        <ReasonField
          id="reason"
          label={t('rfq.reason')}
          choices={choices}
          value={reason}
          onValueChange={setReason}
          error={form.errorOf('reason')}
        />
      </Stack>
    </Dialog>
  );
}
