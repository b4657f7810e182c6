import { Button, Dialog, DialogClose, Field, Select, Stack, TextArea } from '@lienket/ui';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { PhotoField } from './photo-field';

export interface Refused {
  reason: string;
  note: string;
  files: File[];
}

interface RefuseAllProps {
  number: string;
  reasons: readonly { code: string; name: string }[];
  busy: boolean;
  onRefuse: (refused: Refused) => void;
}

/** The whole truck turned away at the gate: one reason for every line, in one step. */
export function RefuseAll({ number, reasons, busy, onRefuse }: RefuseAllProps) {
  const t = useText(fulfillment);
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Refused>({ reason: '', note: '', files: [] });
  const set = (change: Partial<Refused>) => setRefused((before) => ({ ...before, ...change }));
  const send = () => {
    setTried(true);
    if (!refused.reason) return void document.getElementById('refuse-reason')?.focus();
    setOpen(false);
    onRefuse(refused);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setTried(false);
      }}
      trigger={
        <Button block icon={<Undo2 />} loading={busy}>
          {t('receive.refuseAll')}
        </Button>
      }
      title={t('receive.refuseTitle', { number })}
      description={t('receive.refuseHint')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="danger" loading={busy} onClick={send}>
            {t('receive.refuseAll')}
          </Button>
        </>
      }
    >
      <Stack>
        <Field
          id="refuse-reason"
          label={t('receive.refuseWhy')}
          required
          error={tried && !refused.reason ? t('receive.whyMissing') : undefined}
        >
          <Select
            value={refused.reason}
            placeholder={t('receive.refuseChoose')}
            onChange={(event) => set({ reason: event.target.value })}
            options={reasons.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
        <Field id="refuse-note" label={t('receive.note')} optionalText={t('state.optional')}>
          <TextArea rows={2} maxLength={2000} value={refused.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        <PhotoField
          id="refuse-photos"
          label={t('receive.photos')}
          product={number}
          files={refused.files}
          onFiles={(files) => set({ files })}
          optional
        />
      </Stack>
    </Dialog>
  );
}
