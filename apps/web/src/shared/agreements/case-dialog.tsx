import { Button, Dialog, DialogClose, Stack } from '@lienket/ui';
import type { ReactNode } from 'react';
import { ConflictDialog, FormErrors } from '../forms/form-parts';
import type { MutationForm } from '../forms/use-mutation-form';
import { useText } from '../i18n/use-text';
import { cases } from '../messages/vi/cases';

interface Props {
  title: string;
  form: MutationForm & { busy: boolean };
  submit: string;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the small forms of a case. */
export function CaseDialog({ title, form, submit, onSend, onClose, children }: Props) {
  const t = useText(cases);
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={title}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={onSend}>
              {submit}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {children}
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={onClose} />
    </>
  );
}
