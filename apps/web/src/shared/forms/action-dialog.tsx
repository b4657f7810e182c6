import { Button, Dialog, DialogClose, Stack } from '@lienket/ui';
import type { ReactNode } from 'react';
import { ConflictDialog, FormErrors } from './form-parts';
import type { MutationForm } from './use-mutation-form';
import { useText } from '../i18n/use-text';

interface Props {
  form: MutationForm & { busy: boolean };
  title: string;
  confirmLabel: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** Somebody saved first: fetch the new version; without it the screen asks anew by itself. */
  onReload?: () => void;
  children: ReactNode;
}

/** Asks before an act that others will see; a refusal stays in the dialog, a conflict takes its place. */
export function ActionDialog({ form, title, confirmLabel, danger, onConfirm, onClose, onReload, children }: Props) {
  const t = useText();
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
            <Button variant={danger ? 'danger' : 'primary'} loading={form.busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {children}
        </Stack>
      </Dialog>
      <ConflictDialog
        form={form}
        onReload={() => {
          onReload?.();
          onClose();
        }}
      />
    </>
  );
}
