import { Button, Checkbox, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { waivers } from '../../shared/messages/vi/waivers';
import { LifeWaiverAskDocument } from './fulfillment.operations';

interface AskWaiverProps {
  orderId: string;
  orderLineId: string;
  lotCode: string;
  buyer: string;
  arrivesOn: string;
  /** Another line of the order could take of the lot too. */
  several: boolean;
  onClose: () => void;
}

/** From the reason a lot stays to the buyer's manager, who may take it all the same. */
export function AskWaiverDialog({ orderId, orderLineId, lotCode, buyer, arrivesOn, several, onClose }: AskWaiverProps) {
  const t = useText(waivers);
  const [note, setNote] = useState('');
  const [wholeOrder, setWholeOrder] = useState(false);
  const form = useMutationForm(LifeWaiverAskDocument, {
    form: `waiver-ask-${orderLineId}-${lotCode}`,
    pick: (data) => data.lifeWaiverAsk,
    stale: ['dispatchLots', 'lifeWaivers'],
    onDone: () => {
      toast.success(t('waiver.sent'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ note: note.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, orderId, orderLineId, wholeOrder, lotCode, arrivesOn, note: note.trim() },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('waiver.askTitle', { code: lotCode })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('waiver.send')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <p>{t('waiver.askWhat', { buyer })}</p>
        <ReasonField
          id="note"
          label={t('waiver.note')}
          choices={[t('waiver.note1'), t('waiver.note2'), t('waiver.note3')]}
          value={note}
          onValueChange={setNote}
          error={form.errorOf('note')}
        />
        {several && (
          <Checkbox
            label={t('waiver.wholeOrder')}
            checked={wholeOrder}
            onChange={(event) => setWholeOrder(event.target.checked)}
          />
        )}
      </Stack>
    </Dialog>
  );
}
