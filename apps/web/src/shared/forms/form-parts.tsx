import { useApolloClient } from '@apollo/client/react';
import { Button, Dialog, DialogClose, FormErrorSummary, Notice } from '@lienket/ui';
import { useText } from '../i18n/use-text';
import { useFormats } from '../i18n/formats';
import type { MutationForm } from './use-mutation-form';

interface FormErrorsProps {
  form: MutationForm;
  /** Where the field of an input stands on this screen; its own name by default, rows as "row.field". */
  fieldId?: (field: string) => string;
}

/** Stands at the head of a form: takes the focus when something must be corrected, each line leads to its field. */
export function FormErrors({ form, fieldId = (field) => field }: FormErrorsProps) {
  const t = useText();
  const { fields, requestId } = form.failure;
  const placed = Object.entries(fields).filter(([field]) => field !== '');
  return (
    <>
      <FormErrorSummary
        title={placed.length > 0 ? t('form.errors', { count: placed.length }) : t('form.refused')}
        attempt={form.attempt}
        errors={Object.entries(fields).map(([field, message]) => ({ fieldId: fieldId(field), message }))}
      />
      {requestId && (
        <Notice tone="danger">
          {t('error.requestId')} <code>{requestId}</code>
        </Notice>
      )}
    </>
  );
}

/** Somebody saved first: loads the new version behind the form, keeps what was typed. */
export function ConflictDialog({ form, onReload }: { form: MutationForm; onReload: () => void }) {
  const t = useText();
  const client = useApolloClient();
  return (
    <Dialog
      open={form.failure.conflict !== null}
      onOpenChange={(open) => !open && form.clear()}
      size="small"
      title={t('conflict.title')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.close')}</Button>
          </DialogClose>
          <Button
            variant="primary"
            onClick={() => {
              form.clear();
              // Whatever stands behind the form is asked for anew; a form that only closes would meet the same conflict again.
              void client.refetchQueries({ include: 'active' });
              onReload();
            }}
          >
            {t('conflict.reload')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.detail')}</p>
    </Dialog>
  );
}

/** "Đã giữ bản nháp lúc 14:30", with a way to drop it. */
export function DraftNote({ savedAt, onDrop }: { savedAt: string | null; onDrop: () => void }) {
  const t = useText();
  const { time } = useFormats();
  if (!savedAt) return null;
  return (
    <p role="status" data-print="hide">
      {t('form.draftKept', { time: time(savedAt) })}{' '}
      <Button variant="quiet" size="small" onClick={onDrop}>
        {t('form.draftDrop')}
      </Button>
    </p>
  );
}
