import { Button, Dialog, DialogClose, Field, NumberInput, RadioGroup, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { SupplyRowFragment } from '../../gql/graphql';
import { weekNo } from '../../shared/catalog/supply-strip';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { ForecastRecordDocument } from './supply.operations';

type Said = 'OBSERVED' | 'FORECAST';

interface ForecastDialogProps {
  products: readonly SupplyRowFragment[];
  productId: string;
  /** Monday; next week by default. */
  week?: string;
  onClose: () => void;
  onDone: () => void;
}

/** What a coming week will bring, and how sure that is. */
export function ForecastDialog({ products, productId, week, onClose, onDone }: ForecastDialogProps) {
  const t = useText(supply);
  const f = useFormats();
  const typed = useTypedNumbers();
  const weeks = products[0]?.weeks ?? [];
  const [values, setValues] = useState({
    productId,
    week: week ?? weeks[1]?.week ?? '',
    qty: '',
    confidence: 'FORECAST' as Said,
  });
  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }));
  const chosen = products.find(({ product }) => product.id === values.productId);
  const form = useMutationForm(ForecastRecordDocument, {
    form: 'supply-forecast',
    pick: (data) => data.forecastRecord,
    stale: ['supplyBoard', 'productSupply'],
    onDone: ({ product }) => {
      toast.success(t('supply.forecasted', { product: product.nameVi }));
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
        weeks: [{ week: values.week, qty: qty.wire, confidence: values.confidence }],
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={t('supply.forecast')}
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
        <FormErrors form={form} fieldId={(field) => `forecast-${field}`} />
        <Field id="forecast-productId" label={t('supply.product')} required>
          <Select
            value={values.productId}
            options={products.map(({ product }) => ({ value: product.id, label: product.nameVi }))}
            onChange={(event) => set({ productId: event.target.value })}
          />
        </Field>
        <Field id="forecast-week" label={t('supply.forecastWeek')} required error={form.errorOf('weeks')}>
          <Select
            value={values.week}
            options={weeks.map((row, index) => ({
              value: row.week,
              label:
                index === 0
                  ? `${t('supply.thisWeek')} (${weekNo(row)})`
                  : t('supply.weekFrom', { week: weekNo(row), date: f.date(row.week) }),
            }))}
            onChange={(event) => set({ week: event.target.value })}
          />
        </Field>
        <Field id="forecast-qty" label={t('supply.forecastQty')} required error={form.errorOf('qty')}>
          <NumberInput
            autoFocus
            unit={chosen?.product.baseUnit ?? ''}
            value={values.qty}
            onChange={(event) => set({ qty: event.target.value })}
          />
        </Field>
        <RadioGroup
          legend={t('supply.sure')}
          value={values.confidence}
          onValueChange={(confidence) => set({ confidence: confidence as Said })}
          options={(['FORECAST', 'OBSERVED'] as const).map((value) => ({
            value,
            label: t(`confidence.${value}`),
            hint: t(`confidenceHint.${value}`),
          }))}
        />
      </Stack>
    </Dialog>
  );
}
