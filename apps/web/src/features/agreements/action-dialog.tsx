import { Button, Dialog, DialogClose } from '@lienket/ui';
import type { ReactNode } from 'react';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import type { MutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import s from './agreement.module.css';

interface Props {
  form: MutationForm & { busy: boolean };
  title: string;
  confirmLabel: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** Somebody saved first: fetch the new version. */
  onReload: () => void;
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
        <div className={s.facts}>
          <FormErrors form={form} />
          {children}
        </div>
      </Dialog>
      <ConflictDialog
        form={form}
        onReload={() => {
          onReload();
          onClose();
        }}
      />
    </>
  );
}
