import { quantity, quantityInputText } from '@lienket/domain';
import { Button, Dialog, DialogClose, Field, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { StockLotPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { StockCountDocument } from './supply.operations';

interface CountDialogProps {
  lot: StockLotPartsFragment;
  onClose: () => void;
  onDone: () => void;
}

/** What was found on the shelf; the books follow it, with the reason. */
export function CountDialog({ lot, onClose, onDone }: CountDialogProps) {
  const t = useText(supply);
  const { locale } = useLanguage();
  const typed = useTypedNumbers();
  const [values, setValues] = useState({ counted: quantityInputText(quantity(lot.onHand), locale), note: '' });
  const form = useMutationForm(StockCountDocument, {
    form: `supply-count-${lot.id}`,
    pick: (data) => data.stockCount,
    stale: ['supplyBoard', 'stockLots', 'productSupply'],
    onDone: () => {
      toast.success(t('supply.countSaved'));
      onDone();
    },
  });
  const save = () => {
    const counted = typed.quantity(values.counted);
    const note = values.note.trim();
    const found = { counted: counted.ok ? null : counted.message, note: note ? null : t('form.required') };
    if (!form.check(found) || !counted.ok) return;
    void form.submit((clientKey) => ({ input: { clientKey, lotId: lot.id, counted: counted.wire, note } }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('supply.countTitle', { code: lot.code })}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={save}>
            {t('supply.save')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} fieldId={(field) => `count-${field}`} />
        <Field id="count-counted" label={t('supply.counted')} required error={form.errorOf('counted')}>
          <NumberInput
            unit={lot.product.baseUnit}
            value={values.counted}
            onChange={(event) => setValues((current) => ({ ...current, counted: event.target.value }))}
          />
        </Field>
        <Field id="count-note" label={t('supply.countReason')} required error={form.errorOf('note')}>
          <TextInput
            value={values.note}
            maxLength={500}
            onChange={(event) => setValues((current) => ({ ...current, note: event.target.value }))}
          />
        </Field>
      </Stack>
    </Dialog>
  );
}
