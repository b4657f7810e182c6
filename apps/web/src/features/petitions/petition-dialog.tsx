import { Button, Dialog, DialogClose, Stack } from '@lienket/ui';
import type { ReactNode } from 'react';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import type { MutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import type { PetitionActName } from './petition-dialogs';

interface Props {
  form: MutationForm & { busy: boolean };
  act: PetitionActName;
  onConfirm: () => void;
  onClose: () => void;
  /** Somebody saved first: fetch the new version. */
  onReload: () => void;
  children: ReactNode;
}

/** One step on a petition; a refusal stays in the dialog, a conflict takes its place. */
export function PetitionDialog({ form, act, onConfirm, onClose, onReload, children }: Props) {
  const t = useText(petitions);
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t(`petitionAct.${act}`)}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={onConfirm}>
              {t(`petitionAct.${act}`)}
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
          onReload();
          onClose();
        }}
      />
    </>
  );
}
