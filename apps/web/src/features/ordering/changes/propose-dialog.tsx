import { Quantity, quantityInputText, quantity } from '@lienket/domain';
import {
  Button,
  Checkbox,
  DateField,
  Dialog,
  DialogClose,
  Field,
  FieldRow,
  NumberInput,
  Stack,
  TextArea,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import type { OrderPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { orderChanges } from '../../../shared/messages/vi/order-changes';
import { OrderChangeProposeDocument } from './changes.operations';
import s from './changes.module.css';

interface ProposeDialogProps {
  order: OrderPartsFragment;
  onClose: () => void;
  reload: () => void;
}

interface Wish {
  qty: string;
  on: string;
}

/** Less of a line, another day, or nothing of the order any more: said to the other side with a reason. */
export function ProposeDialog({ order, onClose, reload }: ProposeDialogProps) {
  const t = useText(orderChanges);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const [wishes, setWishes] = useState<Record<string, Wish>>({});
  const [cancel, setCancel] = useState(false);
  const [reason, setReason] = useState('');
  const form = useMutationForm(OrderChangeProposeDocument, {
    form: `order-propose-${order.id}`,
    pick: (data) => data.orderChangePropose,
    stale: ['orders', 'workItems'],
    onDone: () => {
      toast.success(t('orderChange.proposed'));
      onClose();
    },
  });
  const open = order.lines.filter((line) => !quantity(line.confirmedQty).isZero);
  const asked = open.flatMap((line) => {
    const wish = wishes[line.id];
    if (!wish?.qty.trim() && !wish?.on) return [];
    const read = wish.qty.trim() ? Quantity.parse(wish.qty, locale) : null;
    return [{ line, on: wish.on || null, read }];
  });
  const set = (id: string, change: Partial<Wish>) =>
    setWishes((before) => ({ ...before, [id]: { qty: '', on: '', ...before[id], ...change } }));
  const unread = asked.find(({ read }) => read && !read.ok);
  const send = () => {
    const sound = form.check({
      reason: reason.trim() ? null : t('form.required'),
      lines: cancel || asked.length ? (unread && !cancel ? t('orderChange.qtyUnread') : null) : t('orderChange.nothing'),
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: order.id,
        version: order.version,
        reason: reason.trim(),
        cancel,
        lines: cancel
          ? []
          : asked.map(({ line, on, read }) => ({ lineId: line.id, qty: read?.ok ? read.value.toDecimalString() : null, on })),
      },
    }));
  };
  const rowErrors = new Map(form.failure.rows.map((row) => [asked[row.row]?.line.id, row.message]));
  return (
    <>
      <Dialog
        open
        onOpenChange={(stays) => !stays && onClose()}
        title={t('orderChange.proposeTitle', { number: order.number })}
        description={t('orderChange.proposeDetail')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('orderChange.send')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {order.status === 'CONFIRMED' && (
            <Checkbox label={t('orderChange.cancelWhole')} checked={cancel} onChange={() => setCancel(!cancel)} />
          )}
          {!cancel && (
            <div id="lines" tabIndex={-1} className={s.wishes}>
              {open.map((line) => (
                <fieldset key={line.id} className={s.wish}>
                  <legend>
                    {t('orderChange.lineNow', {
                      name: line.description,
                      qty: f.quantity(line.confirmedQty, line.baseUnit),
                      date: f.date(line.promisedOn ?? line.requestedOn),
                    })}
                  </legend>
                  <FieldRow>
                    <Field label={t('orderChange.newQty', { unit: line.baseUnit })} error={rowErrors.get(line.id)}>
                      <NumberInput
                        value={wishes[line.id]?.qty ?? ''}
                        placeholder={quantityInputText(quantity(line.confirmedQty), locale)}
                        onChange={(event) => set(line.id, { qty: event.target.value })}
                      />
                    </Field>
                    <Field label={t('orderChange.newDate')}>
                      <DateField
                        value={wishes[line.id]?.on ?? ''}
                        onValueChange={(on) => set(line.id, { on })}
                        min={f.today()}
                        locale={locale}
                        labels={dateLabels}
                      />
                    </Field>
                  </FieldRow>
                </fieldset>
              ))}
            </div>
          )}
          <Field id="reason" label={t('orderChange.reason')} required error={form.errorOf('reason')}>
            <TextArea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}
