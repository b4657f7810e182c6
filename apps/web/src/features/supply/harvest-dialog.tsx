import {
  Button,
  Checkbox,
  DateField,
  Dialog,
  DialogClose,
  Field,
  NumberInput,
  Select,
  Stack,
  TextInput,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import type { SupplyRowFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { HarvestRecordDocument } from './supply.operations';
import s from './supply.module.css';

interface HarvestDialogProps {
  products: readonly SupplyRowFragment[];
  productId: string;
  onClose: () => void;
  onDone: () => void;
}

/** Today's picking: a product, a number, done. Dates and codes are filled in and may be changed. */
export function HarvestDialog({ products, productId, onClose, onDone }: HarvestDialogProps) {
  const t = useText(supply);
  const f = useFormats();
  const { locale } = useLanguage();
  const typed = useTypedNumbers();
  const dateLabels = useDateLabels();
  const [values, setValues] = useState({ productId, qty: '', harvestedOn: f.today(), expiresOn: '', code: '', keepStock: true });
  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }));
  const chosen = products.find(({ product }) => product.id === values.productId);
  const unit = chosen?.product.baseUnit ?? '';
  const form = useMutationForm(HarvestRecordDocument, {
    form: 'supply-harvest',
    pick: (data) => data.harvestRecord,
    stale: ['supplyBoard', 'stockLots', 'productSupply'],
    onDone: (lot) => {
      toast.success(t('supply.harvested', { qty: f.quantity(lot.onHand, unit), code: lot.code }));
      onDone();
    },
  });
  const save = () => {
    const qty = typed.quantity(values.qty);
    if (!form.check({ qty: qty.ok ? null : qty.message }) || !qty.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        productId: values.productId,
        qty: qty.wire,
        harvestedOn: values.harvestedOn,
        expiresOn: values.expiresOn || null,
        code: values.code.trim() || null,
        keepStock: chosen?.stockKept ? null : values.keepStock,
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('supply.harvest')}
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
        <FormErrors form={form} fieldId={(field) => `harvest-${field}`} />
        <Field id="harvest-productId" label={t('supply.product')} required error={form.errorOf('productId')}>
          <Select
            value={values.productId}
            options={products.map(({ product }) => ({ value: product.id, label: product.nameVi }))}
            onChange={(event) => set({ productId: event.target.value })}
          />
        </Field>
        <Field id="harvest-qty" label={t('supply.qty')} required error={form.errorOf('qty')}>
          <NumberInput autoFocus unit={unit} value={values.qty} onChange={(event) => set({ qty: event.target.value })} />
        </Field>
        {chosen && !chosen.stockKept && (
          <Checkbox
            id="harvest-keepStock"
            label={t('supply.keep')}
            hint={t('supply.keepHint')}
            checked={values.keepStock}
            error={form.errorOf('keepStock')}
            onChange={(event) => set({ keepStock: event.target.checked })}
          />
        )}
        <details
          className={s.more}
          open={Boolean(form.errorOf('expiresOn') ?? form.errorOf('code') ?? form.errorOf('harvestedOn'))}
        >
          <summary>{t('supply.more')}</summary>
          <Stack>
            <Field id="harvest-harvestedOn" label={t('supply.harvestedOn')} required error={form.errorOf('harvestedOn')}>
              <DateField
                value={values.harvestedOn}
                max={f.today()}
                locale={locale}
                labels={dateLabels}
                onValueChange={(harvestedOn) => set({ harvestedOn })}
              />
            </Field>
            <Field
              id="harvest-expiresOn"
              label={t('supply.expiresOn')}
              hint={t('supply.expiresHint')}
              error={form.errorOf('expiresOn')}
            >
              <DateField
                value={values.expiresOn}
                locale={locale}
                labels={dateLabels}
                onValueChange={(expiresOn) => set({ expiresOn })}
              />
            </Field>
            <Field id="harvest-code" label={t('supply.lotCode')} hint={t('supply.lotCodeHint')} error={form.errorOf('code')}>
              <TextInput
                value={values.code}
                maxLength={40}
                autoCapitalize="characters"
                onChange={(event) => set({ code: event.target.value })}
              />
            </Field>
          </Stack>
        </details>
      </Stack>
    </Dialog>
  );
}
