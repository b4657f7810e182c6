import { quantity } from '@lienket/domain';
import { Button, Dialog, DialogClose, Field, Notice, NumberInput, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { StockLotRowFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { StockLossDocument } from './supply.operations';

const reasons = ['ROTTEN', 'BRUISED', 'OVERRIPE', 'SHRINKAGE', 'EXPIRED', 'PESTS', 'SAMPLE', 'OWN_USE', 'OTHER'] as const;
type Reason = (typeof reasons)[number];

interface LossDialogProps {
  lots: readonly StockLotRowFragment[];
  onClose: () => void;
  onDone: () => void;
}

/** What spoiled, shrank or was given away: the lot that expires first stands ready. */
export function LossDialog({ lots: all, onClose, onDone }: LossDialogProps) {
  const t = useText(supply);
  const f = useFormats();
  const typed = useTypedNumbers();
  const lots = all.filter(({ free }) => quantity(free).isPositive);
  const [values, setValues] = useState({ lotId: lots[0]?.id ?? '', qty: '', reason: 'ROTTEN' as Reason, note: '' });
  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }));
  const lot = lots.find(({ id }) => id === values.lotId);
  const unit = lot?.product.baseUnit ?? '';
  const form = useMutationForm(StockLossDocument, {
    form: 'supply-loss',
    pick: (data) => data.stockLoss,
    stale: ['supplyBoard', 'stockLots', 'productSupply'],
    onDone: (after) => {
      toast.success(t('supply.lost', { qty: `${values.qty} ${unit}`, code: after.code }));
      onDone();
    },
  });
  const save = () => {
    const qty = typed.quantity(values.qty);
    const note = values.note.trim() || null;
    const found = { qty: qty.ok ? null : qty.message, note: values.reason === 'OTHER' && !note ? t('form.required') : null };
    if (!form.check(found) || !qty.ok) return;
    void form.submit((clientKey) => ({ input: { clientKey, lotId: values.lotId, qty: qty.wire, reason: values.reason, note } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('supply.loss')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          {lot && (
            <Button variant="primary" loading={form.busy} onClick={save}>
              {t('supply.save')}
            </Button>
          )}
        </>
      }
    >
      {!lot ? (
        <Notice tone="info">{t('supply.nothingToLose')}</Notice>
      ) : (
        <Stack>
          <FormErrors form={form} fieldId={(field) => `loss-${field}`} />
          <Field id="loss-lotId" label={t('supply.lotChoice')} required>
            <Select
              value={values.lotId}
              options={lots.map(({ id, code, product, free }) => ({
                value: id,
                label: `${product.nameVi} · ${code} · ${f.quantity(free, product.baseUnit)}`,
              }))}
              onChange={(event) => set({ lotId: event.target.value })}
            />
          </Field>
          <Field id="loss-qty" label={t('supply.qty')} required error={form.errorOf('qty')}>
            <NumberInput autoFocus unit={unit} value={values.qty} onChange={(event) => set({ qty: event.target.value })} />
          </Field>
          <Field id="loss-reason" label={t('supply.reason')} required error={form.errorOf('reason')}>
            <Select
              value={values.reason}
              options={reasons.map((reason) => ({ value: reason, label: t(`lossReason.${reason}`) }))}
              onChange={(event) => set({ reason: event.target.value as Reason })}
            />
          </Field>
          {values.reason === 'OTHER' && (
            <Field id="loss-note" label={t('supply.note')} required error={form.errorOf('note')}>
              <TextInput value={values.note} maxLength={500} onChange={(event) => set({ note: event.target.value })} />
            </Field>
          )}
        </Stack>
      )}
    </Dialog>
  );
}
