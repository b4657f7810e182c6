import { Button, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrderPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { OrderCancelDocument, OrderShortCloseDocument } from './ordering.operations';

export type ReasonedAction = 'cancel' | 'shortClose';

interface ReasonDialogProps {
  order: Pick<OrderPartsFragment, 'id' | 'number' | 'version' | 'status'>;
  action: ReasonedAction | null;
  onClose: () => void;
  reload: () => void;
}

/** Ends an order, or what is left of it: asks once, with a reason the other side will read. */
export function ReasonDialog({ order, action, onClose, reload }: ReasonDialogProps) {
  const t = useText(ordering);
  const [reason, setReason] = useState('');
  const done = (sentence: string) => {
    setReason('');
    onClose();
    toast.success(sentence);
  };
  const cancel = useMutationForm(OrderCancelDocument, {
    form: `order-cancel-${order.id}`,
    pick: (data) => data.orderCancel,
    stale: ['orders', 'workItems'],
    onDone: () => done(t('order.cancelled', { number: order.number })),
  });
  const shortClose = useMutationForm(OrderShortCloseDocument, {
    form: `order-close-${order.id}`,
    pick: (data) => data.orderShortClose,
    stale: ['orders', 'workItems'],
    onDone: () => done(t('order.shortClosed', { number: order.number })),
  });
  const cancelling = action !== 'shortClose';
  const form = cancelling ? cancel : shortClose;
  // Nobody relies yet on an order that was not confirmed.
  const required = !cancelling || order.status === 'CONFIRMED';
  const send = () => {
    const words = reason.trim() || null;
    if (!form.check({ reason: words || !required ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: order.id, version: order.version, reason: words } }));
  };
  const choices = cancelling
    ? ([t('order.cancel.changed'), t('order.cancel.mistake'), t('order.cancel.date'), t('order.cancel.price')] as const)
    : ([t('order.short.season'), t('order.short.enough'), t('order.short.quality')] as const);
  return (
    <>
      <Dialog
        open={action !== null}
        onOpenChange={(open) => !open && onClose()}
        size="small"
        title={t(cancelling ? 'order.cancelTitle' : 'order.shortTitle', { number: order.number })}
        description={t(cancelling ? 'order.cancelDetail' : 'order.shortDetail')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="danger" loading={form.busy} onClick={send}>
              {t(cancelling ? 'order.do.cancel' : 'order.do.shortClose')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <ReasonField
            id="reason"
            label={t('order.reasonLabel')}
            required={required}
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
